import type { AlertSummary } from '../../desk/alerts/summary';
import type { PickUpOf } from '../../desk/estimate';
import { publicName } from '../../domain/actor';
import { type Lifecycle, latest, openHandoff, type Reminder } from '../../domain/handoff';
import type { QueueRow } from '../../protocol/desk';
import { initialsOf } from '../../protocol/names';
import { personOf } from '../../protocol/person';
import { type Customer, type Entry, wordsOf } from '../storage/records';
import { type Known, soFarOf } from './so-far';
import { customerName, targetOf } from './staff';

/** What the desk is shown of a conversation: its row in the queue, and what an alert says. */

/** How many of the last messages an alert shows. */
const LAST = 5;

/** A handoff as the team's alert tells it: recorded facts, and the last words. Private notes stay where they are. */
export function alertSummary(customer: Customer, state: Lifecycle, known: Known, n: number): AlertSummary | null {
  const { entries, told } = known;
  const handoff = state.handoffs.find((h) => h.n === n);
  if (!handoff) return null;
  const name = customerName(customer);
  const { reason, urgency, trigger, requestedAt } = handoff;
  return {
    customer: name,
    reason,
    urgency,
    trigger,
    requestedAt,
    last: lastWords(name, entries),
    soFar: soFarOf(handoff, known),
    inWords: told[n]?.text ?? null,
    estimate: handoff.status === 'pending' ? (handoff.told?.estimate ?? null) : null,
  };
}

/** A reminder as the mail to its owner tells it: its line, and what else is known. */
export function reminderSummary(
  customer: Customer,
  state: Lifecycle,
  known: Known,
  { at, line }: Pick<Reminder, 'at' | 'line'>,
): AlertSummary {
  const name = customerName(customer);
  const plain = { customer: name, reason: null, trigger: '', requestedAt: at, last: lastWords(name, known.entries) };
  const last = latest(state);
  const about = last && alertSummary(customer, state, known, last.n);
  return { ...plain, ...about, urgency: 'normal', estimate: null, reminder: line };
}

/** The last messages, as a colleague reads them. */
function lastWords(name: string, entries: readonly Entry[]): AlertSummary['last'] {
  const said = entries.flatMap(({ body, at }) => {
    if (body.kind === 'event' || body.kind === 'note') return [];
    const from = {
      customer: name,
      assistant: null,
      staff: body.kind === 'staff' ? publicName(body.from.name) : '',
    };
    return [{ from: from[body.kind], text: wordsOf(body), at }];
  });
  return said.slice(-LAST);
}

const PREVIEW = 140;

/** The conversation as the queue shows it. */
export function queueRow(
  customer: Customer,
  state: Lifecycle,
  entries: readonly Entry[],
  context: {
    rev: number;
    read: number;
    owedSince: number | null;
    email: boolean;
    transferAfter: number;
    left: number | null;
    tasks: number;
  },
): QueueRow {
  const open = openHandoff(state);
  const last = entries.findLast(({ body }) => body.kind !== 'event' && body.kind !== 'note');
  const name = customerName(customer);
  // A reply is proof of having read all that came before it.
  const replied = entries.findLast(({ body }) => body.kind === 'staff')?.seq ?? 0;
  const read = Math.max(context.read, replied);
  const assigned = open?.status === 'assigned' ? open : null;
  const offered = assigned?.transfer ?? null;
  const { owedSince: since } = context;
  return {
    id: customer.conversation,
    rev: context.rev,
    customer: name,
    initials: initialsOf(name),
    lang: customer.lang,
    status: open?.status ?? 'assistant',
    handoff: open?.n ?? null,
    reason: open?.reason ?? null,
    urgency: open?.urgency ?? 'normal',
    requestedAt: open?.requestedAt ?? null,
    waitingSince: open?.status === 'pending' ? open.waitingSince : null,
    assignee: open?.status === 'assigned' ? personOf(open.assignee) : null,
    transfer: offered && { to: targetOf(offered.to), until: offered.at + context.transferAfter },
    destination: open?.destination ? targetOf(open.destination) : null,
    owed: since === null ? null : { since, told: assigned?.nudged?.since === since ? assigned.nudged.told : 'nobody' },
    email: context.email,
    last: last ? previewOf(last) : null,
    unread: open ? unreadOf(entries, read, open.status === 'pending') : 0,
    left: context.left,
    ...(context.tasks > 0 && { tasks: context.tasks }),
    ...(customer.test && { test: customer.test }),
  };
}

/** What the customer wrote that no staff member has seen; what the assistant answered is not owed to anybody. */
function unreadOf(entries: readonly Entry[], read: number, pending: boolean): number {
  const answered = entries.findLast(({ body }) => body.kind === 'assistant')?.seq ?? 0;
  const from = Math.max(read, answered);
  const unread = entries.filter((entry) => entry.body.kind === 'customer' && entry.seq > from).length;
  // Somebody who pressed the button without a word is news all the same, until a staff member has looked.
  const asked = entries.findLast(({ body }) => body.kind === 'event')?.seq ?? 0;
  return unread === 0 && pending && read < asked ? 1 : unread;
}

function previewOf({ body, at, seq }: Entry): QueueRow['last'] {
  if (body.kind === 'event' || body.kind === 'note') return null;
  const name = body.kind === 'staff' ? body.from.name : null;
  return { from: body.kind, name, text: wordsOf(body).slice(0, PREVIEW), at, seq };
}

/** What the desk learns of how long people wait; tests and staff-begun handoffs say nothing about it, and cancelled ones do not count. */
export function pickUpOf(state: Lifecycle, { test }: Pick<Customer, 'test'>): PickUpOf | null {
  const last = latest(state);
  if (!last || last.source === 'staff' || test) return null;
  const taken = last.assignees[0];
  const counts = taken && !(last.status === 'ended' && last.outcome === 'cancelled');
  return { n: last.n, pickUp: counts ? { requestedAt: last.requestedAt, assignedAt: taken.at } : null };
}
