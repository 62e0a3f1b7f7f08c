import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Dialog } from '../parts/dialog';
import { clock } from '../session/clock';
import { followUps } from '../words/en/follow-ups';
import { fieldOf, timeOf, tomorrow } from './when';

/** Puts something off to any time that is still to come. */
export function SnoozeDialog({ onPick, onClose }: { onPick: (at: number) => void; onClose: () => void }) {
  const id = useId();
  const field = useSignal(fieldOf(tomorrow(clock.peek())));
  const at = timeOf(field.value, clock.value);
  return (
    <Dialog
      title={followUps.putOff}
      onClose={onClose}
      onSubmit={() => {
        if (at === null) return;
        onPick(at);
        onClose();
      }}
      act={followUps.putOff}
      disabled={at === null}
    >
      <WhenField id={id} field={field} isRight={at !== null} label={followUps.untilWhen} />
    </Dialog>
  );
}

interface WhenProps {
  id: string;
  field: { value: string };
  isRight: boolean;
  label: string;
}

/** A day and a time by the reader’s own clock. */
export const WhenField = ({ id, field, isRight, label }: WhenProps) => (
  <div class="field">
    <label for={`${id}w`}>{label}</label>
    <input
      class="input"
      id={`${id}w`}
      type="datetime-local"
      aria-describedby={isRight ? undefined : `${id}e`}
      aria-invalid={!isRight}
      value={field.value}
      onInput={(event) => {
        field.value = event.currentTarget.value;
      }}
    />
    {!isRight && (
      <p class="hint" id={`${id}e`}>
        {followUps.notPast}
      </p>
    )}
  </div>
);
