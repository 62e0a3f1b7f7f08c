import { useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import type { Interval } from '../../../domain/calendar';
import { Icon } from '../../parts/icons';
import { useOnceDrawn } from '../../parts/once-drawn';
import { IconButton } from '../../parts/parts';
import { hours as words } from '../../words/en/hours';
import { TimeField } from './time-field';
import { faultsOf, isOvernight, nextInterval } from './week';

interface IntervalsProps {
  /** What the hours belong to: "Monday". */
  of: string;
  hours: readonly Interval[];
  /** What stands where there are none. */
  none: string;
  onChange: (hours: Interval[]) => void;
}

/** Any number of hours on one day. */
export function Intervals({ of, hours, none, onChange }: IntervalsProps) {
  const id = useId();
  const box = useRef<HTMLSpanElement>(null);
  // A field that somebody types in is not wrong yet.
  const settled = useSignal(true);
  const faults = settled.value ? faultsOf(hours) : [];
  const next = nextInterval(hours);
  const set = (at: number, change: Partial<Interval>) =>
    onChange(hours.map((interval, i) => (i === at ? { ...interval, ...change } : interval)));
  const onceDrawn = useOnceDrawn();
  const focusOn = (what: string, fromEnd: number) =>
    onceDrawn(() => [...(box.current?.querySelectorAll<HTMLElement>(what) ?? [])].at(-fromEnd)?.focus());
  const faultAt = (at: number, edge: 'opens' | 'closes') => {
    const found = faults.some((fault) => fault.at === at && (fault.edge === edge || fault.edge === 'both'));
    return found ? `${id}f` : null;
  };
  return (
    <span class="ivs" ref={box}>
      {hours.length === 0 && <span class="closed">{none}</span>}
      {hours.map((interval, at) => (
        // The place is the identity: hours have no other.
        <span class={`iv${faults.some((fault) => fault.at === at) ? ' wrong' : ''}`} key={at}>
          {(['opens', 'closes'] as const).map((edge) => (
            <>
              {edge === 'closes' && <span aria-hidden="true">–</span>}
              <TimeField
                label={words[edge === 'opens' ? 'opensOf' : 'closesOf']({ day: of })}
                edge={edge}
                value={interval[edge]}
                fault={faultAt(at, edge)}
                onChange={(value) => {
                  settled.value = false;
                  set(at, { [edge]: value });
                }}
                onLeave={() => {
                  settled.value = true;
                }}
              />
            </>
          ))}
          {isOvernight(interval) && <span class="next">{words.nextDay}</span>}
          <button
            type="button"
            aria-label={words.removeHours({ day: of, from: interval.opens, to: interval.closes })}
            onClick={() => {
              onChange(hours.filter((_, i) => i !== at));
              focusOn('.icon-btn', 1);
            }}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      {next && (
        <IconButton
          label={words.addHours({ day: of })}
          icon="plus"
          onClick={() => {
            onChange([...hours, next]);
            focusOn('input', 2);
          }}
        />
      )}
      <span class="fault" id={`${id}f`} role="alert">
        {faults[0]?.words}
      </span>
    </span>
  );
}
