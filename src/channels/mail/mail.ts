import * as v from 'valibot';

/** One message to one recipient, and what became of it. The sender behind it can be changed; its users cannot tell. */

/** A value that stands in a header: a line break in it would begin a header of somebody else's choosing. */
const HeaderValue = v.pipe(v.string(), v.maxLength(998), v.regex(/^[^\r\n\0]*$/));
const HeaderName = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,76}$/));
const Address = v.pipe(HeaderValue, v.maxLength(254), v.email());

export const Mail = v.object({
  to: Address,
  subject: v.pipe(HeaderValue, v.minLength(1)),
  html: v.pipe(v.string(), v.maxLength(200_000)),
  text: v.pipe(v.string(), v.maxLength(200_000)),
  headers: v.optional(v.record(HeaderName, HeaderValue)),
  /** Where an answer goes; without it to the sender. */
  replyTo: v.optional(Address),
  /** Who it says it is from, before the address that all mail comes from. */
  fromName: v.optional(v.pipe(HeaderValue, v.minLength(1), v.maxLength(200))),
});
export type Mail = v.InferOutput<typeof Mail>;

export type MailResult =
  | { is: 'sent'; id: string }
  /** Worth another try; `after` is the wait in ms that the API asked for. */
  | { is: 'retry'; after: number | null; status: number | null }
  /** Another try would end the same. */
  | { is: 'refused'; status: number | null }
  | { is: 'not_configured' };

export interface Mailer {
  /**
   * Never throws.
   * @param idempotencyKey the same key with the same mail is sent once, for as long as the API remembers keys (24 hours)
   */
  send(mail: Mail, idempotencyKey: string): Promise<MailResult>;
}
