import { consentOf } from '../../domain/consent';
import type { Card } from '../../protocol/common';
import { type AnswerPart, type Assistant, type Question, SURE } from '../assistant';
import { phrasesFor } from '../phrases';
import { type Considered, consider } from './consider';
import { withLastWords } from './handed-back';
import { cardOf, followUp, MAX_CARDS, type Offer, offerOf } from './offer';
import { type Understood, understand } from './question';
import { quote } from './quote';
import type { Reply } from './reply';
import type { ScoredPassage } from './score';
import { smallTalkOf } from './small-talk';
import type { Phrase } from './words';

/**
 * The built-in first responder: answers from one store's products and help articles, by search alone. Every figure it
 * says stands there. By itself it asks for a person only for a topic that it cannot know; whoever counts its unsure answers
 * does for the rest.
 */
export function catalogAssistant(db: D1Database, store: string): Assistant {
  return {
    answer: (question) => answer(db, store, question),
    handoverWords: (lang) => phrasesFor(lang).handover,
    offerWords: (lang) => phrasesFor(lang).offer,
    offerQuestionWords: (lang) => phrasesFor(lang).offerQuestion,
  };
}

async function* answer(db: D1Database, store: string, question: Question): AsyncGenerator<AnswerPart> {
  const { text, lang, handedBack: back } = question;
  const phrases = phrasesFor(lang);
  const small = smallTalkOf(text, back?.by ?? null);
  if (small) {
    yield* say({ ...NOTHING, text: [phrases[small]] }, '');
    return;
  }
  const understood = understand(text, lang);
  if (declines(question, understood)) {
    yield* say({ ...NOTHING, text: [phrases.ok] }, '');
    return;
  }
  const before = shownBefore(question);
  const considered = await consider(
    db,
    store,
    asked,
    before.map((card) => card.id),
    filtersOf(text).filters,
  );
  if (question.signal.aborted) return;

  const { found, products, weights } = considered;
  const follows = asked.order ? null : followUp(found.products, before, asked, lang);
  const reply = fromOffer(follows, products[0]?.coverage ?? 0, asked) ?? decide(asked, considered, lang);
  const told = back ? withLastWords(reply, { text, lang, back, asked, weights, shown: before.length > 0 }) : reply;
  // Somebody's own order is a topic that no catalogue knows: a person is asked for at once, unless one has just spoken of it.
  const handoff = asked.order && told === reply ? ({ reason: 'unsupported_topic', trigger: text } as const) : null;
  yield* say(told, asked.query, handoff);
}

const NOTHING = { cards: [], links: [], confidence: 1 };

/** A no to the offer that stands right before it, in whatever words, and no question beside it. */
function declines({ text, lang, history }: Question, asked: Understood): boolean {
  const { offer, offerQuestion } = phrasesFor(lang);
  const last = history.at(-1);
  if (last?.from !== 'assistant' || ![offer, offerQuestion].some((words) => last.text.trimEnd().endsWith(words)))
    return false;
  const asks = asked.leans !== null || asked.hints.length > 0 || asked.limit !== null;
  return !asks && consentOf(text, lang) === 'no';
}

type Asks = Extract<AnswerPart, { type: 'done' }>['handoff'];

function* say({ text, cards, links, confidence }: Reply, query: string, handoff: Asks = null): Generator<AnswerPart> {
  for (const piece of text) yield { type: 'text', text: piece };
  if (cards.length > 0) yield { type: 'cards', cards };
  if (links.length > 0) yield { type: 'links', links };
  const products = cards.map(({ id, title, url }) => ({ id, title, url }));
  yield { type: 'done', query, confidence, products, articles: links, handoff };
}

/** The cards of the last answer that had some, unless a person spoke since. */
function shownBefore({ history }: Question): Card[] {
  for (const message of history.slice(-6).reverse()) {
    if (message.from === 'staff') return [];
    if (message.cards.length > 0) return message.cards;
  }
  return [];
}

const replyOf = ({ text, shown, confidence }: Offer): Reply => ({
  text,
  cards: shown.map(cardOf),
  links: [],
  confidence,
});

/** A follow-up holds unless the question names something itself. */
const fromOffer = (offer: Offer | null, coverage: number, asked: Understood): Reply | null =>
  offer && (asked.it || asked.terms.length === 0 || coverage < 0.9) ? replyOf(offer) : null;

/** What the answer is to be found by inside a passage: not the words that its headings have already. */
const sought = (asked: Understood, { inside }: ScoredPassage): Phrase[] => [
  ...inside.flatMap((n) => asked.terms[n]?.forms ?? []),
  ...asked.hints,
];

/** Below this, what was found has nothing to do with what was asked. */
const WORTH_SHOWING = { coverage: 0.3, certainty: 0.04 };
/** What is said of somebody's own order, which cannot be seen. */
const ORDER = 0.3;

function decide(asked: Understood, { products, passages, weights, certainty }: Considered, lang: string): Reply {
  const phrases = phrasesFor(lang);
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
  const links = [{ title: passage.found.title, url: passage.found.url }];
  const quoted = quote(passage.found.text, sought(asked, passage));
  const sure = asked.order ? Math.min(ORDER, certainty.passages) : certainty.passages;
  return { text: sure < SURE ? [...reserve, '\n', ...quoted] : quoted, cards: [], links, confidence: sure };
}
