import type { About, HandedBack, Question } from '../../assistant/assistant';
import { publicName } from '../../domain/actor';
import { type Hours, type Lifecycle, STAFF_OUTCOMES } from '../../domain/handoff';
import type { StoreSettings } from '../../settings/schema';
import type { Sockets } from '../sockets/sockets';
import { type Customer, type Entry, wordsOf } from '../storage/records';
import type { ConversationStore } from '../storage/store';

/** What a first responder is told beside its question: what came before it, and of the shop. */

/** What this needs of the conversation. */
export interface Surroundings {
  readonly store: Pick<ConversationStore, 'contact'>;
  readonly sockets: Pick<Sockets, 'customers'>;
  readonly customer: Customer;
  readonly storeSettings: StoreSettings;
  readonly opening: { named: About['opened'] };
  hours(now: number): Hours;
}

/** How many of the person's last messages the assistant is told of. */
const LAST_WORDS = 5;

/** What customers may read of what came before a place. */
export const historyBefore = (place: number, entries: readonly Entry[]): Question['history'] =>
  entries.flatMap(({ seq, body }) =>
    seq < place && (body.kind === 'customer' || body.kind === 'assistant' || body.kind === 'staff')
      ? [{ from: body.kind, text: wordsOf(body), cards: body.kind === 'customer' ? [] : (body.cards ?? []) }]
      : [],
  );

/** What the person who was here last left behind; null where nobody was. */
export function handedBack(state: Lifecycle, entries: readonly Entry[]): HandedBack | null {
  const last = state.handoffs.findLast((h) => h.status === 'ended' && h.outcome !== 'off_hours');
  const outcome = last?.status === 'ended' ? STAFF_OUTCOMES.find((one) => one === last.outcome) : undefined;
  if (last?.status !== 'ended' || !outcome) return null;
  const ended = entries.findLastIndex(
    ({ body }) => body.kind === 'event' && body.event.what === 'ended' && body.event.handoff === last.n,
  );
  const words = entries.flatMap(({ at, body }) =>
    body.kind === 'staff' && at >= last.requestedAt ? [{ text: wordsOf(body), at }] : [],
  );
  const staff = last.assignees.at(-1)?.staff;
  return {
    by: staff ? publicName(staff.name) : null,
    outcome,
    note: last.note,
    lastWords: words.slice(-LAST_WORDS),
    customerMessagesSince: entries.slice(ended + 1).filter(({ body }) => body.kind === 'customer').length,
  };
}

/** The shop and the customer at this moment. */
export function aboutNow(talk: Surroundings, now: number): About {
  const { storeSettings: settings, customer, store, sockets } = talk;
  const hours = talk.hours(now);
  return {
    conversation: customer.conversation,
    settings,
    isOpen: hours.open,
    opensAt: hours.open ? null : hours.opensAt,
    page: sockets.customers().findLast((client) => client.page)?.page ?? null,
    opened: talk.opening.named,
    email: store.contact !== null,
  };
}
