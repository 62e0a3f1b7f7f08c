import * as v from 'valibot';
import { REASONS } from '../domain/reasons';
import {
  CardTitle,
  ClientId,
  clean,
  type Language,
  Link,
  MAX_TEXT,
  Place,
  SentCard,
  Text,
  Urgency,
  WebAddress,
} from './common';
import type { VerifiedCustomer } from './verified';

/**
 * The merchant's own bot: what it is sent for every message of a customer, and how it answers. Everything that it sends names
 * the turn in which it was asked; in another one it is refused with `stale_turn`.
 */

const Turn = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9));
const some = <S extends v.GenericSchema>(of: S, most: number) =>
  v.optional(v.pipe(v.array(of), v.maxLength(most)), () => []);
const BotLink = v.object({ ...Link.entries, title: CardTitle, url: WebAddress });
/** What the assistant says of how sure it is. 0–1; below 0.5 counts as unsure. */
const Confidence = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** `POST /api/bot/conversations/:id/answers`: one message. The same `id` again is the same message. */
export const BotAnswer = v.pipe(
  v.object({
    turn: Turn,
    id: ClientId,
    /** The place of the message that it answers; without it, the newest. */
    re: v.optional(Place),
    text: v.optional(v.union([Text, v.literal('')]), ''),
    cards: some(SentCard, 8),
    links: some(BotLink, 8),
    /** Quick replies: pressed, the words are the customer's. */
    replies: some(v.pipe(v.string(), v.maxLength(60), clean, v.minLength(1)), 6),
    /** An email address is asked for below it. */
    asksEmail: v.optional(v.boolean(), false),
    confidence: v.optional(Confidence, 0.8),
    /** What was looked for, in words: stands in "What happened so far". */
    query: v.optional(v.pipe(v.string(), v.maxLength(300), clean), ''),
  }),
  v.check(({ text, cards }) => text !== '' || cards.length > 0, 'An answer says or shows something'),
);
export type BotAnswer = v.InferOutput<typeof BotAnswer>;

/** `POST …/pieces`: a part of an answer that is being written. The answer with the same `id` replaces it. */
export const BotPiece = v.object({
  turn: Turn,
  id: ClientId,
  /** Characters before this part. */
  offset: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TEXT)),
  text: v.pipe(v.string(), v.maxLength(MAX_TEXT)),
});
export type BotPiece = v.InferOutput<typeof BotPiece>;

/** `POST …/typing`. Expires on its own after 6 s. */
export const BotTyping = v.object({ turn: Turn, on: v.boolean() });
export type BotTyping = v.InferOutput<typeof BotTyping>;

/** `POST …/handoff`: a person is asked for. */
export const BotHandoff = v.object({
  turn: Turn,
  reason: v.picklist(REASONS),
  /** It can raise what the reason says, and not lower it. */
  urgency: v.optional(Urgency, 'normal'),
  /** For staff only. */
  summary: v.optional(v.pipe(v.string(), v.maxLength(600), clean), ''),
});
export type BotHandoff = v.InferOutput<typeof BotHandoff>;

/** What is sent to the bot's URL, signed by Standard Webhooks. */
export type BotEvent =
  | { type: 'test'; timestamp: string; data: { store: string } }
  | { type: 'message'; timestamp: string; data: BotMessage };

export interface BotMessage {
  conversation: string;
  turn: number;
  /** `text` is empty where only files were sent. `size`: bytes. */
  message: { seq: number; text: string; at: number; files?: { name: string; size: number }[] };
  /** What was said since the last call, oldest first, without the message itself. Private notes never. */
  history: { seq: number; from: 'customer' | 'assistant' | 'staff'; text: string; at: number }[];
  customer: {
    name: string;
    language: v.InferOutput<typeof Language>;
    timeZone: string | null;
    page: { url: string; title: string } | null;
    /** What they opened of what was shown to them. */
    opened: { title: string; url: string }[];
    email: { address: string; confirmed: boolean } | null;
    /** Whom the shop's own server signed in: good enough for their own orders. Null for everybody anonymous. */
    verified: VerifiedCustomer | null;
  };
  shop: { isOpen: boolean; opensAt: number | null };
  /** Where the last person of the team stopped; their note is private. */
  handedBack: { by: string | null; outcome: string; privateNote: string } | null;
}
