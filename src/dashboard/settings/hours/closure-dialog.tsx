import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Interval } from '../../../domain/calendar';
import { closuresMeet } from '../../../settings/overlap';
import { Dialog } from '../../parts/dialog';
import { Warning } from '../../parts/parts';
import { hours as words } from '../../words/en/hours';
import { OwnWords, type Words } from '../own-words';
import { type Closure, type Exception, nameOf, whenOf } from './exceptions';
import { Intervals } from './intervals';
import { faultsOf, readable } from './week';

interface ClosureDialogProps {
  /** What is being changed; null: a new one. */
  old: Exception | null;
  /** The other closures. */
  others: readonly Closure[];
  first: string;
  today: string;
  onClose: () => void;
  onDone: (exception: Exception) => void;
}

const kinds = () =>
  [
    { is: 'closed', label: words.closed, means: words.closedMeans },
    { is: 'special', label: words.otherHours, means: words.otherMeans },
  ] as const;

/** One closure, or one day with other hours. */
export function ClosureDialog({ old, others, first, today, onClose, onDone }: ClosureDialogProps) {
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
      wrong.value = words.lastBeforeFirst;
      return;
    }
    const met = others.find((other) => closuresMeet(other, { from: from.value, to: to.value, yearly: yearly.value }));
    if (met) {
      const there = { is: 'closed', at: 0, day: met } as const;
      wrong.value = words.closuresMeet({ name: nameOf(there), when: whenOf(there) });
      return;
    }
    const own = Object.fromEntries(Object.entries(message.value).filter(([, text]) => text.trim()));
    const said = Object.keys(own).length > 0 && { message: own };
    onDone({ is: 'closed', at: -1, day: { from: from.value, to: to.value, ...named, ...said } });
  };

  return (
    <Dialog
      title={old ? words.changeClosure : words.addClosure}
      onClose={onClose}
      onSubmit={submit}
      act={old ? words.change : words.add}
    >
      <div class="radios" role="radiogroup" aria-label={words.happens}>
        {kinds().map((kind) => (
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
        <label for={`${id}n`}>{words.name}</label>
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
        <p class="hint">{words.forTeam}</p>
      </div>
      <div class="dates">
        <div class="field">
          <label for={`${id}f`}>{is.value === 'closed' ? words.firstDay : words.date}</label>
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
            <label for={`${id}t`}>{words.lastDay}</label>
            <input
              class="input"
              id={`${id}t`}
              type="date"
              required
              aria-invalid={wrong.value !== ''}
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
            wrong.value = '';
          }}
        />
        {words.everyYear}
      </label>
      {is.value === 'special' ? (
        <div class="field">
          <span class="lbl">{words.hours}</span>
          <Intervals
            of={words.thisDay}
            hours={hours.value}
            none={words.closed}
            onChange={(changed) => {
              hours.value = changed;
            }}
          />
          <p class="hint">{words.noHoursHint}</p>
        </div>
      ) : (
        <OwnWords
          label={words.awayForThis}
          words={message.value}
          first={first}
          rows={3}
          without={{ is: 'away' }}
          onChange={(changed) => {
            message.value = changed;
          }}
        />
      )}
    </Dialog>
  );
}
