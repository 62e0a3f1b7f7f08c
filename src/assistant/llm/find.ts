import type { Card, Link } from '../../protocol/common';
import { consider } from '../catalog/consider';
import { cardOf } from '../catalog/offer';
import { understand } from '../catalog/question';

/** The store's own search, as a model uses it: what it finds, in words, and the cards and links that come of it. */

const PRODUCTS = 6;
const PASSAGES = 4;
const DESCRIPTION = 400;
const PASSAGE = 1_200;
/** Less than this of the question stands in it. */
const WORTH = 0.3;

export interface FoundProduct {
  card: Card;
  told: Record<string, unknown>;
}
export interface FoundArticle {
  link: Link;
  told: Record<string, unknown>;
}

const money = (of: Card['price']): string | undefined => {
  if (!of) return undefined;
  const currency = { style: 'currency', currency: of.currency } as const;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', currency).resolvedOptions();
  return `${(of.amount / 10 ** maximumFractionDigits).toFixed(maximumFractionDigits)} ${of.currency}`;
};

export async function findProducts(
  db: D1Database,
  store: string,
  query: string,
  lang: string,
): Promise<FoundProduct[]> {
  const { products } = await consider(db, store, understand(query, lang), []);
  return products
    .filter(({ coverage }) => coverage >= WORTH)
    .slice(0, PRODUCTS)
    .map(({ found: product }) => {
      const card = cardOf(product);
      const { brand, category, colour, description, details } = product;
      const facts = { brand, category, colour, details, description: description.slice(0, DESCRIPTION) };
      const { id, title, availability } = card;
      return { card, told: { id, title, price: money(card.price), before: money(card.was), availability, ...facts } };
    });
}

export async function findArticles(
  db: D1Database,
  store: string,
  query: string,
  lang: string,
): Promise<FoundArticle[]> {
  const { passages } = await consider(db, store, understand(query, lang), []);
  return passages
    .filter(({ coverage }) => coverage >= WORTH)
    .slice(0, PASSAGES)
    .map(({ found: { article, title, url, heading, text } }) => ({
      link: { title, url },
      told: { id: article, title, heading, text: text.slice(0, PASSAGE) },
    }));
}
