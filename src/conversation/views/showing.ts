import { deskStub } from '../../desk/door';
import { publicName } from '../../domain/actor';
import { latest, openHandoff } from '../../domain/handoff';
import { waitingWords } from '../../domain/waiting-words';
import type { Page } from '../../protocol/common';
import type { CustomerMessage, CustomerState } from '../../protocol/customer';
import type { QueueRow } from '../../protocol/desk';
import type { StaffState } from '../../protocol/staff';
import { openTasks } from '../frames/staff-facts';
import type { Room } from '../room';
import type { Attachment } from '../sockets/attachment';
import type { Entry } from '../storage/records';
import { PAUSE } from '../timing';
import { customerState, forCustomer } from './customer';
import { queueRow } from './desk';
import { laterOf } from './later';
import { customerView, forStaff, staffState } from './staff';

/** How often the queue hears of new words: while somebody is waited for or talked to, and while the assistant answers. */
const PREVIEW_OPEN = 1_000;
const PREVIEW_ASSISTANT = 30_000;
/** Whoever has the chat reads along in it; their colleagues see by the row that it goes on. */
const PREVIEW_ATTENDED = 90_000;
/** How often the queue hears that a customer goes on writing. */
const TYPING_EVERY = 10_000;

/** What each side is shown of the conversation, and when. Nothing is shown that is not stored. */
export class Showing {
  #rev = 0;
  #previewLater = false;
  /** Since when no tab of the customer's is connected, as far as this memory saw it. */
  #leftAt: number | null = null;
  /** Whether the row that the queue was shown last said that they are there; null: this memory has shown it none. */
  #shownHere: boolean | null = null;
  #typingTold = 0;

  constructor(private readonly room: Room) {}

  /**
   * Whoever it is for comes first: the writer's own side knows it already.
   * @param writer a socket that learns of its message by the acknowledgement
   */
  show(entry: Entry, writer?: WebSocket): void {
    const { sockets, store } = this.room;
    const toCustomers = () =>
      sockets.toCustomers(() => {
        const message = this.forCustomer(entry, store.customer?.lang ?? 'en');
        return message && { type: 'message', message };
      }, writer);
    if (entry.body.kind !== 'customer') toCustomers();
    sockets.toStaff(() => ({ type: 'message', message: forStaff(entry) }), writer);
    if (entry.body.kind === 'customer') toCustomers();
  }

  /** What the customer may know of an entry, with the names that the store shows them. */
  forCustomer(entry: Entry, lang: string): CustomerMessage | null {
    return forCustomer(entry, lang, this.shownName);
  }

  /** What customers see of a staff member. */
  readonly shownName = (name: string): string => {
    const { shownAs, teamName } = this.room.storeSettings;
    return shownAs === 'team' ? teamName : publicName(name);
  };

  /** Grows with every change, over evictions too, without a row for those that storage does not keep. */
  nextRev(now: number): number {
    this.#rev = Math.max(this.#rev + 1, this.room.store.lifecycle.rev + 1, now);
    return this.#rev;
  }

  publishState(now: number): void {
    this.publishToCustomers(now);
    this.publishToStaff(now);
  }

  publishToCustomers(now: number): void {
    this.room.sockets.toCustomers(() => ({ type: 'state', state: this.customerState(now) }));
  }

  publishToStaff(now: number): void {
    if (!this.room.store.exists || this.room.sockets.staff().length === 0) return;
    this.room.sockets.toStaff({ type: 'state', state: this.staffState(now) });
  }

  /** How far each side has read: `customer` in public places, `staff` in places. */
  seen(): { customer: number; staff: number } {
    const stored = this.room.store.seen;
    return {
      customer: Math.max(stored.customer, ...this.room.sockets.customers().map((c) => c.read)),
      staff: Math.max(stored.staff, this.#replied(), ...this.room.sockets.staff().map((s) => s.read)),
    };
  }

  /** What staff wrote, or did, is proof of having read all that came before it. */
  #replied(): number {
    const is = ({ body }: Entry) =>
      body.kind === 'staff' || (body.kind === 'event' && body.event.what === 'ended' && body.event.staff !== null);
    return this.room.store.entries.findLast(is)?.seq ?? 0;
  }

