import { MARK } from '../loop';
import { ADDRESS, DATED, HEAD, OPENS, WROTE } from './quote-words';
import { unsigned } from './signatures';

/**
 * Of an answer's text, what its writer wrote: without what the mail program quoted and without signatures. Answers above,
 * below and between the quotes are all kept. What is in doubt is kept too: too much is read over, too little is lost.
 */

export interface Cut {
  text: string;
  /** Whether anything was recognised as quoted. */
  quoted: boolean;
}

/** Who would read more, more lines, or longer ones than this? They cost time. */
const LONGEST_TEXT = 1_000_000;
const MOST_LINES = 5_000;
const LONGEST_LINE = 5_000;
/** Of the link in the last line of our own mails: what stands behind it was written by somebody else. */
const OUR_LAST_LINE = /\/mail\/stop\?token=/;
const RULE = /^[\s*]*[-_=—–]{5,}[\s*]*$/;
/** "-----Original Message-----", in whatever language: a head follows, with some programs on the same line. */
const DIVIDER = /^[\s*]*-{3,}\s*\p{L}[\p{L}\p{M}'’ -]{3,60}?\s*-{3,}(.*)$/u;

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const isQuote = (line: string): boolean => /^ ?>/.test(line);

/** Controls, and marks that only turn directions or join nothing. Joiners stay: some scripts and pictures need them. */
const INVISIBLE = /(?!\n)[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

function linesOf(text: string): string[] {
  const clean = text
    .slice(0, LONGEST_TEXT)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u00a0\u202f\t]/g, ' ')
    .replace(INVISIBLE, '');
  const lines = clean.split('\n', MOST_LINES).map((line) => line.slice(0, LONGEST_LINE));
  // The one space that means something at an end: a signature's (RFC 3676 section 4.3).
  return lines.map((line) => (line === '-- ' ? line : line.trimEnd()));
}

/** Arabic and Persian digits as ours, for looking at dates. */
const plainDigits = (text: string) =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

const nextLine = (lines: string[], from: number): string =>
  lines.slice(from, from + 3).find((line) => !isBlank(line)) ?? '';

/** Whether these lines say "On … wrote:": by its words, or by an address before a quote. One of both it always has. */
function introduces(lines: string[], from: number, to: number): boolean {
  if (!/[:：]$/.test(lines[to - 1] ?? '')) return false;
  const joined = plainDigits(lines.slice(from, to).join(' ').trim());
  if (joined.length > 400 || !DATED.test(joined)) return false;
  const wrote = WROTE.test(joined);
  return ADDRESS.test(joined) ? wrote || isQuote(nextLine(lines, to)) : wrote && isQuote(nextLine(lines, to));
}

/** Where the introduction that begins at `from` ends; null where none does. Mail programs break it over up to four lines. */
function introduction(lines: string[], from: number): number | null {
  for (let to = from + 1; to <= from + 4 && !isBlank(lines[to - 1]) && !isQuote(lines[to - 1] ?? ''); to += 1) {
    if (!introduces(lines, from, to)) continue;
    // The one that begins latest: what stands above it is the customer's. A line that opens like one belongs to it.
    const later = Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i).filter((at) =>
      introduces(lines, at, to),
    );
    const opens = (at: number) => OPENS.test(plainDigits(lines[at] ?? '').trim());
    if (later.length === 0 || (opens(from) && !later.some(opens))) return to;
    return null;
  }
  return null;
}

/** Whether a quoted head begins here: sender, date, recipient, subject, at least three of them, one below the other. */
function isHead(lines: string[], from: number): boolean {
  const first = lines[from] ?? '';
  if (!(HEAD.from.test(first) || HEAD.sent.test(first) || HEAD.subject.test(first))) return false;
  const near = lines.slice(from, from + 10);
  const end = near.findIndex(isBlank);
  const block = end < 0 ? near : near.slice(0, end);
  const kinds = Object.values(HEAD).filter((label) => block.some((line) => label.test(line)));
  return kinds.length >= 3 && DATED.test(plainDigits(block.join(' ')));
}

/** Whether all that follows is somebody else's. */
function endsHere(lines: string[], at: number, forwarded: boolean): boolean {
  const line = lines[at] ?? '';
  if (line.includes(MARK)) return true;
  if (forwarded) return false;
  const below = lines.slice(at + 1, at + 4).findIndex((other) => !isBlank(other));
  const next = below < 0 ? lines.length : at + 1 + below;
  const [divider, beside = ''] = DIVIDER.exec(line) ?? [];
  if (divider) return Object.values(HEAD).some((label) => label.test(isBlank(beside) ? (lines[next] ?? '') : beside));
  return isHead(lines, RULE.test(line) ? next : at);
}

/** The lines that bring up our own mail in a language that is not known: before its first line they need no verb. */
function withoutIntroduction(lines: string[]): string[] {
  const own = lines.slice(0, lines.findLastIndex((line) => !isBlank(line) && !RULE.test(line)) + 1);
  const begin = own.findLastIndex(isBlank) + 1;
  const last = own.slice(begin);
  const headed = last.filter((line) => /^[\s*]*[\p{L}\p{M} ]{1,24}[\s*]*[:：]/u.test(line)).length;
  if (headed >= 3 && DATED.test(plainDigits(last.join(' ')))) return own.slice(0, begin);
  if (!/[:：]$/.test(own.at(-1) ?? '')) return own;
  const dated = (from: number) => DATED.test(plainDigits(own.slice(from).join(' ')));
  const from = [1, 2, 3].map((count) => own.length - count).find((at) => at >= begin && dated(at));
  return from === undefined ? own : own.slice(0, from);
}

const written = (lines: string[]): string =>
  unsigned(lines)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** @param forwarded of a mail that passes another one on, the heads are kept */
export function cut(text: string, { forwarded = false } = {}): Cut {
  const lines = linesOf(text);
  const own: string[] = [];
  const introduced = lines.map((line, i) => (isBlank(line) ? null : introduction(lines, i)));
  // One lonely line may be an arrow of the customer's own.
  const quoting = lines.filter(isQuote).length > 1 || introduced.some((end) => end !== null);
  let quoted = false;
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const end = introduced[at] ?? null;
    if (quoting && isQuote(line)) {
      quoted = true;
    } else if (end !== null) {
      quoted = true;
      if (!isQuote(nextLine(lines, end))) break;
      at = end - 1;
    } else if (endsHere(lines, at, forwarded)) {
      quoted = true;
      break;
    } else own.push(line);
  }
  const above = written(lines[at]?.includes(MARK) ? withoutIntroduction(own) : own);
  // Without marks at its lines, where a quote ends is told by our own last line alone.
  const ours = above === '' && at < lines.length ? lines.findLastIndex((line) => OUR_LAST_LINE.test(line)) : -1;
  return { text: ours > at ? written(lines.slice(ours + 1)) : above, quoted };
}
