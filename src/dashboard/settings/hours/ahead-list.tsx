import type { Calendar } from '../../../domain/calendar';
import { common } from '../../words/en/common';
import { hours } from '../../words/en/hours';
import { type DayAhead, twoWeeks } from './ahead';
import { dateIn } from './dates';

const worded = (day: string) => dateIn(day, { weekday: 'short', day: 'numeric', month: 'short' });

const LOOKS = { closed: 'shut', special: 'other', weekly: '', usual: '' } as const;

/** The next two weeks as they will be. */
export const AheadList = ({ calendar, now }: { calendar: Calendar; now: number }) => (
  <section class="ahead">
    <h3>{hours.ahead}</h3>
    <ol aria-label={hours.ahead}>
      {twoWeeks(calendar, now).map((day, at) => (
        <li key={day.date} class={LOOKS[day.mark]}>
          <b>{at === 0 ? common.today : at === 1 ? hours.tomorrow : worded(day.date)}</b>
          <Hours day={day} />
          {day.name && <small class="cutoff">{day.name}</small>}
        </li>
      ))}
    </ol>
  </section>
);

function Hours({ day }: { day: DayAhead }) {
  if (day.hours.length === 0) return <span class="closed">{hours.closed}</span>;
  return (
    <>
      {day.hours.map(({ opens, closes }) => (
        <span key={opens} class="num">
          {opens === '00:00' && closes === '24:00' ? hours.allDay : `${opens}–${closes}`}
        </span>
      ))}
    </>
  );
}