  /** A socket is closing. How far it had read outlives it where the other side would miss it. */
  keepSeen({ as, read }: Attachment): void {
    const { store } = this.room;
    const known = as === 'staff' ? Math.max(store.seen.staff, this.#replied()) : store.seen.customer;
    if (read <= known) return;
    const news = as === 'staff' ? store.after(known) : store.afterPublic(known);
    const theirs = as === 'staff' ? 'customer' : 'staff';
    const matters = news.some(
      ({ seq, pub, body }) => body.kind === theirs && (as === 'staff' ? seq : (pub ?? 0)) <= read,
    );
    if (matters) store.seen = { ...store.seen, [as]: read };
  }

  customerState(now: number): CustomerState {
    const rev = this.nextRev(now);
    const seen = this.room.store.publicPlace(this.seen().staff);
    const { contact } = this.room.store;
    return customerState(this.room.state, {
      rev,
      seen,
      now,
      policy: this.room.policy(now),
      contact: contact && contact.state !== 'stopped' ? contact : null,
      canAsk: this.room.storeSettings.handoff === 'on',
      shownName: this.shownName,
      waiting: (minutes) => {
        // What an older version wrote down knows none.
        const { waitingMessage = {}, firstLanguage } = this.room.storeSettings;
        const lang = this.room.store.customer?.lang ?? firstLanguage;
        return waitingWords(waitingMessage, { lang, first: firstLanguage, minutes });
      },
    });
  }

  staffState(now: number): StaffState {
    const rev = this.nextRev(now);
    const live = this.room.sockets.customers();
    // Of whoever has left, what was known when they asked.
    const left = live.length === 0 ? this.room.store.asked[latest(this.room.state)?.n ?? 0] : undefined;
    const page: Page | null = live.findLast((c) => c.page)?.page ?? left?.page ?? null;
    const shop = live.findLast((c) => c.shop)?.shop ?? left?.shop ?? undefined;
    const { reachable } = this.room.mailing;
    const device = live.findLast((c) => c.device)?.device ?? this.room.customer.device;
    const customer = customerView(this.room.customer, {
      here: live.length > 0,
      page,
      shop,
      contact: reachable,
      device,
    });
    const seen = this.room.store.placeOf(this.seen().customer);
    const policy = this.room.policy(now);
    const { state, known, circumstances, store } = this.room;
    const later = laterOf(state, policy, circumstances);
    return {
      ...staffState(state, known, { rev, seen, customer, transferAfter: policy.transferAfter, facts: store.facts }),
      ...(later && { later }),
    };
  }

  /** The row that the queue shows; null when it has nothing to show any more. */
  queueRow(now: number): QueueRow | null {
    const { entries } = this.room.store;
    if (!openHandoff(this.room.state) && isQuiet(entries, now)) return null;
    const read = this.#isAttended() ? this.room.store.last.seq : this.seen().staff;
    const here = this.room.sockets.customers().length > 0;
    this.#leftAt = here ? null : (this.#leftAt ?? now);
    this.#shownHere = here;
    return queueRow(this.room.customer, this.room.state, entries, {
      rev: this.nextRev(now),
      read,
      owedSince: this.room.circumstances.owedSince,
      email: this.room.mailing.reachable !== null,
      transferAfter: this.room.policy(now).transferAfter,
      left: this.#leftAt,
      tasks: openTasks(this.room.store.facts),
    });
  }

  /**
   * Somebody came or went. The list shows whether a customer is there, while they wait for a person or talk to one who
   * has their chat not before them; whoever has it before them sees it there, and no request is spent on it.
   */
  presenceChanged(now: number): void {
    const here = this.room.sockets.customers().length > 0;
    this.#leftAt = here ? null : (this.#leftAt ?? now);
    if (here !== this.#shownHere && openHandoff(this.room.state) && !this.#isAttended()) this.rowChanged(now);
  }

  /** Of those who wait, or whose chat is before nobody, the list shows that they write. It may be lost. */
  customerTyping(now: number): void {
    if (now - this.#typingTold < TYPING_EVERY || !openHandoff(this.room.state) || this.#isAttended()) return;
    this.#typingTold = now;
    const { store, conversation } = this.room.customer;
    this.room.background(
      deskStub(this.room.env, store)
        .typing(conversation)
        .catch(() => {}),
    );
  }

  /** Whether the one who has this chat has it before them, and has read or answered what came before the last words. */
  #isAttended(): boolean {
    const open = openHandoff(this.room.state);
    // Whoever was told that a customer gets no reply hears at once that they got one.
    if (open?.status !== 'assigned' || open.nudged) return false;
    const theirs = this.room.sockets.staff().filter(({ id }) => id === open.assignee.id);
    if (theirs.length === 0) return false;
    const read = Math.max(this.#replied(), ...theirs.map((socket) => socket.read));
    const { seq } = this.room.store.last;
    return !this.room.store.after(read).some((entry) => entry.body.kind === 'customer' && entry.seq < seq);
  }

  /** Lets the queue show the newest words: at most one a second, and it may be lost. */
  preview(now: number): void {
    const isOpen = openHandoff(this.room.state) !== null;
    const every = isOpen ? (this.#isAttended() ? PREVIEW_ATTENDED : PREVIEW_OPEN) : PREVIEW_ASSISTANT;
    const wait = (this.room.sockets.notes.previewed ?? 0) + every - now;
    if (wait <= 0) this.#sendPreview(now);
    else if (every === PREVIEW_OPEN && !this.#previewLater) {
      this.#previewLater = true;
      setTimeout(() => this.#sendPreview(Date.now()), wait);
    }
  }

  /** Lets the queue show at once what is not in the words. It may be lost. */
  rowChanged(now: number): void {
    this.#sendPreview(now);
  }

  #sendPreview(now: number): void {
    this.room.sockets.note({ previewed: now });
    this.#previewLater = false;
    const row = this.queueRow(now);
    if (row)
      this.room.background(
        deskStub(this.room.env, this.room.customer.store)
          .preview(row)
          .catch(() => {}),
      );
  }
}

/** Whether the queue lets go of it: nobody has said anything for a while, or the last thing was that somebody ended it. */
function isQuiet(entries: readonly Entry[], now: number): boolean {
  const last = entries.findLast(({ pub }) => pub !== null);
  const isOver = last?.body.kind === 'event' && ['ended', 'closed'].includes(last.body.event.what);
  return isOver || now - (entries.at(-1)?.at ?? 0) >= PAUSE;
}
