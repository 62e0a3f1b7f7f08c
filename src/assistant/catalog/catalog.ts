import { consentOf } from '../../domain/consent';
import type { Card } from '../../protocol/common';
import type { AnswerPart, Assistant, Question } from '../assistant';
import { filtersOf } from '../knowledge/searching/filters';
import { phrasesFor } from '../phrases';
import { withLastWords } from './handed-back';
import { cardOf, followUp, MAX_CARDS, type Offer, offerOf } from './offer';
import { type Understood, understand } from './question';
import { quote } from './quote';
import type { Reply } from './reply';
import { isFigure, type ScoredPassage, scorePassages, scoreProducts, weigh } from './score';
import { search } from './search';
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
  const found = await search(
    db,
    store,
    understood.terms,
    before.map((card) => card.id),
    filtersOf(text).filters,
  );
  if (question.signal.aborted) return;

  // With what the shop's own words made of them: mistyped ones are right from here on.
  const asked = { ...understood, terms: found.terms };
  const weights = weigh(asked.terms, found);
  const searched = found.products.filter((p) => p.score !== null);
  const products = scoreProducts(searched, asked.terms, weights);
  const passages = scorePassages(found.passages, asked, weights);
  const reply =
    (asked.order
      ? null
      : fromOffer(followUp(found.products, before, asked, lang), products[0]?.coverage ?? 0, asked)) ??
    decide(asked, products, passages, weights, lang);
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

/** From here on, what was found is said without reserve. The curve is steep: half of a question is not an answer. */
const HALF_SURE = 0.62;
const confidenceOf = (coverage: number): number => 1 / (1 + Math.exp(-12 * (coverage - HALF_SURE)));

/** Below this, what was found has nothing to do with what was asked. */
const WORTH_SHOWING = 0.3;
const LEANING = 0.12;
/** Every word of the question is in the product's name. */
const NAMED = 0.05;

function decide(
  asked: Understood,
  products: ReturnType<typeof scoreProducts>,
  passages: ScoredPassage[],
  weights: number[],
  lang: string,
): Reply {
  const phrases = phrasesFor(lang);
  const [product] = products;
  const [passage] = passages;
  // Figures alone name nothing.
  const sensible = asked.terms.some((term) => !isFigure(term.word));
  const goodsCoverage = sensible ? (product?.coverage ?? 0) : 0;
  // "Do you sell bicycles?" is not answered by a paragraph that says where to lean one.
  const beside = asked.leans === 'products' && passage && passage.titled < 0.5 ? 0.6 : 1;
  const helpCoverage = sensible ? (passage?.coverage ?? 0) * beside : 0;
  const goods =
    goodsCoverage +
    (asked.leans === 'products' ? LEANING : asked.bare ? LEANING / 2 : 0) +
    (product?.inside.length === 0 && goodsCoverage > 0.99 ? NAMED : 0);
  const help = helpCoverage + (asked.leans === 'articles' ? LEANING : 0);
  const coverage = Math.max(goodsCoverage, helpCoverage);
  if (coverage < WORTH_SHOWING) {
    return {
      text: [asked.order ? phrases.noOrders : phrases.unknown],
      cards: [],
      links: [],
      confidence: Math.min(0.1, coverage),
    };
  }

  if (product && goods > help && !asked.order) {
    const offer = offerOf(products, asked, weights, confidenceOf(goodsCoverage), lang);
    return replyOf(
      offer.confidence >= 0.5
        ? offer
        : { ...offer, text: [phrases.notSure, ` ${phrases.closest}`], shown: offer.shown.slice(0, MAX_CARDS / 2) },
    );
  }
  if (!passage) return { text: [phrases.unknown], cards: [], links: [], confidence: 0.1 };
  const links = passage.found.url ? [{ title: passage.found.title, url: passage.found.url }] : [];
  const quoted = quote(passage.found.text, sought(asked, passage));
  // A runner-up from another article that is nearly as good makes the choice between them a guess.
  const rival = passages.find((p) => p.found.article !== passage.found.article);
  const margin = passage.coverage - (rival?.coverage ?? 0);
  const confidence = confidenceOf(helpCoverage) * (margin < 0.02 ? 0.95 : 1);
  if (asked.order)
    return {
      text: [phrases.noOrders, ` ${phrases.closest}`, '\n', ...quoted],
      cards: [],
      links,
      confidence: Math.min(0.3, confidence),
    };
  if (confidence < 0.5)
    return { text: [phrases.notSure, ` ${phrases.closest}`, '\n', ...quoted], cards: [], links, confidence };
  return { text: quoted, cards: [], links, confidence };
}
