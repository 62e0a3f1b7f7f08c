import { computed, effect, signal } from '@preact/signals';
import type { DeskFrame, Mention, OnDuty, QueueRow, ToDesk } from '../../protocol/desk';
import type { StaffPerson } from '../../protocol/staff';
import { closeOver, showBeside, type Told } from '../notices/system';
import { called, firstName } from '../parts/format';
import { clock, setClock } from '../session/clock';
import { DESK, earlySocket, firstRows, rowsAreShown } from '../session/early';
import { Line } from '../session/line';
import { noticesIn, storeName, ticketFor } from '../session/session';
import { news } from '../words/en/news';
import { type Arrangement, arrange, groupOf, type Pin } from './arrange';
import { Again, besideOf, isMarked, isOffered, isPlayed, type News, newsOf, soundOf, stillWaiting } from './attention';
import { Colleagues } from './colleagues';
import { chime } from './notice';
import { Writing } from './writing';

/** ms for which what was told stands at least: a text that is gone at once is never read out. */
const STANDS = 1_000;
/** ms in which changes of rows are gathered. */
const BURST = 20;

const ofRow = ({ id, status }: QueueRow, news: News): Told => ({
  ...news,
  conversation: id,
  claim: status === 'pending',
});

/** One store's desk, as this page sees it: the live queue, and who is on duty. */
export class Desk {
  readonly me = signal<StaffPerson | null>(null);
  readonly rows = signal<ReadonlyMap<string, QueueRow>>(new Map());
  readonly duty = signal<readonly OnDuty[]>([]);
  /** Notes in which the reader is named and which they have not looked at, newest first. */
  readonly mentions = signal<readonly Mention[]>([]);
  /** False until the first answer: an empty queue is not "nobody is waiting" yet. */
  readonly known = signal(false);
  /** Whether it is before the reader, and not the desk of another store of theirs that goes on beside it. */
  readonly shown = signal(false);
  readonly pin = signal<Pin | null>(null);
  /** What is looked for in the queue; null while its search is closed. */
  readonly looked = signal<string | null>(null);
  /** The conversation that is before the reader. */
  readonly open = signal<string | null>(null);
  /** Those whose customer composes right now. */
  readonly typing = new Writing();
  /** What the status region says: each is a line of its own, so that it is read out once, and again where it happens again. */
  readonly announced = signal<readonly { nth: number; words: string; at: number }[]>([]);
  #nth = 0;
  readonly line: Line<ToDesk, DeskFrame>;
  /** What the person set the switch to, until the desk confirms it. */
  readonly #wanted = signal<boolean | null>(null);
  /** The newest revision heard of each conversation, those that left included. */
  readonly #revs = new Map<string, number>();
  /** What came since it was drawn last; null: it left. */
  readonly #coming = new Map<string, QueueRow | null>();
  #drawing: ReturnType<typeof setTimeout> | undefined;
  readonly colleagues: Colleagues;
  readonly #again = new Again();
  readonly #stop: () => void;
  #shown: Arrangement | null = null;

  /** As the marks of rows need them: who reads, and which teams there are. */
  readonly crew = computed(() => ({ me: this.me.value?.id ?? null, teams: this.colleagues.teams.value }));
  readonly arrangement = computed<Arrangement>(() => {
    this.#shown = arrange(this.rows.value, this.crew.value, this.pin.value, this.#shown);
    return this.#shown;
  });
  readonly waiting = computed(() =>
    [...this.rows.value.values()].filter((row) => row.status === 'pending' && !isPlayed(row, this.crew.value.me)),
  );
  /** How much calls for the reader: on duty whoever waits or is offered to them, and always what is new in their own chats. */
  readonly calling = computed(() => {
    const { crew, onDuty } = { crew: this.crew.value, onDuty: this.onDuty.value };
    return [...this.rows.value.values()].filter((row) => {
      if (row.status === 'assigned' && row.assignee?.id === crew.me) return row.unread > 0;
      return onDuty && !isPlayed(row, crew.me) && (row.status === 'pending' || isOffered(row, crew));
    }).length;
  });
  readonly onDuty = computed(() => {
    const me = this.me.value?.id;
    return this.#wanted.value ?? this.duty.value.some((person) => person.id === me);
  });

