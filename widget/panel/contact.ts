import type { CustomerMessage } from '../../src/protocol/customer';
import type { Thread } from './thread';

type Event = Extract<CustomerMessage, { kind: 'event' }>['event'];

/** What leaves an answer owed: it can only come by email. */
const isOwed = (event: Event): boolean =>
  event.what === 'away' || event.what === 'emailed' || (event.what === 'ended' && event.how === 'unanswered');

/**
 * Where an address is asked for, or the thanks for one stand: the dock, below one event or answer of the log (its place), or
 * nowhere. Only the newest of those counts: what happened to an older request is history.
 */
export function contactPlace({ messages, state }: Thread): 'dock' | number | null {
  if (state?.phase.is === 'waiting') return state.phase.longer ? 'dock' : null;
  const last = messages.findLast((m) => (m.kind === 'assistant' ? m.asks : m.kind === 'event'));
  return state?.phase.is === 'assistant' && last && (last.kind !== 'event' || isOwed(last.event)) ? last.seq : null;
}
