import type { Term } from '../../catalog/question';
import { ftsPhrase } from '../../catalog/words';
import { indexText, storeToken } from '../index-text';

/** What is asked of the full-text index. Every expression names the store's token: nothing else can come out. */

/** Where a product's name is, as against what is told about it. */
const NAME = '{title brand category colour codes}';

const bound = (store: string, expression: string): string => `${opened(store)}${expression})`;
/** The beginning of what is bound to a store; a parenthesis ends it. */
export const opened = (store: string): string => `store : "${storeToken(store)}" AND (`;
/** How a term may stand in the index, each way by itself. */
export const waysOf = ({ forms }: Term): string[] => forms.map(ftsPhrase);

/** A term by those of its ways that stand in the index at all: the others cost as much to look for as these. */
const all = (terms: string[]): string => terms.map((term) => `(${term})`).join(' AND ');
const any = (terms: string[]): string => terms.join(' OR ');

/** What matches any of these terms. */
export const anyOf = (store: string, terms: string[]): string => bound(store, any(terms));

/** More terms than these say nothing more about a product. */
const MOST = 5;

/**
 * From what covers a whole question to what covers a part of it, so that each step has to look at few rows only: a
 * common word alone would bring half a shop.
 * @param terms what stands somewhere in the shop, the rarest first
 * @param needed those without which nothing fits: a brand, a colour
 */
export function tiersOf(store: string, terms: string[], needed: readonly string[]): string[] {
  const [rarest] = terms;
  if (!rarest) return [];
  const told = terms.slice(0, MOST);
  const tiers = [`${NAME} : (${all(told)})`, all(told)];
  if (told.length > 2) {
    const must = told.filter((term) => needed.includes(term));
    const may = told.filter((term) => !needed.includes(term));
    if (may.length > 0) tiers.push([...must.map((term) => `(${term})`), ...allButOne(may)].join(' AND '));
  }
  if (told.length > 3) tiers.push(...allButOne(told.slice(0, 3)));
  if (told.length > 1) tiers.push(`${NAME} : (${rarest})`, `${NAME} : (${any(told)})`);
  if (told.length === 2 || told.length === 3) tiers.push(any(told));
  return tiers.map((tier) => bound(store, tier));
}

/** All of these but one at most; nothing where one is all. Written so that each term is looked for as seldom as can be. */
function allButOne(terms: string[]): string[] {
  if (terms.length < 2) return [];
  if (terms.length === 2) return [`(${any(terms)})`];
  const half = terms.length >> 1;
  const [one, other] = [terms.slice(0, half), terms.slice(half)];
  const parts = (some: string[]) => (some.length > 1 ? allButOne(some) : []);
  return [`((${[all(one), ...parts(other)].join(' AND ')}) OR (${[...parts(one), all(other)].join(' AND ')}))`];
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