  /** @param alertAgainAfter minutes of waiting, as the store has set them; infinite until they are known */
  constructor(
    readonly store: string,
    alertAgainAfter: () => number,
  ) {
    this.colleagues = new Colleagues(store);
    this.#stop = effect(() => {
      const over = this.#again.due(this.waiting.value, alertAgainAfter() * 60_000, clock.value);
      this.#tell(over.map((row) => ofRow(row, stillWaiting(row, clock.peek()))));
    });
    this.line = new Line({
      path: DESK,
      early: () => earlySocket(store),
      ticket: () => ticketFor(store),
      hello: () => ({ type: 'hello' }),
      receive: (frame) => this.#receive(frame),
    });
  }

  close(): void {
    this.#stop();
    clearTimeout(this.#drawing);
    this.colleagues.close();
    this.typing.close();
    this.line.close();
  }

  /** Puts it before the reader. @returns how it is put aside again */
  show(): () => void {
    this.shown.value = true;
    void firstRows.then(() => this.colleagues.fresh());
    return () => {
      this.shown.value = false;
      this.pin.value = null;
      this.looked.value = null;
    };
  }

  /** Whether a row calls for the reader. */
  marked(id: string): boolean {
    const row = this.rows.value.get(id);
    return row !== undefined && isMarked(row, this.crew.value);
  }

  setDuty(on: boolean): void {
    this.#wanted.value = on;
    this.line.send({ type: 'duty', on });
  }

  /** How many rows each list really has, held back ones included. */
  count(group: keyof Arrangement): number {
    const me = this.me.value?.id ?? null;
    return [...this.rows.value.values()].filter((row) => groupOf(row, me) === group).length;
  }

  chatsOf(person: string): number {
    return [...this.rows.value.values()].filter((row) => row.status === 'assigned' && row.assignee?.id === person)
      .length;
  }

  #receive(frame: ToDesk): void {
    switch (frame.type) {
      case 'welcome':
        return this.#welcome(frame);
      case 'row':
        return this.#change(frame.row.id, frame.row.rev, frame.row);
      case 'gone':
        return this.#change(frame.id, frame.rev, null);
      case 'typing':
        return this.typing.heard(frame.id);
      case 'mentions':
        return this.#mentioned(frame.mentions);
      case 'duty':
        this.duty.value = frame.duty;
        this.#wanted.value = null;
        return;
      case 'error':
        this.#wanted.value = null;
        return;
    }
  }

  /** What comes in one burst, as after a deploy, is drawn once. */
  #change(id: string, rev: number, row: QueueRow | null): void {
    if (rev < (this.#revs.get(id) ?? 0)) return;
    this.#revs.set(id, rev);
    this.#coming.set(id, row);
    this.#drawing ??= setTimeout(() => this.#draw(), BURST);
  }

  #draw(): void {
    clearTimeout(this.#drawing);
    this.#drawing = undefined;
    if (this.#coming.size === 0) return;
    const before = this.rows.value;
    const rows = new Map(before);
    for (const [id, row] of this.#coming) {
      if (row) rows.set(id, row);
      else rows.delete(id);
      if (row?.left || row?.last?.seq !== before.get(id)?.last?.seq) this.typing.over(id);
    }
    const changed = [...this.#coming.values()].filter((row) => row !== null);
    this.#coming.clear();
    this.rows.value = rows;
    this.#closeOver();
    void this.#notice(changed, before);
  }

  #welcome(frame: ToDesk & { type: 'welcome' }): void {
    setClock(frame.now);
    this.#draw();
    const before = this.rows.value;
    const first = !this.known.value;
    // What is missing here has left the queue; what is here may be older than a row that overtook it.
    const rows = new Map<string, QueueRow>();
    for (const row of frame.rows) {
      const kept = before.get(row.id);
      rows.set(row.id, kept && kept.rev > row.rev ? kept : row);
      this.#revs.set(row.id, Math.max(row.rev, this.#revs.get(row.id) ?? 0));
    }
    this.me.value = frame.me;
    this.duty.value = frame.duty;
    this.rows.value = rows;
    this.known.value = true;
    rowsAreShown();
    this.#closeOver();
    if (first) this.mentions.value = frame.mentions ?? [];
    else this.#mentioned(frame.mentions ?? []);
    const wanted = this.#wanted.value;
    if (wanted !== null) this.line.send({ type: 'duty', on: wanted });
    if (!first) void this.#notice([...rows.values()], before);
  }

  #closeOver(): void {
    void closeOver(this.store, new Set(this.waiting.peek().map(({ id }) => id)));
  }

  /** The reader looks at this conversation. */
  mentionSeen(conversation: string): void {
    if (this.mentions.peek().some((one) => one.conversation === conversation))
      this.line.send({ type: 'mention_seen', conversation });
  }

  #mentioned(mentions: readonly Mention[]): void {
    const known = new Set(this.mentions.peek().map(({ conversation, at }) => `${conversation} ${at}`));
    const fresh = mentions.filter(({ conversation, at }) => !known.has(`${conversation} ${at}`));
    this.mentions.value = mentions;
    this.#tell(
      fresh.map(({ by, customer, text, reminder, conversation }) => {
        const words = reminder
          ? news.reminder({ customer: called(customer), text })
          : news.mentioned({ name: firstName(by.name), customer: called(customer) });
        const kind = reminder ? 'follow_ups' : 'mentions';
        return { words, kind, urgent: false, to: 'own', conversation, claim: false };
      }),
    );
  }

  async #notice(rows: QueueRow[], before: ReadonlyMap<string, QueueRow>): Promise<void> {
    if (!this.known.value) return;
    const named = rows.flatMap(({ transfer, destination }) => [transfer?.to, destination]);
    await this.colleagues.knowing(named.flatMap((to) => (to?.kind === 'team' ? to.id : [])));
    const crew = { ...this.crew.value, duty: this.duty.value, now: clock.peek(), open: this.open.peek() };
    this.#tell(rows.flatMap((row) => newsOf(before.get(row.id) ?? null, row, crew).map((one) => ofRow(row, one))));
  }

  /** Tells those on duty what is new; of their own chats, whether or not they are. */
  #tell(all: Told[]): void {
    const heard = all.filter(({ to }) => to === 'own' || this.onDuty.peek());
    if (heard.length === 0) return;
    const now = Date.now();
    const before = this.announced.peek().filter(({ at }) => now - at < STANDS);
    const store = storeName(this.store);
    const said = heard.map(({ words }) => (this.shown.peek() ? words : news.inStore({ store, news: words })));
    this.announced.value = [...before, ...said.map((words) => ({ nth: this.#nth++, words, at: now }))];
    const chosen = noticesIn(this.store);
    void showBeside({ id: this.store, name: store }, besideOf(heard, chosen, now));
    const sound = soundOf(heard, chosen, now);
    if (sound) chime(sound);
  }
}
