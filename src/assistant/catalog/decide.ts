import { SURE } from '../assistant';
import { phrasesFor } from '../phrases';
import type { Considered } from './consider';
import { cardOf, MAX_CARDS, type Offer, offerOf } from './offer';
import type { Understood } from './question';
import { quote } from './quote';
import type { Reply } from './reply';
import type { ScoredPassage } from './score';
import type { Phrase } from './words';

export const replyOf = ({ text, shown, confidence }: Offer): Reply => ({
  text,
  cards: shown.map(cardOf),
  links: [],
  confidence,
});

/** What the answer is to be found by inside a passage: not the words that its headings have already. */
const sought = (asked: Understood, { inside }: ScoredPassage): Phrase[] => [
  ...inside.flatMap((n) => asked.terms[n]?.forms ?? []),
  ...asked.hints,
];

/** Below this, what was found has nothing to do with what was asked. */
const WORTH_SHOWING = { coverage: 0.3, certainty: 0.04 };
/** What is said of somebody's own order, which cannot be seen. */
const ORDER = 0.3;

/** The reply to a question: of products or of a passage, whichever is likelier right. */
export function decide({ asked, products, passages, written, weights, certainty }: Considered, lang: string): Reply {
  const phrases = phrasesFor(lang);
  if (written) return { text: [written.found.text], cards: [], links: [], confidence: certainty.passages };
  const [passage] = passages;
  const coverage = Math.max(products[0]?.coverage ?? 0, passage?.coverage ?? 0);
  const confidence = Math.max(certainty.products, certainty.passages);
  if (coverage < WORTH_SHOWING.coverage || confidence < WORTH_SHOWING.certainty) {
    const text = [asked.order ? phrases.noOrders : phrases.unknown];
    return { text, cards: [], links: [], confidence: Math.min(0.1, confidence) };
  }
  const reserve = [asked.order ? phrases.noOrders : phrases.notSure, ` ${phrases.closest}`];
  if (!passage || (certainty.products > certainty.passages && !asked.order)) {
    const offer = offerOf(products, asked, weights, certainty.products, lang);
    if (offer.confidence >= SURE) return replyOf(offer);
    return replyOf({ ...offer, text: reserve, shown: offer.shown.slice(0, MAX_CARDS / 2) });
  }
  const { title, url } = passage.found;
  const links = url ? [{ title, url }] : [];
  // What was written as an answer is one as a whole.
  const quoted = passage.found.lang === null ? quote(passage.found.text, sought(asked, passage)) : [passage.found.text];
  const sure = asked.order ? Math.min(ORDER, certainty.passages) : certainty.passages;
  return { text: sure < SURE ? [...reserve, '\n', ...quoted] : quoted, cards: [], links, confidence: sure };
}
