import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import type { StaffPerson } from '../../protocol/staff';
import { Dialog } from '../parts/dialog';
import { Warning } from '../parts/parts';
import { getPeople } from '../session/api';
import { clock } from '../session/clock';
import { common } from '../words/en/common';
import { followUps } from '../words/en/follow-ups';
import { remind, type Where } from './door';
import { WhenField } from './snooze-dialog';
import { fieldOf, timeOf, tomorrow } from './when';

const MAX_LINE = 200;

interface ReminderProps {
  where: Where;
  me: StaffPerson | null;
  /** What to call the customer. */
  customer: string;
  onClose: () => void;
}

/** A call-back: when, what about, and who sees to it. */
export function ReminderDialog({ where, me, customer, onClose }: ReminderProps) {
  const id = useId();
  const at = useSignal(fieldOf(tomorrow(clock.peek())));
  const line = useSignal('');
  const owner = useSignal(me?.id ?? '');
  const people = useSignal<{ id: string; name: string }[]>(me ? [me] : []);
  const failed = useSignal('');
  const busy = useSignal(false);
  useEffect(() => {
    void getPeople(where.store).then((answer) => {
      if (answer.ok) people.value = answer.value.people;
    });
  }, [where.store]);
  const when = timeOf(at.value, clock.value);
  const submit = async () => {
    if (busy.value || when === null || line.value.trim() === '') return;
    busy.value = true;
    const answer = await remind(where, { at: when, line: line.value.trim(), owner: owner.value });
    busy.value = false;
    if (answer.ok) onClose();
    else failed.value = answer.message;
  };
  return (
    <Dialog
      title={followUps.setReminder}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={followUps.setIt}
      disabled={when === null || line.value.trim() === '' || busy.value}
    >
      <div class="field">
        <label for={`${id}l`}>{followUps.whatAbout}</label>
        <input
          class="input"
          id={`${id}l`}
          maxLength={MAX_LINE}
          placeholder={followUps.callBack({ customer })}
          autocomplete="off"
          dir="auto"
          value={line.value}
          onInput={(event) => {
            line.value = event.currentTarget.value;
          }}
        />
        <p class="hint">{followUps.forTeam({ customer })}</p>
      </div>
      <WhenField id={id} field={at} isRight={when !== null} label={followUps.when} />
      <div class="field">
        <label for={`${id}o`}>{followUps.whoIsReminded}</label>
        <select
          class="input"
          id={`${id}o`}
          value={owner.value}
          onChange={(event) => {
            owner.value = event.currentTarget.value;
          }}
        >
          {people.value.map((person) => (
            <option key={person.id} value={person.id}>
              {person.id === me?.id ? common.you : person.name}
            </option>
          ))}
        </select>
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
