import { batch, effect, signal, untracked } from '@preact/signals';
import type { StaffFrame, StaffMessage, StaffPerson, StaffState, ToStaff, Written } from '../../protocol/staff';
import { Draft, type Tab } from '../composer/draft';
import { Files } from '../files/attached';
import { serverNow, setClock } from '../session/clock';
import { Line } from '../session/line';
import { readerId, ticketFor } from '../session/session';
import { chat } from '../words/en/chat';
import { refusal } from '../words/errors';
import { Orders } from './orders';
import { Outgoing } from './outgoing';
import { Posting } from './posting';
import { ReadMark } from './read-mark';
import { Standing } from './standing';
import { Streams } from './streams';
import { Typists } from './typists';

/** What stands above the composer until it is dealt with. */
type Alert =
  | { is: 'taken'; by: string }
  | { is: 'stale'; after: number }
  /** Over as soon as it is filled in. */
  | { is: 'blank'; what: string }
  | { is: 'refused'; message: string; unsent: boolean };

/** One conversation, as this page sees it: what the server says of it, and where what the reader does goes out. */
export class Talk {
  readonly me = signal<StaffPerson | null>(null);
  readonly messages = signal<readonly StaffMessage[]>([]);
  readonly state = signal<StaffState | null>(null);
  readonly alert = signal<Alert | null>(null);
  readonly streams = new Streams();
  readonly typists = new Typists();
  readonly outgoing: Outgoing;
  readonly draft: Draft;
  readonly files = new Files();
  readonly readMark: ReadMark;
  readonly line: Line<ToStaff, StaffFrame>;
  readonly posting = new Posting(this);
  readonly orders: Orders;
  #connection = 0;
  readonly #unhear: () => void;

  readonly standing: Standing;

  constructor(
    readonly store: string,
    readonly id: string,
    /** Opened from what is still owed. */
    readonly owed = false,
  ) {
    this.standing = new Standing(this.state, this.me, owed);
    // Two people may share a browser: what one of them wrote is not the other's.
    const mine = `${readerId()}:${id}`;
    this.outgoing = new Outgoing(mine);
    this.draft = new Draft(`draft:${mine}`, {
      save: (kind, { text, cards, at }) => this.line.send({ type: 'draft', kind, text, cards, at }),
      now: serverNow,
    });
    this.line = new Line({
      path: `/staff/conversations/${encodeURIComponent(id)}/socket`,
      ticket: () => ticketFor(store),
      hello: () => ({ type: 'hello', after: this.last }),
      receive: (frame) => batch(() => this.#receive(frame)),
    });
    this.orders = new Orders({
      send: (frame) => this.line.send(frame),
      refused: (message) => {
        if (!this.alert.peek()) this.alert.value = { is: 'refused', message, unsent: false };
      },
    });
    this.#unhear = effect(() => {
      // What was written about somebody goes with them.
      if (this.line.state.value === 'erased') untracked(() => this.draft.write(''));
      if (this.line.state.value === 'denied') untracked(() => this.posting.giveAllBack());
    });
    this.readMark = new ReadMark((seq) => this.line.send({ type: 'read', seq }));
  }

  /** The newest place that is here. */
  get last(): number {
    return this.messages.peek().at(-1)?.seq ?? 0;
  }

  /** Leaves the conversation; what is still on its way goes out first. */
  leave(): void {
    this.readMark.close();
    this.draft.save();
    const stop = effect(() => {
      if (this.outgoing.letters.value.some((letter) => letter.state === 'sending')) return;
      queueMicrotask(() => {
        stop();
        this.#unhear();
        this.line.close();
        this.draft.close();
        this.typists.close();
      });
    });
  }

  typing(on: boolean): void {
    const open = this.standing.mode.peek() !== 'assistant' && this.standing.mayReply.peek();
    // That it is over may always be said; that it begins, only where the customer may be answered.
    if (!on || open) this.line.send({ type: 'typing', on });
  }

  #receive(frame: ToStaff): void {
    switch (frame.type) {
      case 'welcome':
        return this.#welcome(frame);
      case 'message':
        return this.#add([frame.message]);
      case 'state':
        return this.#state(frame.state);
      case 'piece':
        return this.streams.piece(frame);
      case 'dropped':
        return this.streams.end(frame.answer);
      case 'typing':
        return this.typists.set(frame.who, frame.on);
      case 'draft':
        return this.#draft(frame.kind, frame.draft);
      case 'ack': {
        const message = this.posting.stored(frame);
        if (message) this.#add([message]);
        return this.orders.answered(frame.id, { ok: true });
      }
      case 'error':
        return this.#refused(frame);
    }
  }

  #welcome(frame: ToStaff & { type: 'welcome' }): void {
    setClock(frame.now);
    this.files.possible.value = frame.files === true;
    this.me.value = frame.me;
    this.streams.clear();
    this.#add(frame.messages);
    this.#state(frame.state);
    if (this.line.connection === this.#connection) return;
    if (this.#connection === 0) this.posting.giveBackUnsent();
    this.#connection = this.line.connection;
    this.readMark.again();
    if (frame.drafts) for (const tab of ['reply', 'note'] as const) this.#draft(tab, frame.drafts[tab]);
    this.orders.lost();
    this.posting.again();
  }

  /** What another device of the reader's has, or had: once it stands in the log it is no draft any more. */
  #draft(tab: Tab, theirs: Written | undefined): void {
    const me = this.me.peek()?.id;
    const kind = tab === 'reply' ? 'staff' : 'note';
    const text = theirs?.text.trim();
    const sent = this.messages
      .peek()
      .some((one) => one.kind === kind && one.from.id === me && one.text === text && one.at >= (theirs?.at ?? 0));
    this.draft.receive(tab, theirs, sent);
  }

  #add(messages: readonly StaffMessage[]): void {
    const known = new Set(this.messages.peek().map((message) => message.seq));
    const added = messages.filter((message) => !known.has(message.seq));
    for (const message of messages) {
      if (message.kind === 'assistant') this.streams.end(message.answer);
      if (message.kind === 'staff' || message.kind === 'note') this.outgoing.take(message.id);
      if (message.kind === 'customer') this.typists.set(null, false);
      if (message.kind === 'staff') this.typists.set(message.from, false);
    }
    if (added.length > 0) this.messages.value = [...this.messages.peek(), ...added].sort((a, b) => a.seq - b.seq);
  }

  #state(state: StaffState): void {
    const before = this.state.peek();
    if (before && before.rev > state.rev) return;
    const sight = this.standing.sight.peek();
    this.state.value = state;
    if (before) this.standing.changed(sight, Date.now());
    if (this.alert.peek()?.is === 'taken' && this.standing.mode.peek() !== 'colleague') this.alert.value = null;
  }

  #refused(frame: ToStaff & { type: 'error' }): void {
    if (frame.id === undefined) return;
    const letter = this.posting.find(frame.id);
    if (!letter && !this.orders.has(frame.id)) return;
    if (letter) this.posting.giveBack(letter);
    const message = refusal(frame.code, frame.message);

    if (frame.code === 'taken' || frame.code === 'not_yours') {
      this.alert.value = { is: 'taken', by: frame.by ?? chat.somebodyElse };
    } else if (frame.code === 'stale' && letter) {
      this.alert.value = { is: 'stale', after: letter.seen };
      this.line.catchUp();
    } else if (letter) this.alert.value = { is: 'refused', message, unsent: true };
    this.orders.answered(frame.id, { ok: false, message });
  }
}
