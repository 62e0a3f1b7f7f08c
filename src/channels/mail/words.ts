import type { StaffLanguage } from '../../words/words';

/** How mails to the team put things: what customers wrote is text, one line where a line is meant, and cut. */

/** Line breaks and controls, and what would turn the direction of all that follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed.
const BREAKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** @param most characters, the ellipsis included; no character is cut in two */
export function line(text: string, most: number): string {
  const characters = [...text.replace(BREAKS, ' ').trim()];
  if (characters.length <= most) return characters.join('');
  return `${characters
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`;
}

/** Controls but the line break, and what would turn the direction of all that follows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is being removed.
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** What somebody wrote in lines, cut like `line`; never more than one empty line in a row. */
export function lines(text: string, most: number): string[] {
  const clean = text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\t/g, ' ')
    .replace(CONTROLS, '');
  const trimmed = clean.split('\n').map((one) => one.trimEnd());
  const whole = trimmed
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const characters = [...whole];
  if (characters.length <= most) return whole.split('\n');
  const cut = characters.slice(0, most - 1).join('');
  return `${cut.trimEnd()}…`.split('\n');
}

const WIDTH = 62;

/** Words in lines that old mail programs show whole. @param indent of every line but the first */
export function wrapped(text: string, indent = '  '): string {
  const lines: string[] = [];
  let now = '';
  for (const word of text.split(' ')) {
    if (now !== '' && now.length + 1 + word.length > WIDTH) {
      lines.push(now);
      now = `${indent}${word}`;
    } else now = now === '' ? word : `${now} ${word}`;
  }
  return [...lines, now].join('\n');
}

const clock = (timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** "14:03" */
export const timeIn = (timeZone: string, at: number): string => clock(timeZone).format(at);

/** A short month is a number in Bulgarian. */
const DAYS = {
  en: { locale: 'en-GB', month: 'short' },
  bg: { locale: 'bg-BG', month: 'long' },
} as const;

/** "Tue 12 May, 14:03", „вт 12 май, 14:03“ */
export function dateIn(timeZone: string, at: number, language: StaffLanguage): string {
  const { locale, month } = DAYS[language];
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short', day: 'numeric', month });
  return `${day.format(at).replace(',', '')}, ${timeIn(timeZone, at)}`;
}
