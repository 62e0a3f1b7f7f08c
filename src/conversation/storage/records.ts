import type { StaffRef } from '../../domain/actor';
import { isPrivate, type Lifecycle, type LifecycleEvent, NEW_LIFECYCLE } from '../../domain/handoff';
import type { Opened } from '../../domain/opened';
import type { Reason } from '../../domain/reasons';
import type { OutboxRow } from '../../outbox/outbox';
import type { Card, Link, Page } from '../../protocol/common';
import type { SentFile } from '../../protocol/files';
import type { Shop } from '../../protocol/shop';
import type { AnswerFacts } from '../../protocol/staff';
import type { StaffFacts } from '../../protocol/staff-facts';
import type { VerifiedCustomer } from '../../protocol/verified';
import type { StoreSettings } from '../../settings/schema';
import type { HooksWanted } from '../../settings/store';

/** What a conversation keeps: what was said, who it is with, and all that changes while it goes on. */

export type Body =
  | {
      kind: 'customer';
      /** Empty only where there are files, or where it came by email with attachments. */
      text: string;
      files?: SentFile[];
      /** Where it came by email: from which address, and whether that is the customer's own. */
      mail?: { from: string; known: boolean; attachments: string[] };
    }
  | {
      kind: 'assistant';
      /** The place of the question that this answers. */
      re: number;
      answer: string;
      text: string;
      cards: Card[];
      links: Link[];
      facts: AnswerFacts | null;
      cut: { by: StaffRef | null } | null;
      /** It ended with the question whether to get a person, or to leave the question. */
      offer?: Offer;
      /** An email address is asked for below it. */
      asksEmail?: true;
      /** Answers that the customer can choose from. */
      replies?: string[];
      /** Which of its cards, and after them its links, the customer was on already. */
      here?: number[];
    }
  | { kind: 'staff'; from: StaffRef; text: string; cards?: Card[]; files?: SentFile[] }
  /** `mentions`: ids, as the writer's page found them in it. Who of them belongs to the store is looked up where they are told. */
  | { kind: 'note'; from: StaffRef; text: string; mentions?: string[] }
  | { kind: 'event'; event: LifecycleEvent };

/** What the assistant offered, and why: to get a person, or outside hours to leave the question. */
export interface Offer {
  of: 'person' | 'question';
  reason: Reason;
}

export interface Entry {
  /** The place among everything. */
  seq: number;
  /** The place among what the customer may read; null for private notes and what else concerns staff only. */
  pub: number | null;
  at: number;
  /** The client id (customer, staff), the answer's id (assistant). */
  cid: string;
  body: Body;
}

/** What is known of the customer, kept from the first message on. */
export interface Customer {
  store: string;
  conversation: string;
  lang: string;
  tz: string | null;
  startedAt: number;
  /** The conversation that their browser began with, where this is a later one. */
  visitor?: string;
  /** What they wrote first from: "iPhone, Safari". */
  device?: string;
  /** Who of the staff plays them: marked everywhere, in no figure, and nobody else is alerted. Missing for real ones. */
  test?: string;
  /** Whom the shop says they are: only who is signed in as them gets in. Missing for everybody anonymous. */
  verified?: VerifiedCustomer;
}

/** Where an answer reaches the customer by email. `typed`: nobody has shown yet that it is theirs. */
export interface Contact {
  address: string;
  state: 'typed' | 'confirmed' | 'stopped';
  /** How many different addresses were left. */
  changes: number;
  /** Mail went to another address before: whoever reads that one knows where answers go, too. */
  shared?: true;
  /** Where it was typed: a hash, or null where that is not known. */
  network: string | null;
  /** Where this server is reached: links in mail lead there. */
  origin: string | null;
}

/** What led to a handoff, in the assistant's words. */
export interface Told {
  text: string;
  at: number;
  /** Tokens, where a model was asked for it. */
  usage?: { in: number; out: number };
}

/** What the shop's page told when a person was asked for: staff see it when the page is gone, and rules are tried on it. */
export interface AskedFrom {
  page: Page | null;
  shop: Shop | null;
}

export interface KnownSettings {
  version: number;
  settings: StoreSettings;
  /** What the store's hooks want to hear of; missing where there never was one. */
  hooks?: HooksWanted | undefined;
}

/** Written with the first thing that the customer does, and when the store's settings change. */
export interface About {
  /** The version of all that is stored. */
  v: 1;
  customer: Customer;
  settings: KnownSettings | null;
}

/** All that changes while a conversation goes on, but its messages: one row, however much of it changes at once. */
export interface Dossier {
  lifecycle: { rev: number; state: Lifecycle };
  /** What the lifecycle says among the messages: it comes with a change of state, and costs no row of its own. */
  events: Entry[];
  /** How far each side had read when its last socket closed: `customer` in public places, `staff` in places. */
  seen: { customer: number; staff: number };
  /** The question whose answer was asked for a second time. */
  retried: number;
  /** The questions that the store's own first responder could not answer, and the built-in one did. */
  gaveWay: number[];
  /** By the number of the handoff. */
  inWords: Record<number, Told>;
  /** What the customer opened of what the assistant showed. */
  opened: readonly Opened[];
  /** Where the customer was when they asked for a person, by the number of the handoff; the newest few. */
  asked: Record<number, AskedFrom>;
  /** Up to which place the merchant's own bot was told what was said. */
  botHeard: number;
  /** Up to which place the conversation has paused: history has its words, and the queue let go of it. */
  paused: number;
  contact: Contact | null;
  /** Up to which public place staff's words have gone out by email, or were read before. */
  mailed: number;
  /** Copies of the chat by email: when they were asked for, and the address that one waits for to be confirmed. */
  copies: { asked: readonly number[]; waits: string | null };
  /** What staff keep beside it; null where they never did. */
  facts: StaffFacts | null;
  /** What the outbox owes. */
  jobs: OutboxRow[];
  /** How many jobs there were: the next one's version. */
  jobsMade: number;
}

export const NEW: Dossier = {
  lifecycle: { rev: 0, state: NEW_LIFECYCLE },
  events: [],
  seen: { customer: 0, staff: 0 },
  retried: 0,
  gaveWay: [],
  inWords: {},
  opened: [],
  asked: {},
  botHeard: 0,
  paused: 0,
  contact: null,
  mailed: 0,
  copies: { asked: [], waits: null },
  facts: null,
  jobs: [],
  jobsMade: 0,
};

/** Who may reuse an id only for the same message. */
export const senderOf = (body: Body): string =>
  body.kind === 'staff' || body.kind === 'note' ? `staff:${body.from.id}` : body.kind;

/** What a message says where no files can be shown: its words, else what its files are called. */
export const wordsOf = (body: Exclude<Body, { kind: 'event' }>): string =>
  body.text || ('files' in body && body.files ? body.files.map(({ name }) => name).join(', ') : '');

/** What has no place among what customers may read. */
export const isHidden = (body: Body): boolean =>
  body.kind === 'note' || (body.kind === 'event' && isPrivate(body.event));
