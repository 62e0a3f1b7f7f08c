import { type HandedBack, SURE } from '../assistant';
import { phrasesFor } from '../phrases';
import { foldedList, LEXICON } from './lexicon';
import { rewritten, type Understood } from './question';
import { MONEY, PEOPLE, RECALL } from './recall-words';
import type { Reply } from './reply';
import { isFigure } from './score';
import { isCalled, smallTalkOf } from './small-talk';
import { namesTime } from './times';
import { fold, folded, type Phrase, standsIn } from './words';

const QUESTIONS = Object.values(RECALL).map(({ said, when, next }) => ({
  said: said.map((both) => both.map(foldedList)),
  when: when.map(foldedList),
  next: foldedList(next),
}));
/** Words that only ask, and name nothing that is asked about. */
const ASKING = new Set(
  QUESTIONS.flatMap(({ said, when, next }) => [...said.flat(2), ...when.flat(), ...next]).flatMap(({ words }) => words),
);

/** Named in a question for somebody's words, these are no matter of their own. */
const GENERIC = [...LEXICON.order, ...LEXICON.it, ...foldedList(PEOPLE)];
const REFUND = LEXICON.families.filter(({ said }) => said.some((one) => standsIn(['refund'], one)));
const MONEYS = foldedList(MONEY);

/** A message by the person who handed back: as it was written, and its words. */
interface Said {
  text: string;
  words: string[];
}

const MAX_QUOTED = 3;
const MAX_CHARACTERS = 600;
/** Somebody's own words answer what they said; whether that is all that was wanted is another matter. */
const TOLD = 0.9;
/** Of what a question names, so much has to stand in what the person wrote: rare words count for more. */
const BEARS = { recalling: 1 / 3, asking: 1 / 2 };

interface Asked {
  text: string;
  lang: string;
  back: HandedBack;
  asked: Understood;
  /** Of the terms of `asked`. */
  weights: number[];
  /** Products were shown since: "when will I get it?" means one of these. */
  shown: boolean;
}

/**
 * What becomes of an answer when a person spoke before: a question for their words is answered by these, and an unsure
 * answer gives way to them where they bear on it. Their private note stays out of it.
 * @param reply what the shop's knowledge answers
 */
export function withLastWords(reply: Reply, { text, lang, back, asked, weights, shown }: Asked): Reply {
  const said = spoken(back);
  if (said.length === 0) return reply;
  const kind = recalls(text);
  const sure = reply.confidence >= SURE;
  const topic = topicOf(asked, weights, back, kind !== null);
  // Of their own order, whatever was said of it is to the point.
  const enough = asked.order ? 0 : kind === null ? BEARS.asking : BEARS.recalling;
  const bearing = said.filter(({ words }) => bears(words, topic, enough));
  const tell = (words: Said[]): Reply => plain([quoted(words, back, lang)], TOLD);
  const repeat = (words: Said[]): Reply => {
    const { noOrders, notSure } = phrasesFor(lang);
    const own = asked.order ? noOrders : notSure;
    return plain([own, `\n${quoted(words, back, lang)}`], Math.min(reply.confidence, 0.3));
  };

  if (kind === null) return !sure && bearing.length > 0 ? repeat(bearing) : reply;
  const meant = topic.length === 0 ? said : bearing;
  if (kind === 'when' && topic.length === 0 && shown) return reply;
  if (kind === 'when') {
    const timed = meant.findLast(({ text: one, words }) => namesTime(one, words));
    if (timed) return tell([timed]);
    return sure || meant.length === 0 ? reply : repeat(meant);
  }
  if (meant.length > 0) return tell(meant);
  return sure ? reply : repeat(said);
}

const plain = (text: string[], confidence: number): Reply => ({ text, cards: [], links: [], confidence });

/** What they wrote, without "You’re welcome" unless there is nothing else. */
function spoken({ lastWords, by }: HandedBack): Said[] {
  const all = lastWords.map(({ text }) => text.trim()).filter((text) => text !== '');
  const telling = all.filter((text) => smallTalkOf(text, by) === null);
  return (telling.length > 0 ? telling : all).map((text) => ({
    text,
    words: [...folded(text), ...folded(rewritten(text))],
  }));
}

/** How a question asks for what a person said. */
function recalls(text: string): 'said' | 'when' | 'next' | null {
  const there = folded(text);
  const has = (phrases: Phrase[] | undefined) => phrases?.some((one) => standsIn(there, one)) ?? false;
  const ask = (kind: 'said' | 'when' | 'next') =>
    QUESTIONS.some((one) => {
      if (kind === 'next') return has(one.next);
      return (kind === 'said' ? one.said : [one.when]).some((both) => both.every(has));
    });
  return (['said', 'when', 'next'] as const).find(ask) ?? null;
}

interface Named {
  forms: Phrase[];
  weight: number;
}

/** What the question names beside the person and the asking itself; "my order" names nothing when it asks for a promise. */
function topicOf({ terms, order }: Understood, weights: number[], { by }: HandedBack, recalling: boolean): Named[] {
  const names = folded(by ?? '');
  // The last one stands for how an order is followed, and was not said.
  return terms.slice(0, order ? -1 : undefined).flatMap(({ word, forms }, n) => {
    const said = fold(word);
    const asking = ASKING.has(said) || GENERIC.some((one) => standsIn([said], one));
    if (isFigure(word) || names.some((name) => isCalled(said, name)) || (recalling ? asking : namesTime(said, [said])))
      return [];
    const refund = MONEYS.some((one) => standsIn([said], one)) ? REFUND.flatMap(({ said: all }) => all) : [];
    return [{ forms: [...forms, ...refund], weight: weights[n] ?? 0 }];
  });
}

const weightOf = (named: Named[]): number => named.reduce((sum, { weight }) => sum + weight, 0);

function bears(words: string[], topic: Named[], enough: number): boolean {
  const there = weightOf(topic.filter(({ forms }) => forms.some((form) => standsIn(words, form))));
  return there > 0 && there >= enough * weightOf(topic);
}

/** "Ana wrote: “…” “…”", the last few, in the order in which they were written. */
function quoted(said: Said[], { by }: HandedBack, lang: string): string {
  const phrases = phrasesFor(lang);
  let left = MAX_CHARACTERS;
  const kept: string[] = [];
  for (const { text } of said.slice(-MAX_QUOTED).reverse()) {
    if (kept.length > 0 && text.length > left) break;
    kept.unshift(phrases.quoted.replace('{text}', () => shortened(text)));
    left -= text.length;
  }
  const line = by === null ? phrases.teamWrote : phrases.wrote.replace('{name}', () => by);
  return line.replace('{words}', () => kept.join(' '));
}

/** A very long message up to its last whole sentence within the limit; what is left out is marked. */
function shortened(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  const start = text.slice(0, MAX_CHARACTERS);
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(start)].map((one) => one.segment);
  const whole = sentences.slice(0, -1).join('').trim();
  return `${whole === '' ? start.slice(0, start.lastIndexOf(' ') + 1 || start.length).trim() : whole} …`;
}
