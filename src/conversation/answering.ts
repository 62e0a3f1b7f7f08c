import type { AnswerPart, Assistant, Question } from '../assistant/assistant';
import type { StaffRef } from '../domain/actor';
import type { Card, Link } from '../protocol/common';
import type { Body } from './store';

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

export const answerId = (re: number): string => `answer-${re}`;

/** What a draft becomes when it is stored. */
export function bodyOf(draft: Draft, done: DonePart | null, cut: { by: StaffRef | null } | null, sure: number): Body {
  const { re, answer, text, cards, links } = draft;
  const facts = done && {
    query: done.query,
    confidence: done.confidence,
    sure: done.confidence >= sure,
    products: done.products,
    articles: done.articles,
  };
  return { kind: 'assistant', re, answer, text, cards, links, facts, cut };
}

/**
 * Asks an assistant and streams what comes. Every part is checked against `current` first: with another first responder
 * it is dropped, and so is all that follows.
 * @returns the closing part, or null when the draft is no longer wanted
 * @throws what the assistant throws, or an error when it ended without a closing part
 */
export async function stream(
  assistant: Assistant,
  question: Question,
  draft: Draft,
  watch: { current: () => boolean; piece: (offset: number, text: string) => void },
): Promise<DonePart | null> {
  for await (const part of assistant.answer(question)) {
    if (!watch.current()) return null;
    if (part.type === 'done') return part;
    if (part.type === 'cards') draft.cards.push(...part.cards);
    else if (part.type === 'links') draft.links.push(...part.links);
    else if (part.text !== '') {
      const offset = draft.text.length;
      draft.text += part.text;
      watch.piece(offset, part.text);
    }
  }
  throw new Error('The assistant ended without a closing part');
}
