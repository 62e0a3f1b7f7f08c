import { PHRASE_LANGUAGES } from '../phrases';
import { fold, type Phrase, words } from './words';

/** Countries that customers ask about, ISO 3166. */
const CODES =
  `AT DE CH LI BE NL LU FR ES PT IT MT GR CY BG RO HU PL CZ SK SI HR RS BA ME MK AL XK TR UA MD GB IE DK SE NO FI IS EE LV LT
  RU BY US CA MX BR AR CL CO AU NZ JP CN KR IN IL AE SA EG MA TN ZA TH SG`.split(/\s+/);

/** What nobody's list of countries has. */
const MORE: Record<string, string[]> = {
  US: ['usa', 'america'],
  GB: ['uk', 'england', 'britain', 'scotland', 'wales'],
  CZ: ['czech republic'],
  NL: ['holland'],
};

let names: Map<string, Phrase[]> | null = null;

/** The names of a country in all languages, by each of them, folded; made when first asked for. */
function namesOf(): Map<string, Phrase[]> {
  if (names) return names;
  names = new Map();
  const inLanguages = PHRASE_LANGUAGES.map((lang) => new Intl.DisplayNames([lang], { type: 'region' }));
  for (const code of CODES) {
    const all = [...new Set([...inLanguages.map((one) => one.of(code) ?? code), ...(MORE[code] ?? [])])];
    const phrases = all.map((name): Phrase => ({ words: words(name), open: false }));
    for (const { words: said } of phrases) names.set(said.map(fold).join(' '), phrases);
  }
  return names;
}

/** Every way to write the country that a word names; nothing where it names none. */
export const countryNames = (word: string): Phrase[] => namesOf().get(word.replaceAll('_', ' ')) ?? [];
