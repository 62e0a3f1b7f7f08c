import * as v from 'valibot';
import {
  Ack,
  Card,
  ClientId,
  Comment,
  Dropped,
  EmailAddress,
  ErrorFrame,
  HandoffNumber,
  Language,
  Link,
  MaybeText,
  Page,
  Piece,
  Place,
  RatingSource,
  Source,
  Thumb,
  TimeZone,
} from './common';
import { SentFile, SentFiles } from './files';
import { SetFrame } from './shop';

/**
 * The customer's socket. `seq` here is the message's place among what customers may read: private notes have no place
 * in it, so that not even their number shows.
 */

export const CustomerFrame = v.variant('type', [
  /** First frame after connecting, and again whenever the client wants to be sure: answers with `welcome`. */
  v.object({
    type: v.literal('hello'),
    after: Place,
    lang: Language,
    tz: v.optional(TimeZone),
    page: v.optional(Page),
  }),
  /** Words, files that were uploaded before, or both. */
  v.object({ type: v.literal('send'), id: ClientId, text: MaybeText, files: SentFiles }),
  /** `GOT_EVERY` frames have come (src/protocol/window.ts). */
  v.object({ type: v.literal('got') }),
  v.object({ type: v.literal('typing'), on: v.boolean() }),
  v.object({ type: v.literal('read'), seq: Place }),
  v.object({ type: v.literal('page'), page: Page }),
  /** Cart, order and what else the shop's page knows of its customer. */
  SetFrame,
  /** The button "Talk to a person". */
  v.object({ type: v.literal('request'), id: ClientId }),
  /** While waiting or while talking. */
  v.object({ type: v.literal('cancel'), id: ClientId, seen: v.optional(v.picklist(['waiting', 'talking'])) }),
  /** The customer is done: whatever is open is cancelled, and nothing is lost. */
  v.object({ type: v.literal('end'), id: ClientId }),
  /** The chat by email, to an address that is confirmed; to any other a question first whether it is theirs. */
  v.object({ type: v.literal('transcript'), id: ClientId, address: v.optional(EmailAddress) }),
  /** Where an answer may go when they have left. */
  v.object({ type: v.literal('email'), id: ClientId, address: EmailAddress }),
  v.object({
    type: v.literal('rate'),
    id: ClientId,
    handoff: HandoffNumber,
    thumb: Thumb,
    comment: v.optional(Comment, ''),
  }),
]);
export type CustomerFrame = v.InferOutput<typeof CustomerFrame>;

const Person = v.object({ name: v.string(), initials: v.string() });
export type Person = v.InferOutput<typeof Person>;

const place = { seq: Place, at: v.number() };
export const CustomerMessage = v.variant('kind', [
  /** `id` is the client id, so that the sender finds its own. */
  v.object({
    kind: v.literal('customer'),
    ...place,
    id: v.string(),
    text: v.string(),
    files: v.optional(v.array(SentFile)),
    /** Where it came by email: the names of what was attached. */
    mail: v.optional(v.object({ attachments: v.array(v.string()) })),
  }),
  v.object({
    kind: v.literal('assistant'),
    ...place,
    answer: v.string(),
    text: v.string(),
    cards: v.array(Card),
    links: v.array(Link),
    /** What is asked for below it. */
    asks: v.optional(v.literal('email')),
    /** Answers to choose from, while it is the last message: pressed, its words are the customer's. */
    replies: v.optional(v.array(v.string())),
    /** Cut off: `by` is who joined, null when the customer asked for a person meanwhile. */
    cut: v.nullable(v.object({ by: v.nullable(v.string()) })),
  }),
  v.object({
    kind: v.literal('staff'),
    ...place,
    from: Person,
    text: v.string(),
    cards: v.optional(v.array(Card)),
    files: v.optional(v.array(SentFile)),
  }),
  v.object({
    kind: v.literal('event'),
    ...place,
    event: v.variant('what', [
      v.object({ what: v.literal('asked'), handoff: HandoffNumber, source: Source }),
      v.object({
        what: v.literal('joined'),
        handoff: HandoffNumber,
        name: v.string(),
        previous: v.nullable(v.string()),
      }),
      v.object({ what: v.literal('released'), handoff: HandoffNumber, name: v.string() }),
      v.object({
        what: v.literal('ended'),
        handoff: HandoffNumber,
        /** `session`: a talk with a person ended; `cancelled`: while waiting; `unanswered`: nobody came. */
        how: v.picklist(['session', 'cancelled', 'unanswered']),
        /** Whom they reach when they write again within so many days. */
        handback: v.optional(v.nullable(v.object({ name: v.string(), days: v.number() }))),
      }),
      /** Passed on by email: nobody joins. `expectation`: the store's own words, in the customer's language. */
      v.object({ what: v.literal('emailed'), handoff: HandoffNumber, expectation: v.nullable(v.string()) }),
      v.object({
        what: v.literal('away'),
        handoff: HandoffNumber,
        /** The store's own words in the customer's language; null: the client's. */
        words: v.nullable(v.string()),
        /** The next opening; null where none is known. */
        opensAt: v.nullable(v.number()),
      }),
      /** The customer ended the chat. Writing goes on with it all the same. */
      v.object({ what: v.literal('closed') }),
    ]),
  }),
]);
export type CustomerMessage = v.InferOutput<typeof CustomerMessage>;

