import * as v from 'valibot';
import { REASONS, URGENT_BY_DEFAULT } from '../domain/reasons';

/**
 * What a store can change: the values that stand in brackets in the lifecycle, and its own words. Kept as one JSON document
 * a store; what it does not say is the default, so a document of an older version reads as today's.
 */

const Time = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Interval = v.object({ opens: Time, closes: v.union([Time, v.literal('24:00')]) });
const Intervals = v.pipe(v.array(Interval), v.maxLength(6));
const Day = v.pipe(v.string(), v.isoDate());
const Zone = v.pipe(
  v.string(),
  v.maxLength(64),
  v.check((zone) => {
    try {
      return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
    } catch {
      return false;
    }
  }, 'Unknown time zone'),
);
const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));
/** What staff call a closure or a special day among themselves. */
const Name = v.pipe(v.string(), v.trim(), v.maxLength(60));
/** A store's own words by language; a missing one falls back to the store's first language. */
const Words = v.record(Language, v.pipe(v.string(), v.maxLength(500)));

const Minutes = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

export const StoreSettings = v.object({
  /** The language of the store's own words that others fall back to. */
  firstLanguage: v.optional(Language, 'en'),
  timeZone: v.optional(Zone, 'UTC'),
  /** Monday first. All seven empty: always open. */
  week: v.optional(v.pipe(v.array(Intervals), v.length(7)), () => [[], [], [], [], [], [], []]),
  closures: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.object({
            from: Day,
            to: Day,
            yearly: v.boolean(),
            name: v.optional(Name),
            message: v.optional(Words),
          }),
          // Of a yearly one only month and day count, and it may pass the turn of the year.
          v.check(({ from, to, yearly }) => yearly || from <= to, 'A closure ends after it begins'),
        ),
      ),
      v.maxLength(60),
    ),
    () => [],
  ),
  specialDays: v.optional(
    v.pipe(
      v.array(v.object({ date: Day, yearly: v.boolean(), name: v.optional(Name), intervals: Intervals })),
      v.maxLength(120),
    ),
    () => [],
  ),
  /** What customers read outside hours; without it the widget's own sentence. */
  awayMessage: v.optional(Words, () => ({})),
  /** Who still waits when the store closes: the table goes on, or they are told that the team is away. */
  atClosing: v.optional(v.picklist(['finish', 'away']), 'finish'),
  /** An urgent request outside hours is emailed at once. */
  emailUrgentOffHours: v.optional(v.boolean(), true),
  urgentReasons: v.optional(v.array(v.picklist(REASONS)), () => [...URGENT_BY_DEFAULT]),
  /** Minutes of waiting after which everyone on duty is alerted again. */
  alertAgainAfter: v.optional(Minutes(1, 60), 3),
  /** Minutes of waiting after which the customer reads that it takes longer, where there was no estimate. */
  longerAfter: v.optional(Minutes(1, 60), 5),
  /** Minutes of waiting after which the handoff ends `unanswered`. */
  giveUpAfter: v.optional(Minutes(2, 240), 30),
});
export type StoreSettings = v.InferOutput<typeof StoreSettings>;

/** What replaces a store's settings: all of them. What is left out would silently become the default. */
export const WholeSettings = v.required(StoreSettings);

export const DEFAULT_SETTINGS: StoreSettings = v.parse(StoreSettings, {});
