import { countryNames } from './countries';
import { LEXICON } from './lexicon';
import { fold, foldPhrase, formsOf, type Phrase, splitsOf, standsIn } from './words';

/** One thing that is asked about, and every way in which it may stand in a text. */
export interface Term {
  word: string;
  /** For the index. */
  sought: Phrase[];
  /** For comparison with folded words. */
  forms: Phrase[];
  /** Those of the word itself, without what else means the same. */
  own: Phrase[];
  /** A word of every day, which says little about what is looked for. */
  everyday: boolean;
  /** Nothing else will do: a colour, a size, "Tempo 42", "65 W". */
  specific: boolean;
}

/**
 * What is called by several words of which some say nothing by themselves: "barre de son" is one thing.
 * @returns a term each, and the places of their words
 */
export function phrasesIn(plain: string[], stop: (n: number) => boolean): { named: Term[]; taken: Set<number> } {
  const named: Term[] = [];
  const taken = new Set<number>();
  for (const [at, word] of plain.entries()) {
    for (const { said, sought, apart } of LEXICON.phrases.get(word) ?? []) {
      const places = said.words.map((_, n) => at + n);
      if (!(apart || places.some(stop)) || places.some((n) => taken.has(n))) continue;
      if (!standsIn(plain.slice(at, at + places.length), said)) continue;
      for (const n of places) taken.add(n);
      named.push({
        word: said.words.join(' '),
        sought,
        forms: sought.map(foldPhrase),
        own: [said],
        everyday: false,
        specific: false,
      });
    }
  }
  return { named, taken };
}

const STOPS = new Set([...LEXICON.stop.values()].flatMap((stop) => [...stop]));
const UNITS = new Set(
  `mah ah wh w watt watts kw v volt volts gb tb mb gbit mbit inch inches zoll pulgadas pollici pouces cm mm m km kg g l litre litres liter hz khz mp
  ohm db k p fps lm lumen lumens bit bits atm ports port pol palců дюйм дюйма инча см мм м кг г л вт`.split(/\s+/),
);
const COUNTED =
  /^(?:days?|weeks?|months?|years?|hours?|minutes?|times?|euros?|eur|€|percent|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|dias?|semanas?|meses|anos?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|dagen|weken|maanden|jaar|dni|lat|zile|luni|gun|yil|днів|дні|роки|дни|години)$/;

const isCode = (word: string): boolean => /\p{N}/u.test(word) && /[\p{L}_]/u.test(word);

/**
 * A figure that belongs to a unit or a name, "20000 mAh", "Tempo 42", means what it says only beside that.
 * @returns its forms; null for figures that count days, pieces or money
 */
function figureOf(word: string, plain: string[]): Pick<Term, 'sought' | 'forms' | 'own'> | null {
  if (!/^\p{N}+$/u.test(word)) return null;
  const at = plain.indexOf(word);
  const [before = '', after = ''] = [plain[at - 1], plain[at + 1]];
  const figures = formsOf(word, true).map((one) => one.words);
  const both = (sought: Phrase[]) => ({ sought, forms: sought, own: sought });
  if (UNITS.has(after))
    return both([
      ...figures.map((figure): Phrase => ({ words: [...figure, after], open: true })),
      { words: [word + after], open: false },
    ]);
  const names = (one: string) => /^\p{L}{2,}$/u.test(one) && !STOPS.has(one);
  if (COUNTED.test(after) || !names(before) || names(after) || figures.length > 1) return null;
  const same = LEXICON.families.filter(({ said }) =>
    said.some((one) => one.words.length === 1 && standsIn([before], one)),
  );
  const around = [{ words: [before] }, ...same.flatMap(({ said }) => said)];
  return both(around.map(({ words: name }): Phrase => ({ words: [...name, word], open: false })));
}

/** "Tischlampe" is a "Lampe": a compound whose end is known, as German and Dutch make them, is looked for as both. */
export function partsOf(word: string): string[] {
  const said = fold(word);
  if (!/^\p{L}{8,30}$/u.test(said) || LEXICON.familiesAlone([said]).some(Boolean)) return [word];
  let best: { at: number; end: string } | null = null;
  for (const end of LEXICON.ends) {
    const at = said.lastIndexOf(end);
    if (at < 3 || said.length - at - end.length > 2) continue;
    if (!best || end.length > best.end.length) best = { at, end };
  }
  return best ? [word.slice(0, best.at).replace(/s$/, ''), best.end] : [word];
}

function termOf(
  word: string,
  before: string | undefined,
  after: string | undefined,
  english: boolean,
): Pick<Term, 'word' | 'sought' | 'forms' | 'own'> {
  const parts = word.split('_');
  let own: Phrase[] | null = null;
  const sought: Phrase[] =
    parts.length > 1
      ? [
          { words: parts, open: true },
          // "usb c" is also "usbc"; 6.7 is not 67.
          ...(/^\p{N}/u.test(word) ? [] : [{ words: [parts.join('')], open: true }]),
        ]
      : [];
  if (parts.length === 1) {
    sought.push(...formsOf(word, english), ...splitsOf(word));
    // "ear buds" also stands in texts as "earbuds".
    const letters = (other: string | undefined): other is string => other !== undefined && /^\p{L}{2,}$/u.test(other);
    if (letters(word) && letters(before)) sought.push({ words: [before + word], open: true });
    if (letters(word) && letters(after)) sought.push({ words: [word + after], open: true });
    own = sought.map(foldPhrase);
    sought.push(...countryNames(fold(word)));
    const around = [before, word, after].flatMap((w) => (w ? [fold(w)] : []));
    const said = fold(word);
    const [alone, beside] = [LEXICON.familiesAlone([said]), LEXICON.familiesBeside(around)];
    for (const [n, family] of LEXICON.families.entries()) if (alone[n] || beside[n]) sought.push(...family.sought);
  }
  const forms = sought.map(foldPhrase);
  return { word: parts.join(' '), sought, forms, own: own ?? forms };
}

/** The term of one word, or of a figure with what it belongs to. @param plain the question's words, folded */
export function termFor(
  word: string,
  {
    before,
    after,
    english,
    plain,
  }: { before: string | undefined; after: string | undefined; english: boolean; plain: string[] },
): Omit<Term, 'everyday'> {
  const said = fold(word);
  const figure = figureOf(said, plain);
  if (figure) return { word, ...figure, specific: true };
  const only = [...LEXICON.colours, ...LEXICON.names].some((one) => standsIn([said], one));
  return {
    ...termOf(word, before, after, english),
    specific: only || countryNames(said).length > 0 || isCode(said),
  };
}
