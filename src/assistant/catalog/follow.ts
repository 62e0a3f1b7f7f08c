import type { Card } from '../../protocol/common';
import { foundWords, phrasesFor } from '../phrases';
import { compare, comparisonOf, isComparing } from './compare';
import { COLOUR_ITSELF, GOING_ON, ORDINALS, OTHERS, POINTING, WHICH } from './follow-words';
import { foldedList, LEXICON } from './lexicon';
import { affordable, byPrice, byStock, detailOf, factsOf, MAX_CARDS, type Offer, priceOf, withDetail } from './offer';
import type { Term, Understood } from './question';
import type { Found } from './search';
import { fold, folded, type Phrase, standsIn } from './words';

/** What follows on what was shown before, from the conversation alone: nothing is remembered elsewhere. */

const ORDINAL = ORDINALS.map(foldedList);
const WORDS = {
  others: foldedList(OTHERS),
  pointing: foldedList(POINTING),
  which: foldedList(WHICH),
  joint: foldedList(GOING_ON),
};
/** The word itself, as in "in colour black". */
const COLOUR = foldedList(COLOUR_ITSELF);
const FIRM = 0.85;
const LIKELY = 0.8;
const VAGUE = 0.2;

export interface Follow extends Offer {
  /** It points at what was shown: what else the shop has for these words is not asked for. */
  firm: boolean;
}

const says = (said: string[], phrases: Phrase[]): boolean => phrases.some((one) => standsIn(said, one));

/** Names what a term is, beside the words that only point or compare. */
const isMatter = ({ word, everyday }: Term): boolean => {
  const said = fold(word).split(' ');
  return !everyday && !says(said, [...ORDINAL.flat(), ...WORDS.which, ...COLOUR]) && !said.every(isComparing);
};

const nameOf = (p: Found): string[] => folded([p.title, p.colour].join(' · '));
const fits = (words: string[], term: Term): boolean => term.forms.some((form) => standsIn(words, form));

/**
 * @param products those shown, their other versions, and others of their category
 * @param cards what was shown last
 * @returns null where the question does not follow on them
 */
export function followUp(products: Found[], cards: Card[], asked: Understood, lang: string): Follow | null {
  const known = new Map(products.map((p) => [p.id, p]));
  const before = cards.flatMap((card) => known.get(card.id) ?? []);
  const [first] = before;
  if (!first) return null;
  const all = [...known.values()];
  const kind = all.filter((p) => p.category === first.category);
  const terms = asked.terms.filter(isMatter);
  const context = { all, before, kind, terms, asked, lang };
  return compared(context) ?? cheaper(context) ?? more(context) ?? version(context) ?? about(context) ?? lost(context);
}

interface Context {
  all: Found[];
  before: Found[];
  /** Of the same category as the first one. */
  kind: Found[];
  terms: Term[];
  asked: Understood;
  lang: string;
}

/** "Which one is lighter?", of those shown; "which is the cheapest?" */
function compared({ before, asked }: Context): Follow | null {
  if (before.length < 2) return null;
  const comparison = comparisonOf(asked.said);
  const result = comparison && compare(before, comparison);
  if (result) {
    const lines = result.map(({ product, line }) => `${withDetail(product, line)}.`);
    return { text: [lines.join('\n')], shown: result.map((one) => one.product), confidence: FIRM, firm: true };
  }
  return null;
}

function cheaper({ before, kind, terms, asked, lang }: Context): Follow | null {
  if (!asked.cheap || terms.length > 0) return null;
  const phrases = phrasesFor(lang);
  if (before.length > 1 && says(asked.said, WORDS.which)) {
    const [least] = before.toSorted(byPrice);
    return least ? one(least, lang) : null;
  }
  const [first] = before;
  const price = (p: Found) => priceOf(p) ?? Number.MAX_VALUE;
  const least = Math.min(...before.map(price));
  const found = kind.filter((p) => p.currency === first?.currency && price(p) < least).sort(byPrice);
  if (found.length === 0) return { text: [phrases.notCheaper], shown: [], confidence: 0.7, firm: true };
  const shown = found.toReversed().slice(0, MAX_CARDS).sort(byPrice);
  return { text: [phrases.cheaper], shown, confidence: LIKELY, firm: true };
}

/** "Anything else?", "under 50?": more of the kind. */
function more({ before, kind, terms, asked, lang }: Context): Follow | null {
  const others = says(asked.said, WORDS.others);
  if (terms.length > 0 || (!others && !asked.limit)) return null;
  const shownIds = new Set(before.map((p) => p.id));
  const found = kind.filter((p) => affordable(p, asked) && !(others && shownIds.has(p.id))).sort(byStock);
  if (found.length === 0) return null;
  const text = [foundWords(lang, found.length)];
  if (found.length > MAX_CARDS) text.push(` ${phrasesFor(lang).best}`);
  return { text, shown: found.slice(0, MAX_CARDS), confidence: LIKELY, firm: true };
}

