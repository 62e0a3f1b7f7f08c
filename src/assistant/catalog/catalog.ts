import { consentOf } from '../../domain/consent';
import type { Card } from '../../protocol/common';
import type { AnswerPart, Assistant, Question } from '../assistant';
import { phrasesFor } from '../phrases';
import { consider } from './consider';
import { decide, replyOf } from './decide';
import { withLastWords } from './handed-back';
import { followUp, type Offer } from './offer';
import { type Understood, understand } from './question';
import type { Reply } from './reply';
import { severally } from './several';
import { smallTalkOf } from './small-talk';

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
  const follow = fromOffer(follows, products[0]?.coverage ?? 0, asked);
  const whole = follow ?? decide(asked, considered, lang);
  const reply = follow || asked.order ? whole : await severally(db, store, text, lang, whole);
  if (question.signal.aborted) return;
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

/** A follow-up holds unless the question names something itself. */
const fromOffer = (offer: Offer | null, coverage: number, asked: Understood): Reply | null =>
  offer && (asked.it || asked.terms.length === 0 || coverage < 0.9) ? replyOf(offer) : null;
