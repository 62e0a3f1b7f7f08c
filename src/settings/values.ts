import * as v from 'valibot';
import { faultOfWaiting, MOST_WAITING } from '../domain/waiting-words';

/** Kinds of values that a store's settings are made of. */

export const Language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

/** A store's own words by language; a missing one falls back to the store's first language. */
export const Words = v.record(Language, v.pipe(v.string(), v.maxLength(500)));

/** What whoever waits reads, by language. */
export const WaitingWords = v.record(
  Language,
  v.pipe(
    v.string(),
    v.maxLength(MOST_WAITING),
    v.check((text) => faultOfWaiting(text) === null, 'Something in braces is no estimate'),
  ),
);

/** The number of the newest entry that somebody saw of what they change (src/settings/audit.ts). */
export const Seen = v.pipe(v.number(), v.integer(), v.minValue(0));

export const Whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
