import { publicName } from '../domain/actor';
import {
  type Handoff,
  type Lifecycle,
  type LifecycleEvent,
  latest,
  openHandoff,
  openRating,
  ratingSource,
} from '../domain/handoff';
import { journey } from '../domain/journey';
import type { Policy } from '../domain/policy';
import type { Page } from '../protocol/common';
import type { CustomerMessage, CustomerState } from '../protocol/customer';
import { initialsOf, personOf } from '../protocol/person';
import type { CustomerView, HandoffView, SoFar, StaffMessage, StaffState } from '../protocol/staff';
import type { Customer, Entry } from './store';

/** What each side is shown of the same records. */

/** A name for somebody who gave none: the same four digits in every list and every time. */
export function guestName(conversation: string): string {
  let hash = 0;
  for (const char of conversation) hash = (hash * 31 + char.charCodeAt(0)) >>> 0;
  return `Guest ${1000 + (hash % 9000)}`;
}

/** Null for what the customer may not know of. */
export function forCustomer(entry: Entry, lang: string): CustomerMessage | null {
  const { pub, at, cid, body } = entry;
  if (pub === null) return null;
  const place = { seq: pub, at };
  switch (body.kind) {
    case 'customer':
      return { kind: 'customer', ...place, id: cid, text: body.text };
    case 'assistant': {
      const { answer, text, cards, links } = body;
      const cut = body.cut && { by: body.cut.by ? publicName(body.cut.by.name) : null };
      return { kind: 'assistant', ...place, answer, text, cards, links, cut };
    }
    case 'staff': {
      const name = publicName(body.from.name);
      return { kind: 'staff', ...place, from: { name, initials: initialsOf(body.from.name) }, text: body.text };
    }
    case 'note':
      return null;
    case 'event':
      return { kind: 'event', ...place, event: eventForCustomer(body.event, lang) };
  }
}

function eventForCustomer(event: LifecycleEvent, lang: string) {
  switch (event.what) {
    case 'asked':
      return { what: 'asked', handoff: event.handoff, source: event.source } as const;
    case 'joined': {
      const previous = event.previous ? publicName(event.previous.name) : null;
      return { what: 'joined', handoff: event.handoff, name: publicName(event.staff.name), previous } as const;
    }
    case 'released':
      return { what: 'released', handoff: event.handoff, name: publicName(event.staff.name) } as const;
    case 'ended': {
      const waiting = event.outcome === 'unanswered' ? 'unanswered' : 'cancelled';
      const how = event.endedWhile === 'waiting' ? waiting : 'session';
      return { what: 'ended', handoff: event.handoff, how } as const;
    }
    case 'away': {
      const { words, first, opensAt } = event.hours;
      const own = words?.[lang.toLowerCase().split('-')[0] ?? ''] ?? words?.[first] ?? null;
      return { what: 'away', handoff: event.handoff, words: own, opensAt } as const;
    }
  }
}

export function forStaff(entry: Entry): StaffMessage {
  const { seq, at, cid, body } = entry;
  const place = { seq, at };
  switch (body.kind) {
    case 'customer':
      return { kind: 'customer', ...place, text: body.text };
    case 'assistant': {
      const { answer, text, cards, links, facts } = body;
      const cut = body.cut && { by: body.cut.by && personOf(body.cut.by) };
      return { kind: 'assistant', ...place, answer, text, cards, links, facts, cut };
    }
    case 'staff':
    case 'note':
      return { kind: body.kind, ...place, id: cid, from: personOf(body.from), text: body.text };
    case 'event': {
      const { event } = body;
      if (event.what === 'asked') return { kind: 'event', ...place, event };
      if (event.what === 'away') {
        const { what, handoff, hours } = event;
        return { kind: 'event', ...place, event: { what, handoff, opensAt: hours.opensAt } };
      }
      if (event.what === 'ended') {
        const { what, handoff, outcome, endedWhile } = event;
        const staff = event.staff && personOf(event.staff);
        return { kind: 'event', ...place, event: { what, handoff, outcome, staff, endedWhile } };
      }
      const { handoff } = event;
      const staff = personOf(event.staff);
      return event.what === 'joined'
        ? {
            kind: 'event',
            ...place,
            event: { what: 'joined', handoff, staff, previous: event.previous && personOf(event.previous) },
          }
        : { kind: 'event', ...place, event: { what: 'released', handoff, staff, why: 'released' } };
    }
  }
}

export function customerState(
  state: Lifecycle,
  context: { rev: number; seen: number; now: number; policy: Policy },
): CustomerState {
  const { rev, seen, now, policy } = context;
  const open = openHandoff(state);
  const rating = openRating(state, now, policy);
  const given = rating?.handoff.rating.is === 'given' ? rating.handoff.rating : null;
  return {
    rev,
    turn: state.turn,
    phase: phaseOf(open),
    rating: rating && {
      handoff: rating.handoff.n,
      source: rating.source,
      thumb: given?.thumb ?? null,
      comment: given?.comment ?? '',
    },
    contact: null,
    canAsk: true,
    seen,
  };
}

function phaseOf(open: ReturnType<typeof openHandoff>): CustomerState['phase'] {
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
  const { name } = open.assignee;
  return { is: 'person', handoff: open.n, person: { name: publicName(name), initials: initialsOf(name) } };
}

export function handoffView(handoff: Handoff): HandoffView {
  const { n, status, reason, urgency, source, trigger, requestedAt, firstReplyAt } = handoff;
  const ended = handoff.status === 'ended' ? handoff : null;
  const given = ended?.rating.is === 'given' ? ended.rating : null;
  const assigned = handoff.status === 'assigned' ? handoff : null;
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
    transfer: null,
    destination: null,
    reopened: 0,
    rating: ended && given && { thumb: given.thumb, comment: given.comment, source: ratingSource(ended.outcome) },
  };
}

/** The journey that led to the latest handoff. */
export function soFarOf(state: Lifecycle, entries: readonly Entry[]): SoFar | null {
  const handoff = latest(state);
  if (!handoff || handoff.source === 'staff') return null;
  const isEvent = (entry: Entry, what: string, n: number) =>
    entry.body.kind === 'event' && entry.body.event.what === what && entry.body.event.handoff === n;
  const opened = entries.find((entry) => isEvent(entry, 'asked', handoff.n) || isEvent(entry, 'away', handoff.n));
  if (!opened) return null;
  const before = entries.findLast((entry) => isEvent(entry, 'ended', handoff.n - 1))?.seq ?? 0;
  const steps = entries
    .filter((entry) => entry.seq > before && entry.seq < opened.seq && entry.body.kind !== 'note')
    .map(({ seq, body }) => ({
      seq,
      from: body.kind === 'note' ? ('event' as const) : body.kind,
      text: body.kind === 'event' ? '' : body.text,
      facts: body.kind === 'assistant' ? body.facts : null,
    }));
  return { at: opened.at, ...journey(steps, handoff.source === 'customer' ? handoff.trigger : '') };
}

export function staffState(
  state: Lifecycle,
  entries: readonly Entry[],
  context: { rev: number; seen: number; customer: CustomerView },
): StaffState {
  const handoff = latest(state);
  return {
    rev: context.rev,
    turn: state.turn,
    handoff: handoff && handoffView(handoff),
    soFar: soFarOf(state, entries),
    customer: context.customer,
    seen: context.seen,
  };
}

export function customerView(customer: Customer, live: { here: boolean; page: Page | null }): CustomerView {
  const name = guestName(customer.conversation);
  const { lang, tz } = customer;
  return { name, initials: initialsOf(name), lang, tz, here: live.here, page: live.page, email: null };
}
