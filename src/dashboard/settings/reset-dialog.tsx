import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog';
import { firstName } from '../parts/format';
import { Warning } from '../parts/parts';
import { resetSecondStep } from '../profile/door';
import type { Person } from '../session/api';
import { secondStep } from '../words/en/second-step';

interface ResetProps {
  store: string;
  person: Person;
  onClose: () => void;
  onReset: () => void;
}

/** For a colleague who has lost both phone and backup codes. */
export function ResetDialog({ store, person, onClose, onReset }: ResetProps) {
  const failed = useSignal('');
  const submit = async () => {
    const answer = await resetSecondStep(store, person.id);
    if (answer.ok) onReset();
    else failed.value = answer.message;
  };
  return (
    <Dialog title={secondStep.reset} onClose={onClose} onSubmit={() => void submit()} act={secondStep.doReset}>
      <p>{secondStep.resetWhy({ name: firstName(person.name) })}</p>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
