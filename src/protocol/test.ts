import * as v from 'valibot';

/** `POST /widget/test`: what somebody of the staff begins a conversation as a customer with. */

export const TestRequest = v.object({ ticket: v.pipe(v.string(), v.maxLength(1_200)) });

export interface TestAnswer {
  /** A visitor's, as the launcher keeps it. */
  token: string;
  conversation: string;
  /** For the script tag. */
  key: string;
  /** The store's. */
  name: string;
}
