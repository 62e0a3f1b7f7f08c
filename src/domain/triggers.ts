import type { Reason } from './reasons';
import { type FiredReason, Reader } from './trigger-language';
import { clausesOf, visible } from './trigger-text';
import { FIRED, LANGUAGES } from './trigger-words';

/** Why a customer's message asks for a person, and the words that do. */
export interface Trigger {
  reason: Extract<Reason, FiredReason>;
  /** The part of the message, as it was written. */
  matched: string;
  /** Whose words they are: BCP 47. */
  language: string;
}

const MAX_MATCHED = 200;

/**
 * Reads a customer's message for a request for a person, a demand for money back, a complaint or a threat. Knows word
 * families, their order and their negation; a question about rules ("how do refunds work?") is no demand. Of several
 * reasons the more pressing one counts: one message may ask for its money back and for a person. Who says that this is not
 * the first time they ask for one escalates.
 * @param lang BCP 47; that language is looked at first, then all others, since people write in the one they like
 */
export function triggerOf(text: string, lang: string): Trigger | null {
  const shown = visible(text);
  const clauses = clausesOf(shown);
  if (clauses.length === 0) return null;
  const asked = /[?؟]/.test(shown);
  const languages = inOrder(lang).filter((one) => mayBe(one, shown));
  for (const reason of FIRED) {
    for (const language of languages) {
      const reader = readerOf(language);
      const clause = clauses.find((one) => reader?.fires(reason, one, asked));
      if (!reader || !clause) continue;
      const repeated = reason === 'customer_request' && clauses.some((one) => reader.again(one));
      return { reason: repeated ? 'escalation' : reason, matched: clause.said.slice(0, MAX_MATCHED), language };
    }
  }
  return null;
}

const ALL = Object.keys(LANGUAGES);
const inOrder = (lang: string): string[] => {
  const own = lang.toLowerCase().split('-')[0] ?? '';
  return LANGUAGES[own] ? [own, ...ALL.filter((one) => one !== own)] : ALL;
};

/** Languages that are written in their own letters ask for nothing in a message without any. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  bg: /\p{Script=Cyrillic}/u,
  uk: /\p{Script=Cyrillic}/u,
  el: /\p{Script=Greek}/u,
  ar: /\p{Script=Arabic}/u,
};
const mayBe = (language: string, text: string): boolean =>
  LETTERS[language]?.test(text) ?? /\p{Script=Latin}/u.test(text);

/** Made when a message first needs them: every object that wakes would pay for all. */
const READERS = new Map<string, Reader>();
function readerOf(language: string): Reader | null {
  const known = READERS.get(language);
  const { [language]: words } = LANGUAGES;
  if (known || !words) return known ?? null;
  const made = new Reader(words);
  READERS.set(language, made);
  return made;
}
