import { type Answerer, type AnswerPart, SURE } from '../../assistant/assistant';
import type { StaffRef } from '../../domain/actor';
import type { Card, Link } from '../../protocol/common';
import type { Body, Offer } from '../storage/records';

export type DonePart = AnswerPart & { type: 'done' };

/** An answer in the making: memory only. What of it is kept is decided when it is whole, or cut off. */
export interface Draft {
  turn: number;
  /** The place of the question. */
  re: number;
  /** The same for every attempt at one question, so that a second attempt replaces what was streamed of the first. */
  answer: string;
  text: string;
  cards: Card[];
  links: Link[];
  abort: AbortController;
}

/** The assistant's message, as it is to be stored. */
export interface AnswerMessage {
  cid: string;
  body: Body;
}

/** What the ids of a bot's answers begin with; those that are asked for here begin otherwise. */
export const BOT_ANSWER = 'bot-';

export const newDraft = (turn: number, re: number, answer: string): Draft => ({
  turn,
  re,
  answer,
  text: '',
  cards: [],
  links: [],
  abort: new AbortController(),
});

/** @param by whom the store chose to answer first */
export function messageOf(
  draft: Draft,
  done: DonePart | null,
  by: Answerer,
  { cut = null, offer }: { cut?: { by: StaffRef | null } | null; offer?: Offer } = {},
): AnswerMessage {
  const { re, answer, text, cards, links } = draft;
  const facts = done && {
    query: done.query,
    confidence: done.confidence,
    sure: done.confidence >= SURE,
    products: done.products,
    articles: done.articles,
    by: done.by ?? by,
    ...(done.usage && { usage: done.usage }),
  };
  const extras = {
    ...(offer && { offer }),
    ...(done?.asksEmail && { asksEmail: true as const }),
    ...(done?.replies && { replies: [...done.replies] }),
  };
  return {
    cid: answer,
    body: { kind: 'assistant', re, answer, text, cards, links, facts, cut, ...extras },
  };
}
