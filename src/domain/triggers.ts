import type { Reason } from './reasons';
import { VOCABULARIES, type Vocabulary } from './trigger-words';

/** Why a customer's message asks for a person, and the words that do. */
export interface Trigger {
  reason: Extract<Reason, 'customer_request' | 'refund' | 'complaint' | 'escalation'>;
  /** The part of the message, as it was written. */
  matched: string;
}

/** The more pressing ones first: one message may ask for its money back and for a person. */
const REASONS = ['escalation', 'refund', 'complaint', 'customer_request'] as const;

const MAX_MATCHED = 200;

/**
 * Reads a customer's message for a request for a person, a demand for money back, a complaint or a threat. Knows word
 * families, their order and their negation; a question about rules ("how do refunds work?") is no demand.
 * @param lang BCP 47; that language is looked at first, then all others, since people write in the one they like
 */
export function triggerOf(text: string, lang: string): Trigger | null {
  const clauses = clausesOf(text);
  const own = lang.toLowerCase().split('-')[0] ?? '';
  const order = [...PATTERNS].sort((a, b) => Number(b.lang === own) - Number(a.lang === own));
  for (const reason of REASONS) {
    for (const patterns of order) {
      const clause = clauses.find((c) => patterns.fires[reason](c));
      if (clause) return { reason, matched: clause.said.slice(0, MAX_MATCHED) };
      if (reason === 'customer_request' && patterns.bare(text))
        return { reason, matched: text.trim().slice(0, MAX_MATCHED) };
    }
  }
  return null;
}

interface Clause {
  said: string;
  /** Folded words with a space on both sides of each. */
  plain: string;
}

/**
 * Small letters without accents, words apart by one space. Turkish dotless ı, Greek final ς and the Arabic spellings of
 * alef and teh that people mix up become one.
 */
const foldedWords = (text: string): string => {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ς', 'σ')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain === '' ? ' ' : ` ${plain.split(' ').join('  ')} `;
};

/** A negation reaches to the end of its clause, so clauses also end where a new wish begins. */
const CLAUSE_ENDS =
  /[.!?;:,\n،؛؟…–—]+|\s(?=(?:but|and|instead|just|i (?:want|need|demand)|aber|und|sondern|mais|et|pero|sino|ma|maar|mas|ale|dar|αλλά|ama|але|а|но|لكن)\s)/giu;

function clausesOf(text: string): Clause[] {
  return text
    .split(CLAUSE_ENDS)
    .map((said) => ({ said: said.trim(), plain: foldedWords(said) }))
    .filter(({ plain }) => plain !== ' ');
}

interface Patterns {
  lang: string;
  fires: Record<Trigger['reason'], (clause: Clause) => boolean>;
  bare: (text: string) => boolean;
}

/** Words of a vocabulary as a pattern: alternatives apart by spaces, `_` joins words, `*` stands for any ending. */
const family = (words: string): string =>
  `(?:${words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.split('_').map(spelled).join(''))
    .join('|')})`;

/** One word, folded as texts are, with the space on both sides. */
const spelled = (word: string): string => {
  const open = word.endsWith('*');
  const plain = foldedWords(open ? word.slice(0, -1) : word).trimEnd();
  return `${plain}${open ? '[^ ]*' : ''} `;
};

/** Words in this order, with only linking words between. */
const inOrder = (link: string, ...families: string[]): string => families.join(`${link}{0,5}`);

function compile(lang: string, v: Vocabulary): Patterns {
  const link = family(v.link);
  const no = new RegExp(family(v.no), 'u');
  const asks = new RegExp(family(v.asking), 'u');
  const anyone = `${v.person} ${v.team} ${v.someone}`;
  const requests = [
    inOrder(link, family(v.talk), family(anyone)),
    inOrder(link, family(v.want), family(v.person)),
    inOrder(link, family(v.connect), family(`${v.person} ${v.team}`)),
    // Verbs at the end: "mit jemandem reden".
    inOrder(link, family(anyone), family(v.talk)),
    inOrder(link, family(`${v.person} ${v.team}`), family(v.connect)),
  ];
  const bosses = [
    inOrder(link, family(`${v.talk} ${v.want} ${v.connect}`), family(v.boss)),
    inOrder(link, family(v.boss), family(v.talk)),
  ];
  const one = (patterns: string[]) => new RegExp(patterns.join('|'), 'u');
  const request = one(requests);
  const refund = one([inOrder(link, family(v.demand), family(v.money)), family(v.refund)]);
  const complaint = one([family(v.complaint)]);
  const escalation = one([...bosses, family(v.threat)]);
  const yes = v.yes ? new RegExp(family(v.yes), 'gu') : null;
  const never = v.never ? new RegExp(family(v.never), 'u') : null;

  const before = (plain: string, at: number): string => {
    const text = plain.slice(0, at + 1);
    return yes ? text.replace(yes, ' ') : text;
  };
  /** A negation before the match, in its clause, turns it round. */
  const fires =
    (pattern: RegExp) =>
    (plain: string): boolean => {
      const found = pattern.exec(plain);
      return found !== null && !no.test(before(plain, found.index)) && !never?.test(plain);
    };
  const [requested, refunded, complained, escalated] = [request, refund, complaint, escalation].map(fires);
  const word = family(`${v.person} ${v.filler}`);
  const bare = new RegExp(`^${word}+$`, 'u');
  const person = new RegExp(family(v.person), 'u');
  return {
    lang,
    fires: {
      customer_request: ({ plain }) => requested?.(plain) ?? false,
      refund: ({ plain }) => (refunded?.(plain) ?? false) && !asks.test(plain),
      complaint: ({ plain }) => complained?.(plain) ?? false,
      escalation: ({ plain }) => escalated?.(plain) ?? false,
    },
    bare: (text) => {
      const plain = foldedWords(text);
      return !/[?؟]/.test(text) && bare.test(plain) && person.test(plain);
    },
  };
}

const PATTERNS = Object.entries(VOCABULARIES).map(([lang, vocabulary]) => compile(lang, vocabulary));
