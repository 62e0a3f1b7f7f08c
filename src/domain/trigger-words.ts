import { LATIN } from './trigger-words-latin';
import { OTHER } from './trigger-words-other';

/**
 * The words by which customers ask for a person, for their money or for somebody higher, by language. Alternatives stand
 * apart by spaces, `_` joins words, `*` stands for any ending; accents and capitals do not matter. An apostrophe is a
 * space: "don_t".
 */
export interface Vocabulary {
  /** Before a request, it means the opposite. */
  no: string;
  /** Holds such a word and turns nothing round: "why can't I …". */
  yes?: string;
  /** May stand between the words of a request. */
  link: string;
  /** Talk to … */
  talk: string;
  /** I want …, give me … */
  want: string;
  /** Connect me with … */
  connect: string;
  /** A person, beyond doubt. */
  person: string;
  /** A person where one talks to it or is connected with it. */
  team: string;
  /** A person only where one talks to it. */
  someone: string;
  /** What may stand beside a person in a message that says nothing else. */
  filler: string;
  boss: string;
  threat: string;
  /** I want …, give me … (money) */
  demand: string;
  money: string;
  /** A demand for money back by itself. */
  refund: string;
  complaint: string;
  /** Makes a question about rules of what would be a demand. */
  asking: string;
  /** Rules out a request altogether. */
  never?: string;
}

/** By language. */
export const VOCABULARIES: Record<string, Vocabulary> = { ...LATIN, ...OTHER };
