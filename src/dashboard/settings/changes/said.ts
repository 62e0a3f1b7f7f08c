import { languageName } from '../../parts/format';
import { changes } from '../../words/en/changes';
import { labels } from '../../words/en/labels';
import { inLanguage, list, number } from '../../words/words';

/** Settings and their values in words. */

const weekdays = inLanguage((tag) => new Intl.DateTimeFormat(tag, { weekday: 'long', timeZone: 'UTC' }));
/** 5 January 1970 was a Monday. */
const weekday = (n: number): string => weekdays().format((4 + n) * 86_400_000);

const known = (words: object, key: string): string | undefined =>
  Object.hasOwn(words, key) ? (words as Record<string, string>)[key] : undefined;

/** "Away message, German" for `awayMessage.de`. */
export function fieldName(path: string): string {
  const [first = '', ...rest] = path.split('.');
  const field = known(changes.fields, first) ?? first;
  const part = rest.at(-1);
  if (part === undefined) return field;
  const day = first === 'week' && /^[0-6]$/.test(part) ? weekday(Number(part)) : undefined;
  const language = /^[a-z]{2,3}$/.test(part) ? languageName(part) : undefined;
  return changes.fieldOf({ field, part: day ?? known(changes.fields, part) ?? language ?? part });
}

/** A value as people read it. */
export function valueWords(path: string, value: unknown): string {
  const [field = ''] = path.split('.');
  if (value === undefined || value === null) return changes.nothing;
  if (typeof value === 'boolean') return value ? changes.on : changes.off;
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return textWords(field, value);
  if (!Array.isArray(value)) return objectWords(path, value);
  if (value.length === 0) return field === 'week' ? changes.closed : changes.nothing;
  return list(value.map((one) => valueWords(path, one)));
}

function textWords(field: string, text: string): string {
  if (text === '') return changes.empty;
  if (field === 'urgentReasons') return known(labels.reasons, text) ?? text;
  if (field === 'role') return known(labels.roles, text) ?? text;
  if (field === 'firstLanguage' || field === 'lang') return languageName(text);
  return CHOICES.has(field) ? (known(changes.values, text) ?? text) : text;
}

/** Settings with a few fixed values. */
const CHOICES = new Set([
  'atClosing',
  'handoff',
  'responder',
  'whenUnsure',
  'shownAs',
  'kind',
  'import',
  'position',
  'launcher',
  'launcherIcon',
]);

/** Hours, days, rules and whatever else has parts. */
function objectWords(path: string, value: object): string {
  const { opens, closes, date, from, to, name, intervals } = value as Record<string, unknown>;
  if (typeof opens === 'string') return `${opens}–${closes}`;
  if (typeof from === 'string') return `${name ? `${name}: ` : ''}${from === to ? from : `${from} – ${to}`}`;
  if (typeof date === 'string') {
    const hours = Array.isArray(intervals) && intervals.length === 0 ? changes.closed : valueWords('', intervals);
    return `${name ? `${name}: ` : ''}${date}, ${hours}`;
  }
  if (typeof name === 'string' && name) return name;
  const parts = Object.entries(value).filter(([, one]) => !isEmpty(one));
  return list(parts.map(([key, one]) => valueWords(`${path}.${key}`, one)));
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0);
