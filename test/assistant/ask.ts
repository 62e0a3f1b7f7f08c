/// <reference types="vite/client" />
import { env } from 'cloudflare:test';
import { assistantFor } from '../../src/assistant';
import type { AnswerPart, Question } from '../../src/assistant/assistant';
import { importArticle, importProducts } from '../../src/assistant/knowledge';
import feed from '../../src/dev/demo/feed.xml?raw';
import type { Card, Link } from '../../src/protocol/common';

const texts: Record<string, string> = import.meta.glob('../../src/dev/demo/articles/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Fills a store with the demo shop's products and articles. */
export async function stock(store: string): Promise<void> {
  await importProducts(env.DB, store, feed);
  for (const [path, markdown] of Object.entries(texts)) await importArticle(env.DB, store, path, markdown);
}

export interface Answered {
  parts: AnswerPart[];
  text: string;
  cards: Card[];
  links: Link[];
  done: AnswerPart & { type: 'done' };
}

/** Asks, and gathers all that comes back. */
export async function ask(store: string, text: string, more: Partial<Question> = {}): Promise<Answered> {
  const question = { store, turn: 1, text, lang: 'en', history: [], signal: new AbortController().signal, ...more };
  const parts: AnswerPart[] = [];
  for await (const part of assistantFor(env).answer(question)) parts.push(part);
  const done = parts.at(-1);
  if (done?.type !== 'done') throw new Error('The last part is not the closing one');
  return {
    parts,
    done,
    text: parts.map((p) => (p.type === 'text' ? p.text : '')).join(''),
    cards: parts.flatMap((p) => (p.type === 'cards' ? p.cards : [])),
    links: parts.flatMap((p) => (p.type === 'links' ? p.links : [])),
  };
}
