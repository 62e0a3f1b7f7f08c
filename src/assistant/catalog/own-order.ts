import { LEXICON } from './lexicon';
import { fold, folded, type Phrase, standsIn } from './words';

const ORDER_NUMBER = /(?:#|№|\bno\.?|\bnr\.?)\s*\d{3,}|\b[A-Z]{0,3}-?\d{4,}\b/;
const GOODS = '(?:my|our) (?:\\w+ )?(?:order|parcel|package|delivery|shipment)';
const STATUS = [
  new RegExp(`\\b(?:where|wheres|status)\\b.*\\b(?:${GOODS}|my (?:refund|money))\\b`),
  new RegExp(
    `\\b(?:has|have|is|did|hasnt|havent|isnt|when|will)\\b.*\\b${GOODS}\\b.*\\b(?:ship|shipped|sent|left|arrive|arrives|arrived|come|coming|delivered|here|dispatched|late|delayed|way|processed|yet)\\b`,
  ),
  new RegExp(`\\bwaiting (?:for|on) ${GOODS}\\b`),
  /\bmy (?:last|previous|latest|recent|current) orders?\b/,
  /\bdid my (?:payment|order|return|refund|email|parcel)\b/,
  /\b(?:did|have) you (?:get|got|receive|received) my\b/,
  /\b(?:charged|paid|billed) (?:me )?twice\b|\btwice (?:charged|billed)\b/,
  /\bi (?:have )?ordered\b.*\b(?:nothing|still|hasnt|not here)\b/,
  /^(?:please|can you|could you|pls)\b.*\b(?:change|cancel|update|check|correct)\b.*\bmy (?:order|account|address|invoice|booking|delivery address)\b/,
  /\bdid i (?:use|order|pay|choose|enter|buy)\b/,
  /\bhow many (?:loyalty |bonus )?points do i have\b/,
  new RegExp(`\\b${GOODS}\\b.*\\b(?:not|hasnt|isnt|didnt|wasnt|still|yet|late|never|stuck)\\b.*`),
];

/** Where it can be followed or fetched is told by the help pages. */
const HOW_TO_FOLLOW = /\bcan i\b|pick.?up|abhol|verfolg|retir|ritir|suivre/;

/**
 * Whether a question is about somebody's own order, which no catalogue knows.
 * @param plain its words, folded
 */
export function asksForOrder(text: string, plain: string[]): boolean {
  const order = LEXICON.order.some((p) => standsIn(plain, p));
  const says = (list: Phrase[]) => list.some((p) => standsIn(plain, p));
  if (order && says(LEXICON.mine) && says(LEXICON.when) && !says(LEXICON.may)) return true;
  if (order && LEXICON.notYet.some((p) => standsIn(plain, p))) return true;
  if (HOW_TO_FOLLOW.test(fold(text))) return false;
  if (order && (LEXICON.where.some((p) => standsIn(plain, p)) || ORDER_NUMBER.test(text))) return true;
  const line = folded(text.replace(/['’]/g, '')).join(' ');
  return STATUS.some((pattern) => pattern.test(line));
}

const PROGRESS =
  /^(?:track|status|arriv|deliver|ship|sent|come|coming|late|delayed|dispatch|verschick|versend|liefer|ankomm|livr|expedi|llega|enviad|arriv|spedit|consegn|verzond|bezorg|entreg|enviad|wyslan|dostarcz|livrat)/u;

/** Something is to be done about it, or about the address that it goes to. */
const TO_DO =
  /^(?:chang|cancel|updat|correct|twice|address|adress|storn|ander|annul|modif|cambi|indiriz|direcc|wijzig|alterar|enderec|zmien|anul|schimb|αλλα|ακυρ|degis|iptal|змін|скас|промен|откаж)/u;

/** Of such a question: whether it asks how far the order is, and not for something to be done. */
export const asksHowFar = (plain: string[]): boolean =>
  !plain.some((word) => TO_DO.test(word)) &&
  ([LEXICON.where, LEXICON.when, LEXICON.notYet].some((list) => list.some((p) => standsIn(plain, p))) ||
    plain.some((word) => PROGRESS.test(word)));
