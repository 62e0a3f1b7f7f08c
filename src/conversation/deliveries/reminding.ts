import { deskStub } from '../../desk/door';
import type { Env } from '../../env';
import type { Delivery, Job, Outbox } from '../../outbox/outbox';
import { personOf } from '../../protocol/person';
import type { Room } from '../room';
import { reminderSummary } from '../views/desk';
import { customerName } from '../views/staff';

/** A call-back that fell due: its owner reads of it in the dashboard, and by email where they have that on. */

export const REMIND = 'remind/';

interface RemindJob {
  n: number;
  /** When it fell due: told twice, it is the same. */
  at: number;
}

export const oweReminder = (outbox: Outbox, n: number, now: number): void =>
  outbox.put<RemindJob>(`${REMIND}${n}`, now, () => ({ n, at: now }));

export async function deliverReminder(job: Job, room: Room, env: Env): Promise<Delivery> {
  const { n, at } = job.payload as RemindJob;
  const reminder = room.state.reminders?.find((one) => one.n === n);
  // Done or put off before it could be told.
  if (!reminder?.told) return { is: 'done' };
  const { store, conversation, test } = room.customer;
  const { owner, line } = reminder;
  if (test && owner?.id !== test) return { is: 'done' };
  const desk = deskStub(env, store);
  if (owner) {
    const customer = customerName(room.customer);
    await desk.mentioned([owner.id], { conversation, customer, by: personOf(owner), text: line, at, reminder: true });
  }
  const meant = owner && ({ kind: 'person', ...personOf(owner) } as const);
  const about = { conversation, handoff: n, kind: 'reminder', ...(meant && { meant }) } as const;
  await desk.alert(about, at, reminderSummary(room.customer, room.state, room.known, reminder));
  return { is: 'done' };
}
