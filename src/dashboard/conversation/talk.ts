import { batch, effect, signal, untracked } from '@preact/signals';
import type { StaffFrame, StaffMessage, StaffPerson, StaffState, ToStaff, Written } from '../../protocol/staff';
import { Draft, type Tab } from '../composer/draft';
import { countUses } from '../composer/uses';
import { serverNow, setClock } from '../session/clock';
import { Line } from '../session/line';
import { readerId, ticketFor } from '../session/session';
import { clientId } from '../session/wire';
import { chat } from '../words/en/chat';
import { common } from '../words/en/common';
import { refusal } from '../words/errors';
import { type Letter, Outgoing } from './outgoing';
import { ReadMark } from './read-mark';
import { type Sight, Standing } from './standing';
import { Streams } from './streams';
import { Typists } from './typists';

/** What stands above the composer until it is dealt with. */
export type Alert =
  | { is: 'taken'; by: string }
  | { is: 'stale'; after: number }
  /** Over as soon as it is filled in. */
  | { is: 'blank'; what: string }
  | { is: 'refused'; message: string; unsent: boolean };

export type Reply = { ok: true } | { ok: false; message: string };
type Frame<T> = StaffFrame & { type: T };
type Unnamed<T> = T extends { id: string } ? Omit<T, 'id'> : never;
export type FactChange = Unnamed<Frame<'tag'> | Frame<'property'> | Frame<'task'>>;

/** One conversation, as this page sees it. */
export class Talk {
  readonly me = signal<StaffPerson | null>(null);
  readonly messages = signal<readonly StaffMessage[]>([]);
  readonly state = signal<StaffState | null>(null);
  readonly alert = signal<Alert | null>(null);
  /** A claim, transfer, release or end that has no answer yet. */
  readonly busy = signal(false);
  readonly streams = new Streams();
  readonly typists = new Typists();
  readonly outgoing: Outgoing;
  readonly draft: Draft;
  readonly readMark: ReadMark;
  readonly line: Line<ToStaff, StaffFrame>;
  readonly #asked = new Map<string, (reply: Reply) => void>();
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
    this.#unhear = effect(() => {
      if (this.line.state.value !== 'denied') return;
      const unsent = this.outgoing.letters.peek().filter(({ state }) => state === 'sending');
      untracked(() => {
        for (const letter of unsent) this.#giveBack(letter);
      });
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

  /**
   * Sends what stands in the composer, as the tab says. `anyway`: although the customer wrote meanwhile; `mentions`: whom a
   * note asks for.
   */
  send({ anyway, mentions = [] }: { anyway: boolean; mentions?: string[] }): void {
    if (this.#isOver()) return;
    const { draft } = this;
    const words = draft.text.peek().trim();
    if (draft.tab.peek() === 'note') {
      if (words === '') return;
      draft.write('');
      return this.#post({ kind: 'note', text: words, anyway, mentions });
    }
    const cards = draft.cards.peek();
    // A card alone goes by its name, so that a mail, a list and a reader without pictures have words too.
    const text = words || cards.map(({ title }) => title).join('\n');
    if (text === '') return;
    countUses(this.store, [...draft.used]);
    draft.cards.value = [];
    draft.write('');
    this.#post({ kind: 'send', text, anyway, cards });
  }

  /** Signed out, or taken out of the store: nothing goes out any more, and what was typed stays where it is. */
  #isOver(): boolean {
    const over = this.line.state.peek() === 'denied';
    if (over) this.alert.value = { is: 'refused', message: chat.over, unsent: true };
    return over;
  }

