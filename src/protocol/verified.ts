import * as v from 'valibot';
import { EmailAddress } from './common';
import { Named } from './shop';

/** Whom the shop's own server says a customer is: it signed it, so this is no page's word. */
export const VerifiedCustomer = v.object({
  /**
   * What the shop calls them. Nothing in it that would change what stands beside it, and no half characters: stored, one
   * would be as good as another.
   */
  sub: v.pipe(v.string(), v.maxLength(128), v.regex(/^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]+$/u)),
  name: v.optional(Named(80)),
  email: v.optional(EmailAddress),
});
export type VerifiedCustomer = v.InferOutput<typeof VerifiedCustomer>;
