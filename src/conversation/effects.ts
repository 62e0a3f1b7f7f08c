import { deskStub } from '../desk/door';
import type { Env } from '../env';
import { type PastMessage, project } from '../history/project';
import type { Delivery, Job } from '../outbox/outbox';
import type { HookEvent } from '../protocol/hooks';
import { personOf } from '../protocol/person';
import type { Target } from '../protocol/staff';
import { CALL, deliverCall } from './bot-calls';
import { mailReply } from './customer-mail';
import { alertSummary, pickUpOf } from './desk-views';
import { HOOK } from './hooks';
import { deliverInWords, IN_WORDS } from './in-words';
import { REPLY, type ReplyJob } from './mailing';
import { deliverMention, MENTION } from './mentions';
import type { Customer, Dossier, Entry, Told } from './records';
import { deliverReminder, REMIND } from './reminding';
import type { AlertJob, HistoryJob, Room, SummaryJob } from './room';
import { unansweredIn } from './unanswered';
import { forStaff, guestName } from './views';

const ASKS: readonly string[] = ['asked', 'away', 'emailed'];

/** As staff read it; with a request for a person stands where it was asked from, as rules look at it. */
function forHistory(entry: Entry, asked: Dossier['asked']): PastMessage {
  const event = entry.body.kind === 'event' && 'handoff' in entry.body.event ? entry.body.event : null;
  const from = event && ASKS.includes(event.what) ? asked[event.handoff] : undefined;
  if (!from) return forStaff(entry);
  const { cart, properties = [] } = from.shop ?? {};
  const situation = { page: from.page?.url ?? null, cart: cart?.value ?? null, properties };
  return { ...forStaff(entry), situation };
}

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
    if (row.status === 'pending' && row.handoff) room.told(row.handoff, estimate, somebodyHere, Date.now());
    return { is: 'done' };
  }
  if (job.key === 'history') {
    const { handoffs, transcript, reminders = false } = job.payload as HistoryJob;
    const entries = room.store.entries;
    const last = entries.at(-1);
    await project(env.DB, {
      store: customer.store,
      id: customer.conversation,
      rev: Math.max(now, room.store.lifecycle.rev),
      customer: guestName(customer.conversation),
      lang: customer.lang,
      email: room.mailing.reachable?.address ?? null,
      dueAt: (since) => room.policy(now).dueAt(since),
      startedAt: customer.startedAt,
      lastAt: last?.at ?? customer.startedAt,
      messages: entries.filter(({ body }) => body.kind !== 'event' && body.kind !== 'note').length,
      handoffs: room.state.handoffs.filter((h) => handoffs.includes(h.n)),
      endings: room.state.handoffs.flatMap((h) => (h.status === 'ended' && h.note ? [h.note] : [])),
      inWords: room.store.inWords,
      usage: usageOf(entries, room.store.inWords),
      transcript: transcript ? entries.map((entry) => forHistory(entry, room.store.asked)) : null,
      facts: room.store.facts,
      unanswered: transcript && !customer.test ? unansweredIn(entries) : [],
      test: customer.test,
      reminders: reminders ? (room.state.reminders ?? []) : null,
    });
    return { is: 'done' };
  }
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
  if (job.key.startsWith(REPLY)) return mailReply(job.key, job.payload as ReplyJob, job.attempts, room, env);
  return { is: 'park', why: `unknown job ${job.key}` };
}

/** Of a test nobody hears but who plays it. */
const onlyOf = ({ test }: Customer) => test && { only: test };

/** What models read and wrote for this conversation. */
function usageOf(entries: readonly Entry[], told: Readonly<Record<number, Told>>): { in: number; out: number } {
  const used = [
    ...entries.map(({ body }) => (body.kind === 'assistant' ? body.facts?.usage : undefined)),
    ...Object.values(told).map(({ usage }) => usage),
  ];
  const sum = (of: 'in' | 'out') => used.reduce((total, one) => total + (one?.[of] ?? 0), 0);
  return { in: sum('in'), out: sum('out') };
}

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
