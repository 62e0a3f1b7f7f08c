import { useRef } from 'preact/hooks';
import type { Interval } from '../../../domain/calendar';
import { stepTime } from './typing';
import { type Bar, barsOf, quarter, type Week } from './week';

const FULL_DAY = 24 * 60;
const share = (minutes: number) => `${((100 * minutes) / FULL_DAY).toFixed(3)}%`;

interface TrackProps {
  week: Week;
  day: number;
  /** The minute of this day that it is now; null on other days. */
  now: number | null;
  /** Null where the reader may not change anything. */
  onChange: ((hours: Interval[]) => void) | null;
}

/** A day as a picture. An edge of a bar can be dragged; the fields beside it do the same for everybody else. */
export function Track({ week, day, now, onChange }: TrackProps) {
  const box = useRef<HTMLSpanElement>(null);
  const drag = (bar: Bar, edge: 'opens' | 'closes') => (event: PointerEvent) => {
    const rail = box.current?.getBoundingClientRect();
    const handle = event.currentTarget;
    const before = week[day];
    if (!rail || !onChange || !before || bar.interval === null || !(handle instanceof Element)) return;
    event.preventDefault();
    const mirrored = getComputedStyle(handle).direction === 'rtl';
    const move = (moved: PointerEvent) => {
      const along = mirrored ? rail.right - moved.clientX : moved.clientX - rail.left;
      const time = quarter((along / rail.width) * FULL_DAY, edge);
      onChange(before.map((interval, at) => (at === bar.interval ? moveEdge(interval, edge, time) : interval)));
    };
    const end = () => {
      removeEventListener('pointermove', move);
      removeEventListener('pointerup', end);
      removeEventListener('pointercancel', end);
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end);
    addEventListener('pointercancel', end);
  };
  return (
    <span class={`track${onChange ? ' live' : ''}`} aria-hidden="true" ref={box}>
      {barsOf(week, day).map((bar) => (
        <i
          key={`${bar.interval}`}
          class={bar.interval === null ? 'c' : ''}
          style={{ insetInlineStart: share(bar.from), inlineSize: share(bar.to - bar.from) }}
        >
          {onChange && bar.interval !== null && (
            <>
              <b class="from" onPointerDown={drag(bar, 'opens')} />
              <b class="to" onPointerDown={drag(bar, 'closes')} />
            </>
          )}
        </i>
      ))}
      {now !== null && <em style={{ insetInlineStart: share(now) }} />}
    </span>
  );
}

/** An edge that would pass the other one stops before it: only typing makes hours that pass midnight. */
function moveEdge(interval: Interval, edge: 'opens' | 'closes', time: string): Interval {
  const overnight = interval.closes !== '24:00' && interval.closes <= interval.opens;
  if (edge === 'opens')
    return { ...interval, opens: overnight || time < interval.closes ? time : stepTime(interval.closes, -1, edge) };
  return { ...interval, closes: time > interval.opens ? time : stepTime(interval.opens, 1, edge) };
}
