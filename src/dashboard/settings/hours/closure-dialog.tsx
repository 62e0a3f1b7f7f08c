import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Interval } from '../../../domain/calendar';
import { Dialog } from '../../parts/dialog';
import { Warning } from '../../parts/parts';
import { OwnWords, type Words } from '../own-words';
import type { Exception } from './exceptions';
import { Intervals } from './intervals';
import { faultsOf, readable } from './week';

interface ClosureDialogProps {
  /** What is being changed; null: a new one. */
  old: Exception | null;
  first: string;
  today: string;
  onClose: () => void;
  onDone: (exception: Exception) => void;
}

const KINDS = [
  { is: 'closed', label: 'Closed', means: 'A holiday or a vacation, from the first day to the last.' },
  { is: 'special', label: 'Other hours', means: 'Other hours than usual on one date.' },
] as const;

/** One closure, or one day with other hours. */
export function ClosureDialog({ old, first, today, onClose, onDone }: ClosureDialogProps) {
  const id = useId();
  const is = useSignal<Exception['is']>(old?.is ?? 'closed');
  const name = useSignal(old?.day.name ?? '');
  const yearly = useSignal(old?.day.yearly ?? false);
  const from = useSignal(old ? (old.is === 'closed' ? old.day.from : old.day.date) : today);
  const to = useSignal(old?.is === 'closed' ? old.day.to : from.value);
  const hours = useSignal<Interval[]>(
    old?.is === 'special' ? old.day.intervals : [{ opens: '09:00', closes: '13:00' }],
  );
  const message = useSignal<Words>((old?.is === 'closed' && old.day.message) || {});
  const wrong = useSignal('');

  const submit = () => {
    const named = { yearly: yearly.value, ...(name.value.trim() && { name: name.value.trim() }) };
    if (is.value === 'special') {
      if (faultsOf(hours.value).length > 0) return;
      return onDone({ is: 'special', at: -1, day: { date: from.value, ...named, intervals: readable(hours.value) } });
    }
    if (!yearly.value && to.value < from.value) {
      wrong.value = 'The last day is before the first.';
      return;
    }
    const own = Object.fromEntries(Object.entries(message.value).filter(([, words]) => words.trim()));
    const words = Object.keys(own).length > 0 && { message: own };
    onDone({ is: 'closed', at: -1, day: { from: from.value, to: to.value, ...named, ...words } });
  };

  return (
    <Dialog
      title={old ? 'Change closure or special day' : 'Add closure or special day'}
      onClose={onClose}
      onSubmit={submit}
      act={old ? 'Change' : 'Add'}
    >
      <div class="radios" role="radiogroup" aria-label="What happens">
        {KINDS.map((kind) => (
          <div class="radio" key={kind.is}>
            <input
              class="ring"
              type="radio"
              name={`${id}k`}
              id={`${id}${kind.is}`}
              aria-describedby={`${id}${kind.is}m`}
              checked={is.value === kind.is}
              onChange={() => {
                is.value = kind.is;
              }}
            />
            <label for={`${id}${kind.is}`}>{kind.label}</label>
            <small id={`${id}${kind.is}m`}>{kind.means}</small>
          </div>
        ))}
      </div>
      <div class="field">
        <label for={`${id}n`}>Name (optional)</label>
        <input
          class="input"
          id={`${id}n`}
          maxLength={60}
          autoComplete="off"
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
        <p class="hint">For the team only.</p>
      </div>
      <div class="dates">
        <div class="field">
          <label for={`${id}f`}>{is.value === 'closed' ? 'First day' : 'Date'}</label>
          <input
            class="input"
            id={`${id}f`}
            type="date"
            required
            value={from.value}
            onChange={(event) => {
              const before = from.value;
              from.value = event.currentTarget.value;
              if (to.value === before || (!yearly.value && to.value < from.value)) to.value = from.value;
              wrong.value = '';
            }}
          />
        </div>
        {is.value === 'closed' && (
          <div class="field">
            <label for={`${id}t`}>Last day</label>
            <input
              class="input"
              id={`${id}t`}
              type="date"
              required
              aria-describedby={wrong.value ? `${id}w` : undefined}
              value={to.value}
              onChange={(event) => {
                to.value = event.currentTarget.value;
                wrong.value = '';
              }}
            />
          </div>
        )}
      </div>
      {wrong.value && (
        <div id={`${id}w`}>
          <Warning>{wrong.value}</Warning>
        </div>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={yearly.value}
          onChange={(event) => {
            yearly.value = event.currentTarget.checked;
          }}
        />
        Every year
      </label>
      {is.value === 'special' ? (
        <div class="field">
          <span class="lbl">Hours</span>
          <Intervals
            of="This day"
            hours={hours.value}
            none="Closed"
            onChange={(changed) => {
              hours.value = changed;
            }}
          />
          <p class="hint">Without hours the day is closed, and what began the night before goes on to its end.</p>
        </div>
      ) : (
        <OwnWords
          label="Away message for this time"
          words={message.value}
          first={first}
          rows={3}
          without={{ is: 'away' }}
          onChange={(words) => {
            message.value = words;
          }}
        />
      )}
    </Dialog>
  );
}
