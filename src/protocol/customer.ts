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
  Page,
  Piece,
  Place,
  RatingSource,
  Source,
  Text,
  Thumb,
  TimeZone,
} from './common';
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
  v.object({ type: v.literal('send'), id: ClientId, text: Text }),
  v.object({ type: v.literal('typing'), on: v.boolean() }),
  v.object({ type: v.literal('read'), seq: Place }),
  v.object({ type: v.literal('page'), page: Page }),
  /** Cart, order and what else the shop's page knows of its customer. */
  SetFrame,
  /** The button "Talk to a person". */
  v.object({ type: v.literal('request'), id: ClientId }),
  /** While waiting or while talking. */
  v.object({ type: v.literal('cancel'), id: ClientId, seen: v.optional(v.picklist(['waiting', 'talking'])) }),
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
  v.object({ kind: v.literal('staff'), ...place, from: Person, text: v.string(), cards: v.optional(v.array(Card)) }),
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
export const SessionRequest = v.object({ store: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/)) });
export interface SessionAnswer {
  token: string;
  conversation: string;
  store: { name: string; accent: string; greeting: string | null };
}
