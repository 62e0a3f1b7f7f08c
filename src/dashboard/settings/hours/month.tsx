import { useSignal } from '@preact/signals';
import type { Calendar } from '../../../domain/calendar';
import { lowerFirst } from '../../parts/format';
import { IconButton } from '../../parts/parts';
import { hours } from '../../words/en/hours';
import { type MonthDay, monthAt, monthOf, monthsOn } from './ahead';
import { dateIn } from './dates';

const LOOKS = { closed: 'shut', special: 'spec', weekly: 'weekly', usual: '' } as const;
const SAYS = { closed: 'closed', special: 'otherHours', weekly: 'closedWeekly' } as const;

/** A month to look at: what is closed, and where hours are other than usual. */
export function Month({ calendar, now }: { calendar: Calendar; now: number }) {
  const month = useSignal(monthAt(calendar.timeZone, now));
  const name = dateIn(`${month.value}-01`, { month: 'long', year: 'numeric' });
  const turn = (by: number) => {
    month.value = monthsOn(month.value, by);
  };
  return (
    <section>
      <div class="top">
        <h3 aria-live="polite">{name}</h3>
        <IconButton label={hours.previous} icon="left" onClick={() => turn(-1)} />
        <IconButton label={hours.next} icon="right" onClick={() => turn(1)} />
      </div>
      <table class="cal" aria-label={name}>
        <thead>
          <tr>
            {hours.weekdays.split(' ').map((day) => (
              <th scope="col" key={day}>
                {day}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthOf(calendar, month.value).map((week) => (
            <tr key={week[0]?.date}>
              {week.map((day, at) => (
                <Day key={day.date} day={day} before={week[at - 1]} after={week[at + 1]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend">
        <span>
          <i class="k shut" />
          {hours.closed}
        </span>
        <span>
          <i class="k spec" />
          {hours.otherHours}
        </span>
        <span>
          <i class="k weekly" />
          {hours.closedWeekly}
        </span>
      </p>
    </section>
  );
}

function Day({ day, before, after }: { day: MonthDay; before: MonthDay | undefined; after: MonthDay | undefined }) {
  if (day.out) return <td class="out">{day.day}</td>;
  const ends = day.mark === 'closed';
  const joins = (other: MonthDay | undefined) => other?.mark === 'closed' && !other.out;
  const look = [LOOKS[day.mark], ends && !joins(before) && 'first', ends && !joins(after) && 'last'];
  const said = [day.mark !== 'usual' && lowerFirst(hours[SAYS[day.mark]]), day.name].filter(Boolean).join(', ');
  return (
    <td class={look.filter(Boolean).join(' ')} title={day.name || undefined}>
      <span>{day.day}</span>
      {said && <span class="sr">, {said}</span>}
    </td>
  );
}
