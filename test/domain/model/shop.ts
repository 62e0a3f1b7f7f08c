import fc from 'fast-check';
import { type Calendar, closingTime, type Interval, nextOpening } from '../../../src/domain/calendar';
import type { Hours } from '../../../src/domain/handoff';
import { DAY, DEFAULT_POLICY, HOUR, type Policy } from '../../../src/domain/policy';

/** A store of the model: any calendar, and what else a store can set. */

const MINUTE = 60_000;
/** A Friday afternoon; on Sunday the clocks change in Europe. */
export const T0 = Date.UTC(2028, 2, 24, 15, 0, 0);

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 30))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
const interval = fc.record({ opens: time, closes: time });
const ANY: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.constantFrom('Europe/Sofia', 'America/St_Johns', 'Pacific/Auckland', 'UTC'),
  week: fc.array(fc.array(interval, { maxLength: 2 }), { minLength: 7, maxLength: 7 }),
  closures: fc.array(fc.constant({ from: '2028-03-27', to: '2028-04-02', yearly: false }), { maxLength: 1 }),
  specialDays: fc.constant([]),
});
const nine: Interval[] = [{ opens: '09:00', closes: '18:00' }];
const plain = { timeZone: 'Europe/Sofia', closures: [], specialDays: [] };
const ALWAYS: Calendar = { ...plain, week: [[], [], [], [], [], [], []] };
const WEEKDAYS: Calendar = { ...plain, week: [nine, nine, nine, nine, nine, [], []] };
const NEVER: Calendar = { ...WEEKDAYS, closures: [{ from: '2028-01-01', to: '2028-12-31', yearly: true }] };

/** When a calendar is open, looked up once: calendars are slow to read. */
export class Opening {
  readonly #spans: { start: number; end: number }[] = [];
  #reach = T0 - DAY;

  constructor(private readonly calendar: Calendar) {}

  /** The one that holds this instant, or the next one after it; null where there is none. */
  from(now: number): { start: number; end: number } | null {
    for (;;) {
      const found = this.#spans.find(({ end }) => end > now);
      if (found) return found;
      const start = this.#reach === Number.POSITIVE_INFINITY ? null : nextOpening(this.calendar, this.#reach);
      if (start === null) {
        this.#reach = Number.POSITIVE_INFINITY;
        return null;
      }
      this.#reach = closingTime(this.calendar, start) ?? Number.POSITIVE_INFINITY;
      this.#spans.push({ start, end: this.#reach });
    }
  }

  isOpen(now: number): boolean {
    return (this.from(now)?.start ?? Number.POSITIVE_INFINITY) <= now;
  }

  /** When so much open time has passed. */
  after(since: number, open: number): number | null {
    let left = open;
    for (let span = this.from(since); span; span = this.from(span.end)) {
      const begins = Math.max(span.start, since);
      if (begins + left <= span.end) return begins + left;
      left -= span.end - begins;
    }
    return null;
  }

  toString(): string {
    const days = this.calendar.week.map((day) => day.map(({ opens, closes }) => `${opens}-${closes}`).join(' ') || '·');
    const closed = this.calendar.closures.map(({ from, to }) => `, closed ${from} to ${to}`).join('');
    return `${this.calendar.timeZone}: ${days.join(' | ')}${closed}`;
  }
}

/** The same few calendars for all runs of a seed. */
export function openings(seed: number): Opening[] {
  const any = fc.sample(ANY, { numRuns: 12, seed });
  return [ALWAYS, WEEKDAYS, ...any, NEVER].map((calendar) => new Opening(calendar));
}

export interface Settings {
  /** Which of the openings. */
  calendar: number;
  atClosing: 'finish' | 'away';
  handbackDays: number;
  goneAfter: number;
  abandonAfter: number | null;
  followUpHours: number;
}

export const anySettings = (calendars: number): fc.Arbitrary<Settings> =>
  fc.record({
    // The plain ones half of the time.
    calendar: fc.oneof(fc.nat({ max: 1 }), fc.nat({ max: calendars - 1 })),
    atClosing: fc.constantFrom('finish' as const, 'away' as const),
    handbackDays: fc.constantFrom(0, 1, 7, 28),
    goneAfter: fc.constantFrom(1, 2, 10),
    abandonAfter: fc.constantFrom(null, 15, 120),
    followUpHours: fc.constantFrom(1, 4, 40),
  });

/** What the lifecycle needs of a store at an instant, as the conversation derives it from settings. */
export class Shop {
  constructor(
    private readonly calendars: readonly Opening[],
    public settings: Settings,
  ) {}

  get opening(): Opening {
    const opening = this.calendars[this.settings.calendar];
    if (!opening) throw new Error('no such calendar');
    return opening;
  }

  hours(now: number): Hours {
    const next = this.opening.from(now);
    if (next && next.start <= now) return { open: true };
    return { open: false, opensAt: next?.start ?? null, words: null, first: 'en' };
  }

  /** When the store closes for those who wait; null where it does not. */
  closesAt(now: number): number | null {
    if (this.settings.atClosing === 'finish') return null;
    const span = this.opening.from(now);
    if (!span || span.start > now) return now;
    return span.end === Number.POSITIVE_INFINITY ? null : span.end;
  }

  policy(now: number, pending: boolean): Policy {
    const { handbackDays, goneAfter, abandonAfter, followUpHours } = this.settings;
    return {
      ...DEFAULT_POLICY,
      closesAt: pending ? this.closesAt(now) : null,
      handbackFor: handbackDays * DAY,
      goneAfter: goneAfter * MINUTE,
      abandonAfter: abandonAfter === null ? null : abandonAfter * MINUTE,
      dueAt: (since) => this.opening.after(since, followUpHours * HOUR),
    };
  }
}