export const CustomerState = v.object({
  /** Grows with every change; an older state is never shown over a newer one. */
  rev: v.number(),
  turn: v.number(),
  phase: v.variant('is', [
    v.object({ is: v.literal('assistant') }),
    v.object({
      is: v.literal('waiting'),
      handoff: HandoffNumber,
      since: v.number(),
      /** Minutes; null where there is no figure, or it has run out. */
      estimate: v.nullable(v.number()),
      longer: v.boolean(),
      /** The store's own words for whoever waits; missing where it has none. */
      words: v.optional(v.string()),
    }),
    v.object({ is: v.literal('person'), handoff: HandoffNumber, person: Person }),
  ]),
  rating: v.nullable(
    v.object({
      handoff: HandoffNumber,
      source: RatingSource,
      thumb: v.nullable(Thumb),
      comment: v.string(),
      /** Milliseconds until it is asked; missing where that is now. */
      in: v.optional(v.number()),
    }),
  ),
  /** Where an answer reaches them by email, where they said so. */
  contact: v.nullable(v.object({ address: v.string(), confirmed: v.boolean() })),
  /** False where the store offers no person: no button. */
  canAsk: v.boolean(),
  /** The last place that a staff member has seen. */
  seen: Place,
});
export type CustomerState = v.InferOutput<typeof CustomerState>;

export const ToCustomer = v.variant('type', [
  /** Everything after the cursor, and the state. `last` is the newest place. */
  v.object({
    type: v.literal('welcome'),
    last: Place,
    messages: v.array(CustomerMessage),
    state: CustomerState,
    /** Files can be sent here. */
    files: v.optional(v.literal(true)),
    now: v.number(),
  }),
  /** Their own message comes to the tab that wrote it as `ack`, and so to the other tabs only. */
  v.object({ type: v.literal('message'), message: CustomerMessage }),
  v.object({ type: v.literal('state'), state: CustomerState }),
  Piece,
  Dropped,
  Ack,
  /** "Support is typing…": a public reply is being composed. Expires on its own after 6 s. */
  v.object({ type: v.literal('typing'), on: v.boolean() }),
  ErrorFrame,
]);
export type ToCustomer = v.InferOutput<typeof ToCustomer>;

/** `POST /widget/session`: a token for the socket, and what the panel shows before it connects. */
export const SessionRequest = v.object({
  store: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  /** Another conversation than the token's, which stays theirs to read. */
  anew: v.optional(v.boolean()),
  /** What the shop's server signed of its customer: a JSON Web Token. */
  identity: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(4_096))),
});
export interface SessionAnswer {
  token: string;
  conversation: string;
  /** Whom the shop has signed in, as a mark that says no more than "the same"; missing for everybody anonymous. */
  customer?: string;
  store: {
    name: string;
    accent: string;
    greeting: string | null;
    /** What the shop's page keeps for its launcher (widget/handshake.ts); empty: the usual. */
    launcher?: { label: string; icon: string; hidden: boolean };
  };
}

/** `GET /widget/conversations`: what this customer talked about before, the newest first. Epoch ms. */
export interface EarlierConversation {
  conversation: string;
  startedAt: number;
  lastAt: number;
  /** What they said first, or what the files are called that they sent first. */
  words: string;
}
export const EarlierRequest = v.object({ id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)) });
