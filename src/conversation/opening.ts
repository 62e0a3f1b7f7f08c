import { hereOf, type Opened, openedNow, type Shown, withOpened } from '../domain/opened';
import type { CustomerSocket } from './sockets/attachment';
import type { Sockets } from './sockets/sockets';
import type { Body, Entry } from './storage/records';
import type { ConversationStore } from './storage/store';

/**
 * What the customer opened of what the assistant showed, read from the pages that they are on. The socket remembers it and
 * it is stored with what is written anyway; only a socket that closes before that writes for it.
 */
export class Opening {
  constructor(
    private readonly store: Pick<ConversationStore, 'entries' | 'opened'>,
    private readonly sockets: Pick<Sockets, 'customers' | 'write'>,
  ) {}

  /** A customer's page is another, or theirs is told again. */
  moved(socket: WebSocket, to: CustomerSocket): void {
    const found = to.page && openedNow(this.store.entries.flatMap(shownOf), to.page.url);
    const { all } = this;
    const isNew = found && withOpened(all, [found]) !== all;
    this.sockets.write(socket, isNew ? { ...to, opened: [...(to.opened ?? []), found] } : to);
  }

  /** What is stored, and what only sockets know yet. */
  get all(): readonly Opened[] {
    return this.sockets.customers().reduce((known, { opened = [] }) => withOpened(known, opened), this.store.opened);
  }

  /** The same by names and addresses. */
  get named(): { title: string; url: string }[] {
    const { all } = this;
    return this.store.entries.flatMap((entry) => openedOf(entry, all));
  }

  /** Stores what these sockets know; writes nothing where that is stored. */
  keep(from: readonly CustomerSocket[]): void {
    const all = from.reduce((known, { opened = [] }) => withOpened(known, opened), this.store.opened);
    if (all !== this.store.opened) this.store.opened = all;
  }

  /** An answer, with what of it leads to where the customer is: nobody opens that. */
  marked(body: Body): Body {
    const ways = body.kind === 'assistant' ? [...body.cards, ...body.links] : [];
    if (ways.length === 0) return body;
    const pages = this.sockets.customers().flatMap(({ page }) => page?.url ?? []);
    const here = hereOf(ways, pages);
    return here.length > 0 && body.kind === 'assistant' ? { ...body, here } : body;
  }
}

function shownOf({ seq, body }: Entry): Shown[] {
  if (body.kind !== 'assistant' || body.cards.length + body.links.length === 0) return [];
  return [{ seq, ways: [...body.cards, ...body.links], here: body.here ?? [] }];
}

/** Of one answer, with its names and addresses, in the order in which they were opened. */
export function openedOf({ seq, body }: Entry, opened: readonly Opened[]): { title: string; url: string }[] {
  if (body.kind !== 'assistant') return [];
  const ways = [...body.cards, ...body.links];
  return opened
    .flatMap((one) => (one.seq === seq ? (ways[one.n] ?? []) : []))
    .map(({ title, url }) => ({ title, url }));
}
