import type { StoreSettings } from '../../settings/schema';
import { settings as words } from '../words/en/settings';

/** Numbers as people type them, within what the settings allow. */

type Numbers = { [K in keyof StoreSettings]: number extends StoreSettings[K] ? K : never }[keyof StoreSettings];
export type NumberKey = Exclude<Numbers, 'keepConversations'> | 'abandonAfter';

interface Range {
  /** The schema's own limits. */
  least: number;
  most: number;
  unit: Unit;
}
/** As the field's name and its fault say it. */
type Unit = keyof typeof words.units;

const minutes = (least: number, most: number): Range => ({ least, most, unit: 'minutes' });
const hours = (least: number, most: number): Range => ({ least, most, unit: 'hours' });
const count = (least: number, most: number, unit: Unit): Range => ({ least, most, unit });

export const RANGES: Record<NumberKey, Range> = {
  alertAgainAfter: minutes(1, 60),
  longerAfter: minutes(1, 60),
  giveUpAfter: minutes(2, 240),
  transferAfter: minutes(1, 30),
  goneAfter: minutes(1, 30),
  unansweredAssignee: minutes(1, 120),
  unansweredDesk: minutes(1, 240),
  abandonAfter: minutes(5, 1_440),
  summaryWaits: minutes(0, 30),
  askedAgainWithin: minutes(1, 1_440),
  replyByEmailAfter: { least: 10, most: 900, unit: 'seconds' },
  handbackDays: { least: 0, most: 28, unit: 'days' },
  followUpAfter: hours(1, 72),
  dutyEndsAfter: hours(1, 72),
  modelTokensADay: count(1_000, 1_000_000_000, 'tokens'),
  botAnswersWithin: { least: 20, most: 600, unit: 'seconds' },
  unsureAnswers: count(1, 5, 'answers'),
  quietAfterHandback: count(0, 10, 'messages'),
  urgentEmailsAnHour: count(1, 100, 'emails'),
};

export type Typed = { ok: true; number: number } | { ok: false; words: string };

/** Digits, with the unit behind them or not: "90", "5 min", "2 hours". */
export function readNumber(typed: string, key: NumberKey): Typed {
  const { least, most, unit } = RANGES[key];
  const [, digits, said = ''] = /^(\d{1,10})\s*(\p{L}*)$/u.exec(typed.trim()) ?? [];
  const number = Number(digits ?? Number.NaN);
  // "m", "min" and "minute" begin as the unit does; "h" after minutes means something else.
  const typedUnit = said.toLowerCase();
  const sameUnit =
    unit.startsWith(typedUnit) || `${typedUnit}s` === unit || words.units[unit].toLowerCase().startsWith(typedUnit);
  if (number >= least && number <= most && sameUnit) return { ok: true, number };
  return { ok: false, words: words.between({ least: String(least), most: String(most), unit: words.units[unit] }) };
}
