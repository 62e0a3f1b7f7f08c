/// <reference types="vite/client" />
import type { AnswerPart } from '../../src/assistant/assistant';
import { catalogAssistant } from '../../src/assistant/catalog/catalog';
import { importArticle, importProducts } from '../../src/assistant/knowledge';
import feed from '../../src/dev/demo/feed.xml?raw';
import { isAnswerable, type Labelled, PARTS, type Part } from './labelled';
import { GARDEN_ARTICLES, GARDEN_FEED } from './stores/garden';

const articles: Record<string, string> = import.meta.glob('../../src/dev/demo/articles/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** The stores in which a part's questions are asked; they have to be there, empty. */
export const STORES = { demo: 'eval-demo', garden: 'eval-garden' } as const;
export const storeOf = (part: Part): string => (part === 'garden' ? STORES.garden : STORES.demo);

/** Makes the two shops, by the product's own import. */
export async function stock(db: D1Database): Promise<void> {
  for (const store of Object.values(STORES))
    await db.prepare('INSERT INTO store (id, key, name, created_at) VALUES (?1, ?1, ?1, 0)').bind(store).run();
  await importProducts(db, STORES.demo, feed);
  for (const [path, text] of Object.entries(articles)) await importArticle(db, STORES.demo, path, text);
  await importProducts(db, STORES.garden, GARDEN_FEED);
  for (const [name, text] of GARDEN_ARTICLES) await importArticle(db, STORES.garden, name, text);
}

export interface Measured extends Omit<Labelled, 'text'> {
  question: string;
  part: Part;
  confidence: number;
  /** The answer is the one that was wanted. Nothing answers what the shop does not know. */
  right: boolean;
  /** What came first, for people. */
  shown: string;
  /** What was said, without cards and links. */
  text: string;
  cards: number;
}

/** Whether a product or article is what was wanted. */
export const answers = (label: Labelled, product: string | undefined, article: string | undefined): boolean =>
  label.products.some((id) => product?.startsWith(id)) || label.articles.some((id) => article?.endsWith(`/${id}`));

/** Asks all questions of a part as a customer would. */
export async function measure(db: D1Database, part: Part): Promise<Measured[]> {
  const assistant = catalogAssistant(db, storeOf(part));
  const measured: Measured[] = [];
  for (const label of PARTS[part]) {
    const signal = new AbortController().signal;
    const { text, lang } = label;
    let done: (AnswerPart & { type: 'done' }) | null = null;
    let said = '';
    for await (const piece of assistant.answer({ store: storeOf(part), turn: 1, text, lang, history: [], signal })) {
      if (piece.type === 'done') done = piece;
      if (piece.type === 'text') said += piece.text;
    }
    const product = done?.products[0]?.id;
    const article = done?.articles[0]?.url;
    const shown = product ?? article?.split('/').at(-1) ?? 'nothing';
    const right = isAnswerable(label) && answers(label, product, article);
    const cards = done?.products.length ?? 0;
    measured.push({
      ...label,
      question: text,
      part,
      confidence: done?.confidence ?? 0,
      right,
      shown,
      text: said,
      cards,
    });
  }
  return measured;
}
