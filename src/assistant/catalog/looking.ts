import type { Card } from '../../protocol/common';
import { consider } from './consider';
import { cardOf } from './offer';
import { understand } from './question';

/** Products for somebody who is still typing what they look for. */

const MOST = 8;
/** Less than this of what was typed stands in it. */
const WORTH = 0.3;

/** @param typed its last word may be a beginning. Best first */
export async function lookFor(db: D1Database, store: string, typed: string, lang: string): Promise<Card[]> {
  const asked = understand(typed, lang);
  const terms = asked.terms.map((term, n) => {
    if (n < asked.terms.length - 1) return term;
    return { ...term, forms: term.forms.map((form) => ({ ...form, open: true })) };
  });
  const { products } = await consider(db, store, { ...asked, terms }, []);
  return products
    .filter(({ coverage }) => coverage >= WORTH)
    .slice(0, MOST)
    .map(({ found }) => cardOf(found));
}
