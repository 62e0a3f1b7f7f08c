import { countryNames } from '../catalog/countries';
import { LEXICON } from '../catalog/lexicon';
import { type Term, understand } from '../catalog/question';
import { isFigure } from '../catalog/score';
import { fold, folded, foldPhrase, formsOf, type Phrase, standsIn } from '../catalog/words';
import { isHowFar } from '../catalog/written';

/** Before a word of every day, which says little about what is asked. */
export const EVERYDAY = '~';
/** Whether a shop does something is asked with these: they belong to everything. */
const ASKING = new Set(
  folded(`macht lassen lässt bietet anbieten faites faire proposez hacéis hacen hace ofrecéis ofrecen fate fanno offrite
    doen doet maken aanbieden fazem fazer oferecem robicie robić oferujecie faceți oferiți face κάνετε προσφέρετε yapıyor
    yapar sunuyor робите роблять пропонуєте правите правят предлагате върху тогава تقدمون تعملون توفرون`),
);
/** Where somebody's own order is: in whatever words, it is one question. */
const OWN_ORDER = 'own_order';

/**
 * A question's informative words in one spelling, so that the same question in other words or another language has the
 * same ones: synonyms by their family, countries by one name, all else without its ending.
 * @param lang BCP 47, as the customer's client said
 * @returns each word once; none where nothing is said that could be grouped by
 */
export function weightyWords(text: string, lang: string): string[] {
  const asked = understand(text, lang);
  if (isHowFar(asked)) return [OWN_ORDER];
  const { named, rest } = besideIn(asked.said, asked.terms);
  const words = rest.filter(({ word }) => !isFigure(word)).map((term) => spellingOf(term, !asked.foreign));
  return [...new Set([...named, ...words])].filter((word) => word.length > 1);
}

/** What is called by several words: families of which a phrase stands there, and the terms that are no part of one. */
function besideIn(said: readonly string[], terms: readonly Term[]): { named: string[]; rest: Term[] } {
  const taken = new Set<string>();
  const named = LEXICON.familiesBeside(said).flatMap((is, n) => {
    const family = LEXICON.families[n];
    if (!is || !family) return [];
    for (const one of family.said)
      if (one.words.length > 1 && standsIn(said, one)) for (const word of said) if (belongs(word, one)) taken.add(word);
    return [nameOf(family.said)];
  });
  return { named, rest: terms.filter(({ word }) => !taken.has(fold(word))) };
}

const belongs = (word: string, { words, open }: Phrase): boolean =>
  words.some((one, n) => word === one || (open && n === words.length - 1 && word.startsWith(one)));

/** What a family is called by: its first word. */
const nameOf = (said: readonly Phrase[]): string => said[0]?.words.join('_') ?? '';

function spellingOf({ word, sought, everyday }: Term, english: boolean): string {
  const said = fold(word);
  const family =
    LEXICON.families.find((one) => one.sought === sought) ??
    LEXICON.families[LEXICON.familiesAlone([said]).indexOf(true)];
  if (family) return nameOf(family.said);
  const [country] = countryNames(said);
  if (country) return foldPhrase(country).words.join('_');
  return (
    (everyday || ASKING.has(said) ? EVERYDAY : '') +
    (said.includes(' ') ? said.replaceAll(' ', '_') : stemOf(said, english))
  );
}

/** The shortest form under which the search looks for a word; "engrave" and "engraving" have one. */
function stemOf(word: string, english: boolean): string {
  const forms = formsOf(word, english).flatMap(({ words }) => (words.length === 1 && words[0] ? [fold(words[0])] : []));
  const shortest = forms.reduce((best, form) => (form.length < best.length ? form : best), word);
  return english && shortest.length > 4 ? shortest.replace(/[ey]$/, '') : shortest;
}
