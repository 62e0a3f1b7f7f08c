import type { Target as Whom } from '../domain/actor';
import {
  type Handoff,
  type Lifecycle,
  type LifecycleEvent,
  latest,
  openHandoff,
  prompt,
  ratingSource,
} from '../domain/handoff';
import type { Policy } from '../domain/policy';
import type { Page } from '../protocol/common';
import type { CustomerMessage, CustomerState } from '../protocol/customer';
import { initialsOf, personOf } from '../protocol/person';
import type { Shop } from '../protocol/shop';
import type { CustomerView, HandoffView, StaffMessage, StaffState, Target } from '../protocol/staff';
import type { StaffFacts } from '../protocol/staff-facts';
import type { Contact, Customer, Entry } from './records';
import { type Known, soFarOf } from './so-far';

/** What each side is shown of the same records. */

/** A name for somebody who gave none: the same four digits in every list and every time. */
export function guestName(conversation: string): string {
  let hash = 0;
  for (const char of conversation) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return `Guest ${1000 + (hash % 9000)}`;
}

/** What customers see of a staff member's name. */
type Shown = (name: string) => string;

/** Null for what the customer may not know of. */
export function forCustomer(entry: Entry, lang: string, shown: Shown): CustomerMessage | null {
  const { pub, at, cid, body } = entry;
  if (pub === null) return null;
  const place = { seq: pub, at };
  switch (body.kind) {
    case 'customer':
      return {
        kind: 'customer',
        ...place,
        id: cid,
        text: body.text,
        ...(body.mail && { mail: { attachments: body.mail.attachments } }),
      };
    case 'assistant': {
      const { answer, text, cards, links, replies } = body;
      const cut = body.cut && { by: body.cut.by ? shown(body.cut.by.name) : null };
      const asks = { ...(body.asksEmail && { asks: 'email' as const }), ...(replies && { replies }) };
      return { kind: 'assistant', ...place, answer, text, cards, links, cut, ...asks };
    }
    case 'staff': {
      const from = personShown(body.from.name, shown);
      return { kind: 'staff', ...place, from, text: body.text, ...(body.cards && { cards: body.cards }) };
    }
    case 'note':
      return null;
    case 'event': {
      const event = eventForCustomer(body.event, lang, shown);
      return event && { kind: 'event', ...place, event };
    }
  }
}

/** A first name has its owner's initials; a team's name has its own. */
function personShown(name: string, shown: Shown) {
  const called = shown(name);
  return { name: called, initials: initialsOf(name.startsWith(called) ? name : called) };
}

type EventMessage = Extract<CustomerMessage, { kind: 'event' }>['event'];

/** A store's own words in a language, else in its first one. */
const inLanguage = (words: Readonly<Record<string, string>> | null, lang: string, first: string): string | null =>
  words?.[lang.toLowerCase().split('-')[0] ?? ''] ?? words?.[first] ?? null;

function eventForCustomer(event: LifecycleEvent, lang: string, shown: Shown): EventMessage | null {
  switch (event.what) {
    case 'asked':
      return { what: 'asked', handoff: event.handoff, source: event.source };
    case 'joined': {
      const previous = event.previous ? shown(event.previous.name) : null;
      return { what: 'joined', handoff: event.handoff, name: shown(event.staff.name), previous };
    }
    case 'released':
      return { what: 'released', handoff: event.handoff, name: shown(event.staff.name) };
    case 'ended': {
      const waiting = event.outcome === 'unanswered' ? 'unanswered' : 'cancelled';
      const how = event.endedWhile === 'waiting' ? waiting : 'session';
      const { handbackDays: days, staff } = event;
      const handback = days && staff ? { name: shown(staff.name), days } : null;
      return { what: 'ended', handoff: event.handoff, how, handback };
    }
    case 'away': {
      const { words, first, opensAt } = event.hours;
      return { what: 'away', handoff: event.handoff, words: inLanguage(words, lang, first), opensAt };
    }
    case 'emailed': {
      const { handoff, expectation, first } = event;
      return { what: 'emailed', handoff, expectation: inLanguage(expectation, lang, first) };
    }
    case 'transfer':
    case 'owed':
    case 'reminder':
    case 'check_in':
    case 'mail':
      return null;
  }
}

export function forStaff(entry: Entry): StaffMessage {
  const { seq, at, cid, body } = entry;
  const place = { seq, at };
  switch (body.kind) {
    case 'customer':
      return { kind: 'customer', ...place, text: body.text, ...(body.mail && { mail: body.mail }) };
    case 'assistant': {
      const { answer, text, cards, links, facts, replies } = body;
      const cut = body.cut && { by: body.cut.by && personOf(body.cut.by) };
      return { kind: 'assistant', ...place, answer, text, cards, links, facts, cut, ...(replies && { replies }) };
    }
    case 'staff': {
      const { text, cards } = body;
      return { kind: 'staff', ...place, id: cid, from: personOf(body.from), text, ...(cards && { cards }) };
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

export function customerState(
  state: Lifecycle,
  context: {
    rev: number;
    seen: number;
    now: number;
    policy: Policy;
    contact: Contact | null;
    canAsk: boolean;
    shownName: Shown;
  },
): CustomerState {
  const { rev, seen, now, policy, contact, canAsk, shownName } = context;
  const open = openHandoff(state);
  const rating = prompt(state, now, policy);
  const given = rating?.handoff.rating.is === 'given' ? rating.handoff.rating : null;
  return {
    rev,
    turn: state.turn,
    phase: phaseOf(open, shownName),
    rating: rating && {
      handoff: rating.handoff.n,
      source: rating.source,
      thumb: given?.thumb ?? null,
      comment: given?.comment ?? '',
      ...(rating.in > 0 && { in: rating.in }),
    },
    contact: contact && { address: contact.address, confirmed: contact.state === 'confirmed' },
    canAsk,
    seen,
  };
}

function phaseOf(open: ReturnType<typeof openHandoff>, shown: Shown): CustomerState['phase'] {
  if (!open) return { is: 'assistant' };
  if (open.status === 'pending') {
    return {
      is: 'waiting',
      handoff: open.n,
      since: open.waitingSince,
      estimate: open.longer ? null : (open.told?.estimate ?? null),
      longer: open.longer,
    };
  }
  return { is: 'person', handoff: open.n, person: personShown(open.assignee.name, shown) };
}

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
  const name = guestName(customer.conversation);
  const { lang, tz } = customer;
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
  };
}
