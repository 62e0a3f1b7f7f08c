import type { Calendar } from '../../../domain/calendar';
import { type DayAhead, twoWeeks } from './ahead';

const worded = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  );

const LOOKS = { closed: 'shut', special: 'other', weekly: '', usual: '' } as const;

/** The next two weeks as they will be. */
export const AheadList = ({ calendar, now }: { calendar: Calendar; now: number }) => (
  <section class="ahead">
    <h3>The next two weeks</h3>
    <ol aria-label="The next two weeks">
      {twoWeeks(calendar, now).map((day, at) => (
        <li key={day.date} class={LOOKS[day.mark]}>
          <b>{at === 0 ? 'Today' : at === 1 ? 'Tomorrow' : worded(day.date)}</b>
          <Hours day={day} />
          {day.name && <small class="cutoff">{day.name}</small>}
        </li>
      ))}
    </ol>
  </section>
);

function Hours({ day }: { day: DayAhead }) {
  if (day.hours.length === 0) return <span class="closed">Closed</span>;
  return (
    <>
      {day.hours.map(({ opens, closes }) => (
        <span key={opens} class="num">
          {opens === '00:00' && closes === '24:00' ? 'All day' : `${opens}–${closes}`}
        </span>
      ))}
    </>
  );
}
