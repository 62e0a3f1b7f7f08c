import type { StaffOutcome } from '../domain/handoff';
import type { Reason, Urgency } from '../domain/reasons';
import type { Card, Link, Page } from '../protocol/common';
import type { StoreSettings } from '../settings/schema';

/** What a first responder is given: the question and what came before it. */
export interface Question {
  store: string;
  /** The turn in which it is asked: what comes back carries it, and is dropped when it is old. */
  turn: number;
  text: string;
  /** BCP 47, as the customer's client said. */
  lang: string;
  /** Oldest first, without the question itself; only what customers may read. */
  history: { from: 'customer' | 'assistant' | 'staff'; text: string; cards: Card[] }[];
  /** Where the last person of the team stopped; null or missing where none has spoken. */
  handedBack?: HandedBack | null;
  /** Where it is asked; missing where nobody talks. */
  about?: About;
  /** The store's own first responder has failed this question twice: the built-in one answers it. */
  instead?: boolean;
  /** Aborted when the first responder changes. */
  signal: AbortSignal;
}

/** What a model or a bot may know beside the words. */
export interface About {
  conversation: string;
  settings: StoreSettings;
  isOpen: boolean;
  /** Epoch ms; null where it is open, or nobody knows when it will be. */
  opensAt: number | null;
  page: Page | null;
  /** What they opened of what was shown to them. */
  opened: readonly { title: string; url: string }[];
  /** Whether the customer left an email address. */
  email: boolean;
}

/** How a person ended, when the assistant was handed the conversation back. */
export interface HandedBack {
  /** First name; null where the store shows the team's name only. */
  by: string | null;
  outcome: StaffOutcome;
  /** Their private ending note. It may be known, and is never said to the customer, whole or in part. */
  note: string;
  /** Their last public messages, oldest first, at most five; `at` in milliseconds. */
  lastWords: { text: string; at: number }[];
  /** How many messages the customer has written since. */
  customerMessagesSince: number;
}

/** What comes back, in any number of parts. `done` comes last, once. */
export type AnswerPart =
  | { type: 'text'; text: string }
  | { type: 'cards'; cards: Card[] }
  | { type: 'links'; links: Link[] }
  | {
      type: 'done';
      /** What was searched for, in words. */
      query: string;
      /** 0–1: how sure the answer is. */
      confidence: number;
      products: { id: string; title: string; url: string }[];
      articles: Link[];
      /** The assistant asks for a person by itself. */
      handoff: Handover | null;
      /** Who answered, where that is not the one that the store chose. */
      by?: Answerer;
      /** Tokens that a model read and wrote for it. */
      usage?: { in: number; out: number };
      /** The customer is asked for an email address below it. */
      asksEmail?: boolean;
      /** Answers that the customer can choose from. */
      replies?: readonly string[];
    };

export type Answerer = StoreSettings['responder'];

/** A person is asked for. */
export interface Handover {
  reason: Reason;
  /** In whose words: the customer's. */
  trigger: string;
  urgency?: Urgency | undefined;
  /** What led to it, in the assistant's words; for staff only. */
  summary?: string | undefined;
}

/** A first responder: built in (`catalog`), a language model, or the merchant's own bot. Throws when it cannot answer at all. */
export interface Assistant {
  answer(question: Question): AsyncIterable<AnswerPart>;
  /** Its words for handing over by itself, in the customer's language. */
  handoverWords(lang: string): string;
  /** Its words for offering a person, where the store wants a yes first. */
  offerWords(lang: string): string;
  /** The same outside hours, when only the question can be left. */
  offerQuestionWords(lang: string): string;
}

/** Below this an answer counts as one that the assistant was not sure of. */
export const SURE = 0.5;
