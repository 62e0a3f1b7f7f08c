import type { Money } from '../../protocol/common';
import { calledIn } from '../../protocol/names';
import { common } from '../words/en/common';
import { news } from '../words/en/news';
import { inLanguage } from '../words/words';

const clockTime = inLanguage((tag) => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }));
const dayName = inLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: 'short', day: 'numeric', month: 'short' }));
const languages = inLanguage((tag) => new Intl.DisplayNames(tag, { type: 'language' }));
const zoned = inLanguage((tag) => (timeZone: string) => new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone }));
export const priced = inLanguage(
  (tag) => (currency: string) => new Intl.NumberFormat(tag, { style: 'currency', currency }),
);

/** The reader's own time of day. */
export const time = (at: number): string => clockTime().format(at);

export const sameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

/** Whether a line stands between the days; before the first message only where that is not today's. */
export const beginsDay = (before: number | undefined, at: number, now: number): boolean => !sameDay(before ?? now, at);

/** "Today", "Yesterday", or the date. */
export function day(at: number, now: number): string {
  if (sameDay(at, now)) return common.today;
  const yesterday = new Date(now);
  yesterday.setDate(yesterday.getDate() - 1);
  return sameDay(at, yesterday.getTime()) ? common.yesterday : dayName().format(at);
}

/** `m:ss`, or `h:mm:ss` from an hour on. */
export function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** A customer's name, in the reader's words where they gave none. */
export const called = (name: string): string => calledIn(news.guest({ n: '{n}' }), name);

/** What to call somebody in a sentence: the first name, or the whole of "Guest 4821". */
export function firstName(name: string): string {
  const [first = name, second = ''] = called(name).trim().split(/\s+/);
  return /^\d+$/.test(second) ? `${first} ${second}` : first;
}

/** For comparing: without accents and capitals. */
export const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** `amount` is in minor units of the currency. */
export function money({ amount, currency }: Money): string {
  try {
    const format = priced()(currency);
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  } catch {
    return `${amount / 100} ${currency}`;
  }
}

/** "German" for `de`; the tag itself where it has no name. */
export function languageName(tag: string): string {
  try {
    return languages().of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const baseOf = (tag: string) => tag.split('-')[0]?.toLowerCase();
const read = new Set(navigator.languages.map(baseOf));

/** Whether this is a language that the reader's browser asks for. */
export const isReaders = (tag: string): boolean => read.has(baseOf(tag));

/** "13:09, Berlin"; null for a zone that this browser does not know. */
export function localTime(zone: string, now: number): string | null {
  try {
    return `${zoned()(zone).format(now)}, ${zone.split('/').at(-1)?.replaceAll('_', ' ')}`;
  } catch {
    return null;
  }
}

/** For the middle of a sentence. */
export const lowerFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase() + text.slice(1);

export const initials = (name: string): string =>
  name
    .split(/[\s&]+/)
    .filter((word) => /^\p{L}|^\p{N}/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase() ?? '')
    .join('');

/** The address if it is one that is safe to open, else null. */
export const webAddress = (url: string): string | null => (/^https?:\/\//i.test(url) ? url : null);
