import { addressHash } from '../../channels/mail/address';
import type { InboundMail, MailInAnswer } from '../../channels/mail/contract';
import { openHandoff } from '../../domain/handoff';
import type { Outbox } from '../../outbox/outbox';
import type { Append, Applied } from '../room';
import type { Sockets } from '../sockets/sockets';
import type { Contact, Entry } from '../storage/records';
import type { ConversationStore } from '../storage/store';
import type { Turns } from '../turns';
import type { Uploads } from '../uploads';
import { addressConfirmed } from './copies';

/** The customer's side of email: the address they leave, replies that follow them there, and what they answer. */

/** What the outbox owes to the customer: staff's words after one public place, up to another. */
export interface ReplyJob {
  after: number;
  upTo: number;
}
export const REPLY = 'reply/';

/** However many messages staff write one after another: the mail waits for the last of them so many times as long. */
const BURST = 3;
/** Different addresses in one conversation: people mistype, and nobody has so many. */
const MOST_ADDRESSES = 5;

/** What this needs of the conversation. */
interface Talk {
  readonly store: ConversationStore;
  readonly sockets: Sockets;
  readonly outbox: Outbox;
  readonly turns: Turns;
  readonly uploads: Pick<Uploads, 'take'>;
  /** Ms after which a reply goes out. */
  readonly replyAfter: number;
  transaction<T>(change: () => T): T;
  post(appends: Append[], now: number): Entry[];
  apply(command: { do: 'mailed' }, now: number): Applied;
  /** An open request can become more urgent by what is written. */
  raise(text: string): void;
  readonly showing: { seen(): { customer: number }; publishState(now: number): void };
  background(work: Promise<void>): void;
  readonly timing: { due(now: number): Promise<void> };
  readonly hooks: { tell(what: 'email.left', now: number): void };
}

export class Mailing {
  constructor(private readonly talk: Talk) {}

  /** An address that mail may go to now. */
  get reachable(): Contact | null {
    const { contact } = this.talk.store;
    return contact && contact.state !== 'stopped' ? contact : null;
  }

  /** @returns whether it was taken: so many different ones are a machine's */
  leave(address: string, from: Pick<Contact, 'network' | 'origin'>, now: number): boolean {
    const { store } = this.talk;
    const known = store.contact;
    if (known?.address === address && known.state !== 'stopped') return true;
    if ((known?.changes ?? 0) >= MOST_ADDRESSES) return false;
    this.talk.transaction(() => {
      // Of what the shop vouches for nobody has to be asked.
      const state = address === store.customer?.verified?.email ? 'confirmed' : 'typed';
      const shared = known !== null && (known.address === address ? known.shared : store.mailed > 0);
      store.contact = { address, state, changes: (known?.changes ?? 0) + 1, ...(shared && { shared }), ...from };
      this.talk.hooks.tell('email.left', now);
    });
    this.#note('left', address, now);
    this.talk.showing.publishState(now);
    // What waited for an address goes out.
    this.talk.background(this.talk.timing.due(now));
    return true;
  }

  /** By a click on a link that only this address was sent. @returns whether it is still the one */
  async confirm(hash: string): Promise<boolean> {
    return this.#settle(hash, 'confirmed');
  }

  /** No more mail to it. */
  async stop(hash: string): Promise<boolean> {
    return this.#settle(hash, 'stopped');
  }

  async #settle(hash: string, state: 'confirmed' | 'stopped'): Promise<boolean> {
    const before = this.talk.store.contact;
    if (!before || (await addressHash(before.address)) !== hash) return false;
    const { contact } = this.talk.store;
    if (contact?.address !== before.address) return false;
    this.#become(contact, state, Date.now());
    return true;
  }

  #become(contact: Contact, state: 'confirmed' | 'stopped', now: number): void {
    if (contact.state === state) return;
    this.talk.transaction(() => {
      this.talk.store.contact = { ...contact, state };
      if (state === 'confirmed') addressConfirmed(this.talk, contact.address, now);
    });
    this.#note(state, contact.address, now);
    this.talk.showing.publishState(now);
    this.talk.background(this.talk.timing.due(now));
  }

  /** For staff: what became of an address, or of mail to it. */
  #note(is: 'left' | 'confirmed' | 'stopped' | 'sent' | 'failed' | 'held', address: string, now: number): void {
    const cid = `event-${this.talk.store.last.seq + 1}`;
    this.talk.post([{ cid, body: { kind: 'event', event: { what: 'mail', is, address } } }], now);
  }

  // ── Replies that follow a customer who has left ─────────────────────────────────────────────────────────────────

  /** What staff wrote that the customer has neither read nor been mailed; nothing while they are here. */
  #unread(): { pub: number; at: number }[] {
    const { store, sockets, turns } = this.talk;
    if (!this.reachable || sockets.customers().length > 0) return [];
    return turns.staffAfter(Math.max(store.mailed, this.talk.showing.seen().customer));
  }

  /** One email a burst: after its last message, and not for ever after its first. */
  dueAt(): number | null {
    const unread = this.#unread();
    const [first, last] = [unread[0], unread.at(-1)];
    if (!first || !last) return null;
    const { replyAfter } = this.talk;
    return Math.min(last.at + replyAfter, first.at + BURST * replyAfter);
  }

  /** Puts what is due into the outbox. */
  collect(now: number): void {
    const at = this.dueAt();
    if (at === null || at > now) return;
    const unread = this.#unread();
    const [first, last] = [unread[0], unread.at(-1)];
    if (!first || !last) return;
    this.talk.transaction(() => {
      const job: ReplyJob = { after: first.pub - 1, upTo: last.pub };
      this.talk.outbox.put<ReplyJob>(`${REPLY}${last.pub}`, now, () => job);
      this.talk.store.mailed = last.pub;
    });
  }

  /** Whether they have come back and read it by now. */
  wasRead(upTo: number): boolean {
    return this.talk.showing.seen().customer >= upTo;
  }

  /** What became of a mail, for staff to see. */
  ended(is: 'sent' | 'failed' | 'held', address: string, now: number): void {
    this.#note(is, address, now);
  }

  // ── What they answer ────────────────────────────────────────────────────────────────────────────────────────────

  /** Stores an answer by email as the customer's message. The same mail again is the same message. */
  take({ id, from, text, attachments, files: kept = [] }: InboundMail, now: number): MailInAnswer {
    const { store } = this.talk;
    if (!store.exists || !store.customer) return 'no_conversation';
    const cid = `mail-${id}`;
    if (store.find('customer', cid)) return 'known';
    const { contact } = store;
    const known = contact?.address === from;
    // An answer from the address itself shows that it is theirs, where nobody else was told where to: anybody can write
    // anybody's name as a sender.
    if (contact && known && contact.state === 'typed' && !contact.shared) this.#become(contact, 'confirmed', now);
    const files = this.talk.uploads.take('customer', kept) ?? [];
    const mail = { from, known, attachments };
    this.talk.post([{ cid, body: { kind: 'customer', text, ...(files.length > 0 && { files }), mail } }], now);
    if (openHandoff(store.lifecycle.state)) this.talk.raise(text);
    else this.talk.apply({ do: 'mailed' }, now);
    return 'posted';
  }
}
