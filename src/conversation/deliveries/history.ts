import type { Env } from '../../env';
import { type PastMessage, project } from '../../history/project';
import type { Delivery, Job, Outbox } from '../../outbox/outbox';
import { unansweredIn } from '../answering/unanswered';
import type { Room } from '../room';
import type { Dossier, Entry, Told } from '../storage/records';
import { customerName, forStaff } from '../views/staff';

/** History follows: what the store's lists, figures and search read of a conversation once it is not open any more. */

export const HISTORY = 'history';

interface HistoryJob {
  handoffs: number[];
  transcript: boolean;
  /** Whether the call-backs have changed. */
  reminders?: boolean;
}

/**
 * Asks history to follow; what was asked before and not told yet is told with it. Call it within the transaction that keeps
 * what there is to tell.
 * @param handoffs the numbers of those that changed
 * @param transcript whether the words go with it
 */
export function oweHistory(
  outbox: Outbox,
  handoffs: number[],
  transcript: boolean,
  now: number,
  { reminders = false } = {},
): void {
  outbox.put<HistoryJob>(HISTORY, now, (waiting) => ({
    handoffs: [...new Set([...(waiting?.handoffs ?? []), ...handoffs])],
    transcript: transcript || (waiting?.transcript ?? false),
    reminders: reminders || (waiting?.reminders ?? false),
  }));
}

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

export async function deliverHistory(job: Job, room: Room, env: Env): Promise<Delivery> {
  const { customer } = room;
  const now = Date.now();
  const { handoffs, transcript, reminders = false } = job.payload as HistoryJob;
  const entries = room.store.entries;
  const last = entries.at(-1);
  await project(env.DB, {
    store: customer.store,
    id: customer.conversation,
    // Of two deliveries in one millisecond the later wins too.
    rev: room.showing.nextRev(now),
    customer: customerName(customer),
    lang: customer.lang,
    visitor: customer.visitor,
    email: room.mailing.reachable?.address ?? null,
    sub: customer.verified?.sub,
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

/** What models read and wrote for this conversation. */
function usageOf(entries: readonly Entry[], told: Readonly<Record<number, Told>>): { in: number; out: number } {
  const used = [
    ...entries.map(({ body }) => (body.kind === 'assistant' ? body.facts?.usage : undefined)),
    ...Object.values(told).map(({ usage }) => usage),
  ];
  const sum = (of: 'in' | 'out') => used.reduce((total, one) => total + (one?.[of] ?? 0), 0);
  return { in: sum('in'), out: sum('out') };
}