  /** What could not be sent goes back into the composer, or waits beside what was written there since. */
  #giveBack({ id, kind, text, cards }: Letter): void {
    if (this.draft.restore(kind === 'send' ? 'reply' : 'note', text, cards)) this.outgoing.take(id);
    else this.outgoing.refused(id);
  }

  /** Turns a reply that may not be sent into a note for the team. */
  keepAsNote(): void {
    if (this.#isOver()) return;
    // A note shows no cards: what they were stays as words.
    const products = this.draft.cards.peek().map(({ title, url }) => `${title}: ${url}`);
    const text = [this.draft.reply.peek().trim(), ...products].filter(Boolean).join('\n');
    this.alert.value = null;
    if (text === '') return;
    this.draft.cards.value = [];
    this.draft.reply.value = '';
    this.#post({ kind: 'note', text, anyway: false });
  }

  /** Puts a refused text before what has been written since. */
  putBack(id: string): void {
    const letter = this.outgoing.take(id);
    if (!letter) return;
    const tab = letter.kind === 'send' ? 'reply' : 'note';
    const since = this.draft[tab].peek();
    this.draft.tab.value = tab;
    this.draft[tab].value = since.trim() === '' ? letter.text : `${letter.text}\n\n${since}`;
    if (letter.cards && this.draft.cards.peek().length === 0) this.draft.cards.value = letter.cards;
  }

  typing(on: boolean): void {
    const open = this.standing.mode.peek() !== 'assistant' && this.standing.mayReply.peek();
    // That it is over may always be said; that it begins, only where the customer may be answered.
    if (!on || open) this.line.send({ type: 'typing', on });
  }

  /** @param sight what the reader saw when they decided to: whoever was faster meanwhile is not run over */
  claim(sight: Sight): Promise<void> {
    return this.#order({ type: 'claim', id: clientId(), ...sight });
  }

  /** Offers this chat; it stays with the reader until somebody takes it. `note` is for whoever does. */
  transfer(to: Frame<'transfer'>['to'], note: string): Promise<Reply> {
    return this.#ask({ type: 'transfer', id: clientId(), to, note });
  }

  withdraw(): Promise<void> {
    return this.#order({ type: 'withdraw', id: clientId() });
  }

  release(): Promise<void> {
    return this.#order({ type: 'release', id: clientId() });
  }

  /** @param checkIn what asks the customer later whether all is well; only after a resolution */
  end(outcome: Frame<'end'>['outcome'], note: string, checkIn?: Frame<'end'>['checkIn']): Promise<Reply> {
    return this.#ask({ type: 'end', id: clientId(), outcome, note, ...(checkIn && { checkIn }) });
  }

  /** Tags, properties, tasks: kept beside the conversation, and live to everybody of the staff. */
  keep(change: FactChange): Promise<Reply> {
    return this.#ask({ ...change, id: clientId() });
  }

  /** Once at a time; what it was refused for stands above the composer. */
  async #order(frame: StaffFrame & { id: string }): Promise<void> {
    if (this.busy.peek()) return;
    const reply = await this.#ask(frame);
    if (!reply.ok && !this.alert.peek()) this.alert.value = { is: 'refused', message: reply.message, unsent: false };
  }

  #ask(frame: StaffFrame & { id: string }): Promise<Reply> {
    return new Promise((resolve) => {
      if (!this.line.send(frame)) return resolve({ ok: false, message: common.offline });
      this.busy.value = true;
      this.#asked.set(frame.id, (reply) => {
        this.#asked.delete(frame.id);
        this.busy.value = this.#asked.size > 0;
        resolve(reply);
      });
    });
  }

  #post(letter: Pick<Letter, 'kind' | 'text' | 'anyway' | 'cards' | 'mentions'>): void {
    this.alert.value = null;
    const followUp = letter.kind === 'send' && this.standing.followsUp.peek();
    this.#dispatch(this.outgoing.add({ ...letter, followUp, seen: this.readMark.seen }));
  }

  #dispatch({ id, kind, text, seen, anyway, followUp, cards = [], mentions = [] }: Letter): void {
    if (kind === 'note') this.line.send({ type: 'note', id, text, ...(mentions.length > 0 && { mentions }) });
    else
      this.line.send({
        type: 'send',
        id,
        text,
        seen,
        anyway,
        followUp,
        ...(cards.length > 0 && { cards: [...cards] }),
      });
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
      case 'ack':
        this.outgoing.stored(frame.id);
        this.#asked.get(frame.id)?.({ ok: true });
        return;
      case 'error':
        return this.#refused(frame);
    }
  }

  #welcome(frame: ToStaff & { type: 'welcome' }): void {
    setClock(frame.now);
    this.me.value = frame.me;
    this.streams.clear();
    this.#add(frame.messages);
    this.#state(frame.state);
    if (this.line.connection === this.#connection) return;
    if (this.#connection === 0) this.#giveBackUnsent();
    this.#connection = this.line.connection;
    this.readMark.again();
    if (frame.drafts) for (const tab of ['reply', 'note'] as const) this.#draft(tab, frame.drafts[tab]);
    // Their answers were lost with the connection before; what is true now stands in the state.
    for (const answer of [...this.#asked.values()]) answer({ ok: true });
    for (const letter of this.outgoing.letters.peek()) if (letter.state === 'sending') this.#dispatch(letter);
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

  /** What the page before this one could not send goes back into the composer. */
  #giveBackUnsent(): void {
    const stored = new Set(this.messages.peek().map((message) => ('id' in message ? message.id : '')));
    for (const { id, kind, text, cards } of this.outgoing.leftBehind()) {
      if (!stored.has(id)) this.draft.restore(kind === 'send' ? 'reply' : 'note', text, cards);
    }
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
    const letter = this.outgoing.letters.peek().find((one) => one.id === frame.id);
    const asked = this.#asked.get(frame.id);
    if (!letter && !asked) return;
    if (letter) this.#giveBack(letter);
    const message = refusal(frame.code, frame.message);

    if (frame.code === 'taken' || frame.code === 'not_yours') {
      this.alert.value = { is: 'taken', by: frame.by ?? chat.somebodyElse };
    } else if (frame.code === 'stale' && letter) {
      this.alert.value = { is: 'stale', after: letter.seen };
      this.line.catchUp();
    } else if (letter) this.alert.value = { is: 'refused', message, unsent: true };
    asked?.({ ok: false, message });
  }
}
