import { deskStub } from '../../desk/door';
import type { Env } from '../../env';
import type { Delivery, Job } from '../../outbox/outbox';
import type { HookEvent } from '../../protocol/hooks';
import { personOf } from '../../protocol/person';
import type { Target } from '../../protocol/staff';
import { CALL, deliverCall } from '../answering/bot-calls';
import { deliverInWords, IN_WORDS } from '../answering/in-words';
import type { AlertJob, SummaryJob } from '../carrying-out';
import { COPY, deliverCopy } from '../mail/copies';
import { mailReply } from '../mail/customer-mail';
import { REPLY, type ReplyJob } from '../mail/mailing';
import type { Room } from '../room';
import type { Customer } from '../storage/records';
import { alertSummary, pickUpOf } from '../views/desk';
import { deliverHistory, HISTORY } from './history';
import { HOOK } from './hooks';
import { deliverMention, MENTION } from './mentions';
import { deliverReminder, REMIND } from './reminding';

/**
 * Delivers what the conversation owes to the outside. Payloads say only what kind of thing is owed; its content is the
 * state at the moment of delivery, so several changes in a row cost one delivery.
 */
export async function deliver(job: Job, room: Room, env: Env): Promise<Delivery> {
  const { customer } = room;
  const now = Date.now();
  const desk = deskStub(env, customer.store);
  if (job.key === 'desk') {
    const row = room.showing.queueRow(now);
    if (!row) {
      await desk.remove(customer.conversation, room.showing.nextRev(now), pickUpOf(room.state, customer));
      return { is: 'done' };
    }
    const { estimate, somebodyHere } = await desk.update(row, pickUpOf(room.state, customer));
    const { status, handoff } = row;
    if (status === 'pending' && handoff) room.apply({ do: 'told', handoff, estimate, somebodyHere }, Date.now());
    return { is: 'done' };
  }
  if (job.key === HISTORY) return deliverHistory(job, room, env);
  if (job.key.startsWith('alert/')) {
    const { at, handoff, why } = job.payload as AlertJob;
    const summary = alertSummary(customer, room.state, room.known, handoff);
    const meant = ownerOf(room, handoff);
    const about = {
      conversation: customer.conversation,
      handoff,
      kind: why,
      ...(meant && { meant }),
      ...onlyOf(customer),
    };
    // What was settled before it could be told is none any more.
    if (summary && stillOwed(room, handoff, why)) await desk.alert(about, at, summary);
    return { is: 'done' };
  }
  if (job.key.startsWith('summary/')) {
    const { handoff, again } = job.payload as SummaryJob;
    const summary = alertSummary(customer, room.state, room.known, handoff);
    const record = room.state.handoffs.find(({ n }) => n === handoff);
    const to = record?.status === 'ended' ? record.emailed?.address : undefined;
    const email = room.mailing.reachable?.address ?? null;
    if (summary && to) {
      const about = { conversation: customer.conversation, handoff, ...onlyOf(customer) };
      await desk.summary(about, { to, email, again }, summary);
    }
    return { is: 'done' };
  }
  if (job.key.startsWith(HOOK)) {
    await desk.hook(job.payload as HookEvent);
    return { is: 'done' };
  }
  if (job.key.startsWith(REMIND)) return deliverReminder(job, room, env);
  if (job.key.startsWith(MENTION)) return deliverMention(job, room, env);
  if (job.key.startsWith(IN_WORDS)) return deliverInWords(job, room, env);
  if (job.key.startsWith(CALL)) return deliverCall(job, room, env);
  if (job.key.startsWith(COPY)) return deliverCopy(job, room, env);
  if (job.key.startsWith(REPLY)) return mailReply(job.key, job.payload as ReplyJob, job.attempts, room, env);
  return { is: 'park', why: `unknown job ${job.key}` };
}

/** Of a test nobody hears but who plays it. */
const onlyOf = ({ test }: Customer) => test && { only: test };

/** Who of the team sees to what is owed: then nobody else is told. */
function ownerOf(room: Room, handoff: number): Target | null {
  const record = room.state.handoffs.find(({ n }) => n === handoff);
  const owner = record?.status === 'ended' ? record.followUp?.owner : undefined;
  return owner ? { kind: 'person', ...personOf(owner) } : null;
}

function stillOwed(room: Room, handoff: number, why: AlertJob['why']): boolean {
  const record = room.state.handoffs.find(({ n }) => n === handoff);
  return why === 'off_hours' || (record?.status === 'ended' && record.followUp !== null);
}
