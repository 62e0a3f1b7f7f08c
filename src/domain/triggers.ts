import { type Lifecycle, openHandoff } from './handoff';
import { type Reason, urgencyOf } from './reasons';
import { type FiredReason, type Found, Reader } from './trigger-language';
import { type Clause, clausesOf, stretchesOf, visible, wordsIn } from './trigger-text';
import { FIRED, LANGUAGES } from './trigger-words';

/** Why a customer's message asks for a person, and the words that do. */
export interface Trigger {
  reason: Extract<Reason, FiredReason>;
  /** Those words, as they were written. */
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
      const fired = reader && firstIn(clauses, reader, (clause) => reader.fires(reason, clause, asked));
      if (!fired) continue;
      const again = reason === 'customer_request' ? firstIn(clauses, reader, (clause) => reader.again(clause)) : null;
      const matched = written(shown, reader.contractions, again ? [fired, again] : [fired]);
      return { reason: again ? 'escalation' : reason, matched, language };
    }
  }
  return null;
}

/** The store's say in it. */
interface Ways {
  /** What its rules make of a reason, or of none. */
  ruled(reason: Reason | null): Reason | null;
  urgentReasons: readonly Reason[];
}

/**
 * What a customer's message sets off as things stand. Whoever talks to a person asks for nobody; who waits for one can
 * only become more urgent, by their words and not by a rule.
 * @returns the reason, and the words that fired; `trigger` is null where a rule alone asks
 */
export function setOff(
  text: string,
  lang: string,
  state: Lifecycle,
  { ruled, urgentReasons }: Ways,
): { reason: Reason; trigger: Trigger | null } | null {
  const open = openHandoff(state);
  if (open?.status === 'assigned') return null;
  const trigger = triggerOf(text, lang);
  const reason = open ? (trigger?.reason ?? null) : ruled(trigger?.reason ?? null);
  if (!reason || (open && urgencyOf(reason, urgentReasons) !== 'urgent')) return null;
  return { reason, trigger };
}

/** What a clause has to say, counted in the words of the whole message: cutting it into clauses keeps their order. */
function firstIn(clauses: Clause[], { contractions }: Reader, find: (clause: Clause) => Found | null): Found | null {
  let before = 0;
  for (const clause of clauses) {
    const found = find(clause);
    if (found) return { at: before + found.at, end: before + found.end };
    before += wordsIn(clause[contractions]).length;
  }
  return null;
}

/** Words of a message as they were written; what stands apart in it, with `…` between. */
function written(text: string, contractions: Reader['contractions'], found: Found[]): string {
  const words = stretchesOf(text, contractions);
  const apart = [...found].sort((a, b) => a.at - b.at).reduce<Found[]>(joined, []);
  const said = apart.map(({ at, end }) => text.slice(words[at]?.start ?? 0, words[end - 1]?.end));
  return said.join(' … ').slice(0, MAX_MATCHED);
}

const joined = (before: Found[], { at, end }: Found): Found[] => {
  const last = before.at(-1);
  if (!last || at > last.end) return [...before, { at, end }];
  return [...before.slice(0, -1), { at: last.at, end: Math.max(last.end, end) }];
};

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
