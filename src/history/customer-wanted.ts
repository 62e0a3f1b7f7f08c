import * as v from 'valibot';
import { Email } from '../accounts/person';

/** Of one customer, at a time: whoever has more asks twice. */
export const MOST = 50;

/** What is asked about a customer. */
export const CustomerWanted = v.object({ email: Email });
/** By their ids. */
export const ConversationsWanted = v.object({
  conversations: v.pipe(
    v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(64))),
    v.minLength(1),
    v.maxLength(MOST),
  ),
});
