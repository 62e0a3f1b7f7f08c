import type { Term } from '../../catalog/question';
import { ftsPhrase } from '../../catalog/words';
import { indexText, storeToken } from '../index-text';

/** What is asked of the full-text index. Every expression names the store's token: nothing else can come out. */

/** Where a product's name is, as against what is told about it. */
const NAME = '{title brand category colour codes}';

export const bound = (store: string, expression: string): string =>
  `store : "${storeToken(store)}" AND (${expression})`;
const any = (term: Term): string => `(${term.forms.map(ftsPhrase).join(' OR ')})`;
const all = (terms: Term[]): string => terms.map(any).join(' AND ');

export const ofTerm = (store: string, term: Term): string => bound(store, any(term));
export const inColumn = (store: string, column: 'brand' | 'category', term: Term): string =>
  bound(store, `${column} : ${any(term)}`);
export const anyOf = (store: string, terms: Term[]): string => bound(store, terms.map(any).join(' OR '));

/** More terms than these say nothing more about a product. */
const MOST = 5;

/**
 * From what covers a whole question to what covers a part of it, so that each step has to look at few rows only: a
 * common word alone would bring half a shop.
 * @param terms those that stand somewhere in the shop, the rarest first
 * @param needed those without which nothing fits: a brand, a colour
 */
export function tiersOf(store: string, terms: Term[], needed: readonly Term[]): string[] {
  const [rarest] = terms;
  if (!rarest) return [];
  const told = terms.slice(0, MOST);
  const tiers = [`${NAME} : (${all(told)})`, all(told)];
  if (told.length > 2) {
    const without = told.filter((term) => !needed.includes(term)).map((out) => told.filter((term) => term !== out));
    if (without.length > 0) tiers.push(without.map((rest) => `(${all(rest)})`).join(' OR '));
  }
  if (told.length > 3) {
    const pairs = told
      .slice(0, 3)
      .flatMap((one, n, three) => three.slice(n + 1).map((other) => `(${all([one, other])})`));
    tiers.push(pairs.join(' OR '));
  }
  if (told.length > 1) tiers.push(`${NAME} : (${any(rarest)})`, `${NAME} : (${told.map(any).join(' OR ')})`);
  if (told.length === 2 || told.length === 3) tiers.push(told.map(any).join(' OR '));
  return tiers.map((tier) => bound(store, tier));
}

/** What is looked for beside products that were shown: what has their group or their category. */
export function siblingsOf(
  store: string,
  shown: { group_id: string | null; category: string | null; amount?: number | null }[],
) {
  const groups = [...new Set(shown.flatMap((p) => p.group_id ?? []))];
  const categories = [...new Set(shown.flatMap((p) => p.category ?? []))];
  const phrases = (column: string, texts: string[]) =>
    texts.map((text) => indexText(text)).flatMap((text) => (text ? [`${column} : "${text}"`] : []));
  const either = [...phrases('codes', groups), ...phrases('category', categories)];
  return {
    match: bound(store, either.length > 0 ? either.join(' OR ') : '"0nothing0"'),
    groups,
    categories,
    amount: shown[0]?.amount ?? 0,
  };
}