/** "Do you have it in black?", "the blue one", "from Ondaro?" */
function version({ all, before, terms, asked, lang }: Context): Follow | null {
  if (terms.length === 0 || terms.length > 3) return null;
  const picked = pickedOf(before, asked);
  const meant = picked ? [picked] : before;
  const siblings = all.filter((p) =>
    meant.some((b) => b.id === p.id || (b.groupId !== null && b.groupId === p.groupId)),
  );
  const same = siblings.filter((p) => terms.every((term) => fits(nameOf(p), term)));
  const own = same.filter((p) => p.groupId === meant[0]?.groupId || p.id === meant[0]?.id);
  const shown = (own.length > 0 ? own : same).sort(byStock).slice(0, MAX_CARDS);
  // A colour alone is that of what was shown.
  const colour = terms.every(({ word }) => says([fold(word)], LEXICON.colours));
  const firm = picked !== null || points(asked) || (colour && terms.length > 0) || goesOn(asked);
  if (shown[0]) {
    const text = shown.length === 1 ? factsOf(shown[0], lang, phrasesFor(lang)) : foundWords(lang, shown.length);
    return { text: [text], shown, confidence: firm ? FIRM : LIKELY, firm };
  }
  // Of another colour than there is: the versions that there are, without a yes.
  if (!colour) return null;
  const { notSure, closest } = phrasesFor(lang);
  return {
    text: [notSure, ` ${closest}`],
    shown: siblings.sort(byStock).slice(0, MAX_CARDS),
    confidence: VAGUE,
    firm: points(asked),
  };
}

/** "How much is the second?", "is it waterproof?": facts of one of those shown. */
function about({ before, terms, asked, lang }: Context): Follow | null {
  const named = before.filter(
    (p) => terms.length > 0 && terms.some((term) => term.specific === false && fits(nameOf(p), term)),
  );
  const picked = pickedOf(before, asked);
  const subject = picked ?? (named.length === 1 ? named[0] : before[0]);
  if (!subject) return null;
  const pointed = picked !== null || points(asked) || isTrait(before, terms, asked);
  const left = terms.filter((term) => !fits(nameOf(subject), term));
  if (left.length === 0) {
    const told = pointed || asked.hints.length > 0 || (terms.length > 0 && named.length === 1);
    return told ? { ...one(subject, lang), firm: pointed } : null;
  }
  if (!pointed && before.length > 1 && named.length !== 1) return null;
  const detail = detailOf(subject, left);
  if (!detail) return null;
  return { text: [withDetail(subject, detail)], shown: [subject], confidence: pointed ? 0.75 : 0.65, firm: pointed };
}

/** It points at something shown that says nothing of this: no other product is meant. */
function lost({ before, asked, lang }: Context): Follow | null {
  const subject = pickedOf(before, asked) ?? before[0];
  if (!subject || !(points(asked) || pickedOf(before, asked))) return null;
  const { notSure, closest } = phrasesFor(lang);
  return { text: [notSure, ` ${closest}`], shown: [subject], confidence: VAGUE, firm: false };
}

/** "Is it …?" without "it": something that is asked of things, where one thing was shown. */
function isTrait(before: Found[], terms: Term[], asked: Understood): boolean {
  const alike = before.every((p) => p.id === before[0]?.id || (p.groupId !== null && p.groupId === before[0]?.groupId));
  const thing = terms.some(({ word }) => says([fold(word)], LEXICON.goods));
  return alike && !thing && terms.length > 0 && terms.length <= 2 && (asked.whether || asked.hints.length > 0);
}

const goesOn = ({ said }: Understood): boolean =>
  WORDS.joint.some((one) => standsIn(said.slice(0, one.words.length), one));
const points = (asked: Understood): boolean => says(asked.said, WORDS.pointing);

/** "The second one": by its place in what was shown. */
function pickedOf(before: Found[], { said }: Understood): Found | null {
  if (before.length < 2) return null;
  const at = ORDINAL.findIndex((phrases) => says(said, phrases));
  if (at < 0) return null;
  return (at === ORDINAL.length - 1 ? before.at(-1) : before[at]) ?? null;
}

const one = (product: Found, lang: string): Follow => ({
  text: [factsOf(product, lang, phrasesFor(lang))],
  shown: [product],
  confidence: FIRM,
  firm: true,
});
