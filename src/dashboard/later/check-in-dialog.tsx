import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog';
import { Warning } from '../parts/parts';
import { followUps } from '../words/en/follow-ups';
import { CheckInFields, newDraft, planOf } from './check-in-fields';
import { putCheckIn, type Where } from './door';

interface CheckInProps {
  where: Where;
  handoff: number;
  name: string;
  lang: string;
  onClose: () => void;
}

/** After a resolution: a message that asks later whether all is well. */
export function CheckInDialog({ where, handoff, name, lang, onClose }: CheckInProps) {
  const draft = useSignal(newDraft(lang));
  const failed = useSignal('');
  const busy = useSignal(false);
  const plan = planOf(draft.value);
  const submit = async () => {
    if (!plan || busy.value) return;
    busy.value = true;
    const answer = await putCheckIn(where, { handoff, plan });
    busy.value = false;
    if (answer.ok) onClose();
    else failed.value = answer.message;
  };
  return (
    <Dialog
      title={followUps.planCheckIn}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={followUps.planIt}
      disabled={!plan || busy.value}
    >
      <CheckInFields draft={draft} name={name} lang={lang} />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
