import { type Lifecycle, type LifecycleEvent, openHandoff, prompt } from '../../domain/handoff';
import type { Policy } from '../../domain/policy';
import type { CustomerMessage, CustomerState } from '../../protocol/customer';
import { initialsOf } from '../../protocol/names';
import type { Contact, Entry } from '../storage/records';

/** What the customer is shown of the records: nothing that concerns staff only, and names as the store shows them. */

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
        ...(body.files && { files: body.files }),
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
      const { text, cards, files } = body;
      return { kind: 'staff', ...place, from, text, ...(cards && { cards }), ...(files && { files }) };
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
    case 'closed':
      return event;
    case 'transfer':
    case 'owed':
    case 'reminder':
    case 'check_in':
    case 'mail':
      return null;
  }
}

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
    /** The store's own words for whoever waits, with these minutes in them; null where it has none. */
    waiting: (minutes: number | null) => string | null;
  },
): CustomerState {
  const { rev, seen, now, policy, contact, canAsk, shownName, waiting } = context;
  const open = openHandoff(state);
  const rating = prompt(state, now, policy);
  const given = rating?.handoff.rating.is === 'given' ? rating.handoff.rating : null;
  return {
    rev,
    turn: state.turn,
    phase: phaseOf(open, shownName, waiting),
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

function phaseOf(
  open: ReturnType<typeof openHandoff>,
  shown: Shown,
  waiting: (minutes: number | null) => string | null,
): CustomerState['phase'] {
  if (!open) return { is: 'assistant' };
  if (open.status === 'pending') {
    const estimate = open.longer ? null : (open.told?.estimate ?? null);
    const words = waiting(estimate);
    return {
      is: 'waiting',
      handoff: open.n,
      since: open.waitingSince,
      estimate,
      longer: open.longer,
      ...(words !== null && { words }),
    };
  }
  return { is: 'person', handoff: open.n, person: personShown(open.assignee.name, shown) };
}
