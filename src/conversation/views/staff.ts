import type { Target as Whom } from '../../domain/actor';
import { type Handoff, type Lifecycle, type LifecycleEvent, latest, ratingSource } from '../../domain/handoff';
import type { Page } from '../../protocol/common';
import { initialsOf } from '../../protocol/names';
import { personOf } from '../../protocol/person';
import type { Shop } from '../../protocol/shop';
import type { CustomerView, HandoffView, StaffMessage, StaffState, Target } from '../../protocol/staff';
import type { StaffFacts } from '../../protocol/staff-facts';
import type { Contact, Customer, Entry } from '../storage/records';
import { type Known, soFarOf } from './so-far';

/** What staff are shown of the records. */

/** A name for somebody who gave none: the same four digits in every list and every time. */
export function guestName(conversation: string): string {
  let hash = 0;
  for (const char of conversation) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return `Guest ${1000 + (hash % 9000)}`;
}

/** As staff know them: by the name that the shop gave, or its address for them. */
export const customerName = ({ conversation, verified }: Pick<Customer, 'conversation' | 'verified'>): string =>
  verified?.name ?? verified?.email ?? guestName(conversation);

export function forStaff(entry: Entry): StaffMessage {
  const { seq, at, cid, body } = entry;
  const place = { seq, at };
  switch (body.kind) {
    case 'customer': {
      const { text, mail, files } = body;
      return { kind: 'customer', ...place, text, ...(files && { files }), ...(mail && { mail }) };
    }
    case 'assistant': {
      const { answer, text, cards, links, facts, replies } = body;
      const cut = body.cut && { by: body.cut.by && personOf(body.cut.by) };
      return { kind: 'assistant', ...place, answer, text, cards, links, facts, cut, ...(replies && { replies }) };
    }
    case 'staff': {
      const { text, cards, files } = body;
      const from = personOf(body.from);
      return { kind: 'staff', ...place, id: cid, from, text, ...(cards && { cards }), ...(files && { files }) };
    }
    case 'note': {
      const { text, mentions } = body;
      return { kind: 'note', ...place, id: cid, from: personOf(body.from), text, ...(mentions && { mentions }) };
    }
    case 'event':
      return { kind: 'event', ...place, event: eventForStaff(body.event) };
  }
}

function eventForStaff(event: LifecycleEvent): Extract<StaffMessage, { kind: 'event' }>['event'] {
  switch (event.what) {
    case 'asked':
    case 'closed':
    case 'mail':
      return event;
    case 'joined': {
      const { what, handoff, staff, previous } = event;
      return { what, handoff, staff: personOf(staff), previous: previous && personOf(previous) };
    }
    case 'released': {
      const { what, handoff, staff, why } = event;
      // What was stored before there was another way of leaving says nothing of it.
      return { what, handoff, staff: personOf(staff), why: why ?? 'released' };
    }
    case 'ended': {
      const { what, handoff, outcome, endedWhile } = event;
      return { what, handoff, outcome, staff: event.staff && personOf(event.staff), endedWhile };
    }
    case 'away':
      return { what: 'away', handoff: event.handoff, opensAt: event.hours.opensAt };
    case 'emailed':
      return { what: 'emailed', handoff: event.handoff, to: event.to };
    case 'transfer': {
      const { what, handoff, is, staff, to } = event;
      return { what, handoff, is, staff: personOf(staff), to: targetOf(to) };
    }
    case 'owed': {
      const { what, is, staff } = event;
      const to = event.is === 'given' ? { to: event.to && personOf(event.to) } : {};
      return { what, is, staff: personOf(staff), ...to, ...(event.is === 'snoozed' && { until: event.until }) };
    }
    case 'reminder': {
      const { what, is, n, staff, line } = event;
      const at = event.is === 'snoozed' ? { at: event.until } : 'at' in event ? { at: event.at } : {};
      const to = 'to' in event ? { to: event.to && personOf(event.to) } : {};
      return { what, is, n, staff: personOf(staff), line, ...at, ...to };
    }
    case 'check_in':
      return { ...event, staff: personOf(event.staff) };
  }
}

/** Whom a chat is meant for, as staff see it. */
export const targetOf = (to: Whom): Target =>
  to.kind === 'person' ? { kind: 'person', ...personOf(to.staff) } : { kind: 'team', ...to.team };

export function handoffView(handoff: Handoff, transferAfter: number): HandoffView {
  const { n, status, reason, urgency, source, trigger, requestedAt, firstReplyAt } = handoff;
  const ended = handoff.status === 'ended' ? handoff : null;
  const given = ended?.rating.is === 'given' ? ended.rating : null;
  const assigned = handoff.status === 'assigned' ? handoff : null;
  const offered = assigned?.transfer ?? null;
  const last = handoff.assignees.at(-1) ?? null;
  return {
    n,
    status,
    reason,
    urgency,
    source,
    trigger,
    requestedAt,
    waitingSince: handoff.status === 'pending' ? handoff.waitingSince : null,
    assignee: last && handoff.status !== 'pending' ? personOf(last.staff) : null,
    assignedAt: assigned?.assignedAt ?? last?.at ?? null,
    firstReplyAt,
    endedAt: ended?.endedAt ?? null,
    outcome: ended?.outcome ?? null,
    note: ended?.note ?? '',
    transfer: offered && { to: targetOf(offered.to), at: offered.at, until: offered.at + transferAfter },
    destination: handoff.destination && targetOf(handoff.destination),
    reopened: handoff.reopened,
    rating: ended && given && { thumb: given.thumb, comment: given.comment, source: ratingSource(ended.outcome) },
  };
}

export function staffState(
  state: Lifecycle,
  known: Known,
  context: {
    rev: number;
    seen: number;
    customer: CustomerView;
    transferAfter: number;
    facts: StaffFacts | null;
  },
): StaffState {
  const handoff = latest(state);
  return {
    rev: context.rev,
    turn: state.turn,
    handoff: handoff && handoffView(handoff, context.transferAfter),
    soFar: handoff && soFarOf(handoff, known),
    customer: context.customer,
    seen: context.seen,
    ...(context.facts && { facts: context.facts }),
  };
}

export function customerView(
  customer: Customer,
  live: {
    here: boolean;
    page: Page | null;
    shop: Shop | undefined;
    contact: Contact | null;
    device: string | undefined;
  },
): CustomerView {
  const name = customerName(customer);
  const { lang, tz, verified } = customer;
  const email = live.contact && { address: live.contact.address, confirmed: live.contact.state === 'confirmed' };
  return {
    name,
    initials: initialsOf(name),
    lang,
    tz,
    here: live.here,
    page: live.page,
    ...(live.shop && { shop: live.shop }),
    email,
    ...(live.device && { device: live.device }),
    ...(customer.test && { test: customer.test }),
    ...(verified && { verified }),
  };
}
