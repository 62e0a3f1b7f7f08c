import * as v from 'valibot';
import { REASONS } from '../domain/reasons';
import { isSeen, withoutUnseen } from '../domain/unseen';

/** The wire's version, and the oldest one that this server still serves: the widget sits cached in strangers' pages. */
export const PROTOCOL = { version: 1, floor: 1 } as const;

/** `Sec-WebSocket-Protocol`: the version first, then the token, so that no token ever stands in a URL. */
export const SUBPROTOCOL = `baton.v${PROTOCOL.version}`;
export const TOKEN_PREFIX = 'token.';

/** Bytes of one frame. What is larger is refused. */
export const MAX_FRAME = 16 * 1024;
/** Characters of one message. */
export const MAX_TEXT = 4_000;
/** Characters of a reminder. */
export const MAX_LINE = 200;
const MAX_NOTE = 2_000;
const MAX_COMMENT = 1_000;

/** What others read of it holds nothing that is not seen. */
export const clean = v.transform((text: string) => withoutUnseen(text).trim());
/** What is still being written: spaces at its end are part of it. */
export const Unfinished = v.pipe(v.string(), v.maxLength(MAX_TEXT), v.transform(withoutUnseen));

/** Something in it is seen: never an empty bubble. */
export const Text = v.pipe(v.string(), v.maxLength(MAX_TEXT), clean, v.check(isSeen));
/** Of a message that may have files instead: where nothing is seen, it is none. */
export const MaybeText = v.pipe(
  v.string(),
  v.maxLength(MAX_TEXT),
  clean,
  v.transform((text) => (isSeen(text) ? text : '')),
);
export const Note = v.pipe(v.string(), v.maxLength(MAX_NOTE), clean);
export const Comment = v.pipe(v.string(), v.maxLength(MAX_COMMENT), clean);
export const ClientId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{8,40}$/));
/** An address that a customer typed. Spaces around it are theirs; more is checked where mail is sent. */
export const EmailAddress = v.pipe(v.string(), v.maxLength(254), v.trim(), v.toLowerCase(), v.email());
export const Place = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e9));
export const HandoffNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e6));
export const Language = v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/), v.maxLength(35));
export const TimeZone = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_+/-]{1,64}$/));
export const Thumb = v.picklist(['up', 'down']);
/** Where the customer is. Only http(s), so that a link made of it is safe to open. */
export const Page = v.object({
  url: v.pipe(v.string(), v.maxLength(1_000), v.regex(/^https?:\/\//i)),
  title: v.pipe(v.string(), v.maxLength(200), clean),
});
export type Page = v.InferOutput<typeof Page>;

export const Money = v.object({ amount: v.pipe(v.number(), v.integer()), currency: v.string() });
/** `amount` in minor units of `currency` (ISO 4217). */
export type Money = v.InferOutput<typeof Money>;

export const Card = v.object({
  id: v.string(),
  title: v.string(),
  url: v.string(),
  image: v.nullable(v.string()),
  price: v.nullable(Money),
  /** The price before a sale. */
  was: v.nullable(Money),
  availability: v.picklist(['in_stock', 'out_of_stock', 'preorder', 'backorder']),
});
export type Card = v.InferOutput<typeof Card>;

/** Shown to customers as a link or a picture: http(s) only. */
export const WebAddress = v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\/\S+$/i));
export const CardTitle = v.pipe(v.string(), v.maxLength(300), clean, v.minLength(1));
/** A card that comes from outside: of a merchant's own bot, or of staff. */
export const SentCard = v.object({
  ...Card.entries,
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  title: CardTitle,
  url: WebAddress,
  image: v.optional(v.nullable(WebAddress), null),
  price: v.optional(v.nullable(Money), null),
  was: v.optional(v.nullable(Money), null),
});

export const Link = v.object({ title: v.string(), url: v.string() });
/** An article that an answer stands on. */
export type Link = v.InferOutput<typeof Link>;

export const Reason = v.picklist(REASONS);
export const Urgency = v.picklist(['normal', 'urgent']);
export const Source = v.picklist(['customer', 'assistant', 'rule', 'staff']);
export const RatingSource = v.picklist(['ended', 'cancelled', 'unanswered', 'abandoned']);
export const Outcome = v.picklist([
  'resolved',
  'escalated',
  'follow_up',
  'cancelled',
  'unanswered',
  'abandoned',
  'off_hours',
  'emailed',
]);
export const StaffOutcome = v.picklist(['resolved', 'escalated', 'follow_up']);

/** Frames that both kinds of clients may get. `id` is the client id of the frame that is meant. */
export const Ack = v.object({ type: v.literal('ack'), id: v.string(), seq: Place, at: v.number() });
export const ErrorFrame = v.object({
  type: v.literal('error'),
  code: v.string(),
  message: v.string(),
  id: v.optional(v.string()),
  /** Who has it, where `code` is `taken` or `not_yours`. */
  by: v.optional(v.string()),
});
/** A streamed part of an assistant's answer: unstored, replaced by the message that carries the same `answer`. */
export const Piece = v.object({
  type: v.literal('piece'),
  turn: v.number(),
  answer: v.string(),
  /** Characters before this part. */
  offset: v.number(),
  text: v.string(),
});
/** A streamed answer that was dropped before anything of it was kept. */
export const Dropped = v.object({ type: v.literal('dropped'), answer: v.string() });
