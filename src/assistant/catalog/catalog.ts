import { consentOf } from '../../domain/consent';
import type { Card } from '../../protocol/common';
import { type AnswerPart, type Assistant, type Question, SURE } from '../assistant';
import { phrasesFor } from '../phrases';
import { type Considered, consider } from './consider';
import { decide, replyOf } from './decide';
import { type Follow, followUp } from './follow';
import { goesOnFrom, joined } from './going-on';
import { withLastWords } from './handed-back';
import { asksHowFar } from './own-order';
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
  const status = understood.order ? orderStatus(question, understood) : null;
  if (status && !back) {
    yield* say(status, understood.query);
    return;
  }
  const before = shownBefore(question);
  const considered = await consider(
    db,
    store,
    understood,
    before.map((card) => card.id),
  );
  if (question.signal.aborted) return;

  const { found, weights, written } = considered;
  // What the team has answered is no topic that the assistant cannot know.
  const asked = { ...considered.asked, order: considered.asked.order && !written };
  const follow = asked.order || written ? null : followUp(found.products, before, asked, lang);
  const followed = follow && follows(follow, considered) ? replyOf(follow) : null;
  const whole = followed ?? decide(considered, lang);
  const reply = followed || asked.order || written ? whole : await further(db, question, asked, whole);
  if (question.signal.aborted) return;
  const told = back ? withLastWords(reply, { text, lang, back, asked, weights, shown: before.length > 0 }) : reply;
  // Somebody's own order is a topic that no catalogue knows: a person is asked for at once, unless one has just spoken of it.
  const handoff = asked.order && told === reply ? ({ reason: 'unsupported_topic', trigger: text } as const) : null;
  yield* say(told, asked.query, handoff);
}

/** Where an order can be followed is no more than where it can be followed. */
const FOLLOWED = 0.8;
const NOTHING = { cards: [], links: [], confidence: 1 };

/** Where the store says that orders can be followed; asked again, it was not enough. */
function orderStatus({ about, history, lang }: Question, { said }: Understood): Reply | null {
  const { seeOrder, yourOrder } = phrasesFor(lang);
  const url = about?.settings.orderStatusUrl;
  if (!url || !asksHowFar(said) || history.some(({ text }) => text.startsWith(seeOrder))) return null;
  return { text: [seeOrder], cards: [], links: [{ title: yourOrder, url }], confidence: FOLLOWED };
}

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

/** From here on, what the shop has for the question itself is meant, also where it could follow on what was shown. */
const STANDS_ALONE = 0.8;

/** Whether what follows on the cards is meant, and not what the shop has for the words by themselves. */
function follows({ confidence, firm }: Follow, { certainty }: Considered): boolean {
  if (firm) return true;
  if (confidence < SURE) return certainty.passages < STANDS_ALONE;
  return Math.max(certainty.products, certainty.passages) < STANDS_ALONE;
}

/** What a question that does not stand alone goes on from, and what else stands in the message. */
async function further(db: D1Database, { store, text, lang, history }: Question, asked: Understood, whole: Reply) {
  const earlier = goesOnFrom(history, asked, whole.confidence >= SURE);
  if (earlier !== null) {
    const both = joined(understand(earlier, lang), asked);
    const reply = decide(await consider(db, store, both, []), lang);
    if (!both.order && reply.confidence > whole.confidence) return reply;
  }
  return severally(db, store, text, lang, whole);
}
