import type { Card, Link } from '../../protocol/common';

/** What an answer is made of, before it is said. */
export interface Reply {
  text: string[];
  cards: Card[];
  links: Link[];
  confidence: number;
}
