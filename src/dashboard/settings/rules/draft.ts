import { rules as said } from '../../words/en/rules';
import { faultOf, isAddress, partsOf, type Rule } from './rules';

/** A rule as it is being written: lists and numbers are what was typed. */
export interface RuleDraft extends Omit<Rule, 'words' | 'pages' | 'cart' | 'sinceAnswer' | 'unsure'> {
  words: string;
  pages: string;
  cartIs: 'least' | 'under';
  cart: string;
  sinceAnswer: string;
  unsure: string;
}

export const draftOf = (rule: Rule): RuleDraft => ({
  ...rule,
  words: rule.words.join(', '),
  pages: rule.pages.join(', '),
  cartIs: rule.cart?.is ?? 'least',
  cart: rule.cart ? String(rule.cart.value) : '',
  sinceAnswer: rule.sinceAnswer === null ? '' : String(rule.sinceAnswer),
  unsure: rule.unsure === null ? '' : String(rule.unsure),
});

/** The schema's own limits. */
const MOST_CART = 1e9;
const WEEK = 7 * 24 * 60;
const MOST_UNSURE = 10;

const amountOf = (typed: string): number => Number(typed.trim().replace(',', '.'));
const isAmount = (typed: string): boolean => /^\s*\d+([.,]\d+)?\s*$/.test(typed) && amountOf(typed) <= MOST_CART;
const isWhole = (typed: string, most: number): boolean =>
  /^\s*\d+\s*$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most;

/** What is wrong with what was typed, by field; empty where nothing is. */
export const faultsOf = (draft: RuleDraft) => ({
  words: faultOf(draft.words),
  pages: faultOf(draft.pages),
  cart: draft.cart.trim() === '' || isAmount(draft.cart) ? '' : said.badAmount,
  sinceAnswer: draft.sinceAnswer.trim() === '' || isWhole(draft.sinceAnswer, WEEK) ? '' : said.badMinutes,
  unsure: draft.unsure.trim() === '' || isWhole(draft.unsure, MOST_UNSURE) ? '' : said.badNumber({ most: MOST_UNSURE }),
});

/** The rule that was written; or the first thing that must be mended, empty where its field says it already. */
export function ruleOf(draft: RuleDraft): { ok: true; rule: Rule } | { ok: false; fault: string } {
  const { cartIs, cart, sinceAnswer, unsure, words, pages, ...same } = draft;
  if (Object.values(faultsOf(draft)).some(Boolean)) return { ok: false, fault: '' };
  const number = (typed: string) => (typed.trim() === '' ? null : Number(typed));
  const rule: Rule = {
    ...same,
    name: draft.name.trim(),
    words: partsOf(words),
    pages: partsOf(pages),
    cart: cart.trim() === '' ? null : { is: cartIs, value: amountOf(cart) },
    properties: draft.properties
      .map((one) => ({ ...one, name: one.name.trim(), value: one.value.trim() }))
      .filter(({ name, value }) => name !== '' || value !== ''),
    sinceAnswer: number(sinceAnswer),
    unsure: number(unsure),
  };
  if (rule.properties.some(({ name, value }) => name === '' || value === ''))
    return { ok: false, fault: said.badProperty };
  if (rule.asks && !isNarrow(rule)) return { ok: false, fault: said.tooWide };
  return { ok: true, rule };
}

/** The address of a destination counts once the rule is kept, not while it is being tried. */
export const isComplete = ({ to }: Rule): boolean => to.kind !== 'email' || isAddress(to.address);

/** Whether it holds for some messages only. As the server looks at it. */
const isNarrow = ({ words, languages, pages, properties, cart, sinceAnswer, unsure }: Rule): boolean =>
  words.length + languages.length + pages.length + properties.length > 0 ||
  cart !== null ||
  sinceAnswer !== null ||
  unsure !== null;
