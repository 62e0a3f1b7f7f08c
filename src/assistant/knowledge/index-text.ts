import { folded } from '../catalog/words';
import type { ArticleRow, ProductRow } from './rows';

/** What stands in the search index: folded, so that SQLite's tokenizer has nothing left to decide. */
export const indexText = (...texts: (string | null)[]): string => folded(texts.filter(Boolean).join(' · ')).join(' ');

/** A store's token in the index: its id as hexadecimal, then 0. Every match names it (migrations/0001_search.sql). */
export const storeToken = (store: string): string =>
  `${[...new TextEncoder().encode(store)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}0`;

/** The columns of `product_search`, by the product's id. */
export const productIndex = (row: ProductRow) => ({
  id: row.id,
  title: indexText(row.title),
  brand: indexText(row.brand),
  category: indexText(row.category),
  colour: indexText(row.colour),
  codes: indexText(row.id, row.mpn, row.gtin, row.groupId),
  details: indexText(...row.details.map(({ name, value }) => `${name} ${value}`)),
  description: indexText(row.description),
});

/** The columns of `passage_search`, by the article's id and the passage's place in it. */
export const passageIndex = (row: ArticleRow) =>
  row.passages.map(({ heading, text }, at) => ({
    id: row.id,
    at,
    article: indexText(row.title),
    heading: indexText(heading),
    body: indexText(text),
  }));
