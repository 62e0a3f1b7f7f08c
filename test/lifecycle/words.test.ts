import { describe, expect, it } from 'vitest';
import { REASONS, URGENT_BY_DEFAULT } from '../../src/domain/reasons';
import { Ack, Outcome, Piece, RatingSource, Source, StaffOutcome } from '../../src/protocol/common';
import { HandoffView } from '../../src/protocol/staff';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../src/settings/schema';
import { LANGUAGES } from '../../widget/panel/language';
import { NUMBERS, SENTENCES, type SentenceNumber } from './sentences.ts';

/** The page's words are the code's words. */

const inCode = (n: SentenceNumber): string[] =>
  [...SENTENCES[n].matchAll(/`([^`]+)`/g)].flatMap((found) => found[1] ?? []);
const inBrackets = (n: SentenceNumber): string[] =>
  [...SENTENCES[n].matchAll(/\[([^\]]+)\]/g)].flatMap((found) => found[1] ?? []);
const same = (theirs: readonly string[], ours: readonly string[]) =>
  expect([...theirs].sort()).toEqual([...ours].sort());

describe('the code says what the page says', () => {
  it('of reasons', () => same(REASONS, inCode('4.1.1')));
  it('of what is urgent by default', () => same(URGENT_BY_DEFAULT, inCode('4.1.2')));
  it('of where a handoff stands', () => {
    expect(HandoffView.entries.status.options).toEqual(inCode('3.1.1')[0]?.split(' → '));
  });
  it('of how it ends', () => {
    same(StaffOutcome.options, inCode('3.2'));
    same(Outcome.options, (['3.2', '3.3', '3.4', '3.5', '3.6', '3.7'] as const).flatMap(inCode));
  });
  it('of who asked', () => {
    same(Source.options, /source \(([^)]+)\)/.exec(SENTENCES['3.8'])?.[1]?.split(', ') ?? []);
  });
  it('of what a rating is about', () => same(RatingSource.options, inCode('8.3.2')));
  it('of turns and places', () => {
    expect(Object.keys(Piece.entries)).toContain(inCode('2.1.2')[0]);
    expect(Object.keys(Ack.entries)).toContain(inCode('11.2.1')[0]);
  });
  it('of customers’ languages', () => {
    same(LANGUAGES, /at least ([^(]+) \(/.exec(SENTENCES['11.4.1'])?.[1]?.split(', ') ?? []);
  });
});

const MINUTES = (n: number) => `${n} min`;

/** Where a store changes what stands in brackets, and how its default reads. */
const SETTINGS: Record<`${SentenceNumber} ${string}`, (settings: StoreSettings) => string> = {
  '4.1.1 2': (s) => String(s.unsureAnswers),
  '4.1.2 `refund`, `complaint`, `escalation`': (s) => s.urgentReasons.map((reason) => `\`${reason}\``).join(', '),
  '4.2.1 directly': (s) => (s.whenUnsure === 'hand_over' ? 'directly' : 'asks first'),
  '4.2.1 2': (s) => String(s.unsureAnswers),
  '5.3.4 on': (s) => (s.emailUrgentOffHours ? 'on' : 'off'),
  '5.4.3 2 min': (s) => MINUTES(s.summaryWaits),
  '5.4.4 60 min': (s) => MINUTES(s.askedAgainWithin),
  '6.4 3 min': (s) => MINUTES(s.alertAgainAfter),
  '6.5 5 min': (s) => MINUTES(s.longerAfter),
  '6.6 30 min': (s) => MINUTES(s.giveUpAfter),
  '6.7 finish': (s) => s.atClosing,
  '7.4 first name': (s) => s.shownAs.replace('_', ' '),
  '7.6.4 2 min': (s) => MINUTES(s.transferAfter),
  '7.9.1 2 min': (s) => MINUTES(s.goneAfter),
  '7.9.2 5 min': (s) => MINUTES(s.unansweredAssignee),
  '7.9.2 10 min': (s) => MINUTES(s.unansweredDesk),
  '7.11.1 90 s': (s) => `${s.replyByEmailAfter} s`,
  '8.5.1 0': (s) => String(s.handbackDays),
  '8.5.4 2': (s) => String(s.quietAfterHandback),
  '8.6.1 4': (s) => String(s.followUpAfter),
  '9.1.2 12 h': (s) => `${s.dutyEndsAfter} h`,
  '9.2.6 10': (s) => String(s.urgentEmailsAnHour),
};

describe('what stands in brackets', () => {
  const brackets = NUMBERS.flatMap((n) => inBrackets(n).map((value) => `${n} ${value}` as const));

  it('is what a store can change, all of it', () => same(Object.keys(SETTINGS), brackets));

  it.each(Object.entries(SETTINGS))('%s is the default', (bracket, read) => {
    expect(read(DEFAULT_SETTINGS)).toBe(bracket.slice(bracket.indexOf(' ') + 1));
  });
});
