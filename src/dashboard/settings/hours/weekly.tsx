import type { Interval } from '../../../domain/calendar';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { hours as words } from '../../words/en/hours';
import { dayNames } from './dates';
import { Intervals } from './intervals';
import { Track } from './track';
import { copyDay, replaceDay, type Week } from './week';

interface WeeklyProps {
  week: Week;
  /** 1 (Monday) to 7, and the minute of the day, in the store's zone. */
  now: { weekday: number; minute: number };
  manages: boolean;
  onChange: (week: Interval[][]) => void;
}

const WORKDAYS = [0, 1, 2, 3, 4];
const ALL = [0, 1, 2, 3, 4, 5, 6];

/** The hours of every week, to type or to drag. */
export const Weekly = ({ week, now, manages, onChange }: WeeklyProps) => (
  <>
    <div class="weekhead" aria-hidden="true">
      {['00', '06', '12', '18', '24'].map((hour) => (
        <span key={hour}>{hour}</span>
      ))}
    </div>
    <ul class="week" aria-label={words.weekly}>
      {dayNames().map((name, day) => (
        <li key={name} class={now.weekday === day + 1 ? 'today' : ''}>
          <span class="d">{name}</span>
          <span class="day-hours">
            <Intervals
              of={name}
              hours={week[day] ?? []}
              none={week.every((hours) => hours.length === 0) ? words.openAllDay : words.closed}
              onChange={(hours) => onChange(replaceDay(week, day, hours))}
            />
            {manages && (
              <Menu
                label={words.copy({ day: name })}
                class="icon-btn"
                opens={day > 3 ? 'above' : 'below'}
                items={copies(day).map(({ label, to }) => ({ label, run: () => onChange(copyDay(week, day, to)) }))}
              >
                <Icon name="copy" />
              </Menu>
            )}
          </span>
          <Track
            week={week}
            day={day}
            now={now.weekday === day + 1 ? now.minute : null}
            onChange={manages ? (hours) => onChange(replaceDay(week, day, hours)) : null}
          />
        </li>
      ))}
    </ul>
  </>
);

/** Where a day's hours can go. */
function copies(day: number): { label: string; to: number[] }[] {
  const others = (days: number[]) => days.filter((one) => one !== day);
  return [
    { label: words.copyWorkdays, to: others(WORKDAYS) },
    { label: words.copyAll, to: others(ALL) },
    ...others(ALL).map((to) => ({ label: words.copyTo({ day: dayNames()[to] ?? '' }), to: [to] })),
  ];
}
