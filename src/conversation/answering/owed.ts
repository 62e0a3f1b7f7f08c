import { isPrivate } from '../../domain/handoff';
import type { Entry } from '../storage/records';

/** Which of the customer's messages wait for an answer. */

/** What was said since something last happened. */
export function sinceLastEvent(entries: readonly Entry[]): Entry[] {
  const happened = ({ body }: Entry) => body.kind === 'event' && !isPrivate(body.event);
  return entries.slice(entries.findLastIndex(happened) + 1);
}

export type Asked = Entry & { body: Entry['body'] & { kind: 'customer' } };
export const isAsked = (entry: Entry): entry is Asked => entry.body.kind === 'customer';

/** The place of the customer's newest message; 0 where there is none. */
export const lastAsked = (entries: readonly Entry[]): number => entries.findLast(isAsked)?.seq ?? 0;

/** The questions that nobody has answered, oldest first; what was written to the team is not the assistant's to answer. */
export function owedIn(entries: readonly Entry[]): Asked[] {
  const since = sinceLastEvent(entries);
  const answered = Math.max(0, ...since.map(({ body }) => (body.kind === 'assistant' ? body.re : 0)));
  return since.filter(isAsked).filter(({ seq, body }) => !body.mail && seq > answered);
}
