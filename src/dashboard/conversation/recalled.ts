import type { StaffMessage } from '../../protocol/staff';
import { firstName } from '../parts/format';
import { chat } from '../words/en/chat';

/** What only the log says about how a chat stands. */

/** What the sender of an offer wrote for whoever takes it: the private note that was stored with it. */
export function noteOf(messages: readonly StaffMessage[], sender: string, offeredAt: number): string | null {
  const note = messages.findLast((one) => one.kind === 'note' && one.from.id === sender && one.at === offeredAt);
  return note?.kind === 'note' ? note.text : null;
}

/** Why a handoff is pending: nobody came yet, or somebody is not there any more. */
export function whyWaiting(messages: readonly StaffMessage[], handoff: number): string {
  const last = messages.findLast((one) => one.kind === 'event' && isTurn(one.event, handoff));
  if (last?.kind !== 'event' || last.event.what !== 'released') return chat.nobodyYet;
  const name = firstName(last.event.staff.name);
  return last.event.why === 'gone' ? chat.againGone({ name }) : chat.againReleased({ name });
}

const isTurn = (event: (StaffMessage & { kind: 'event' })['event'], handoff: number): boolean =>
  (event.what === 'asked' || event.what === 'joined' || event.what === 'released') && event.handoff === handoff;
