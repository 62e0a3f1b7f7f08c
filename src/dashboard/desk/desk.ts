import { computed, signal } from '@preact/signals';
import type { DeskFrame, OnDuty, QueueRow, ToDesk } from '../../protocol/desk';
import type { StaffPerson } from '../../protocol/staff';
import { setClock } from '../session/clock';
import { Line } from '../session/line';
import { ticketFor } from '../session/session';
import { type Arrangement, arrange, groupOf, type Pin } from './arrange';
import { chime, spoken } from './notice';

/** One store's desk, as this page sees it: the live queue, and who is on duty. */
export class Desk {
  readonly me = signal<StaffPerson | null>(null);
  readonly rows = signal<ReadonlyMap<string, QueueRow>>(new Map());
  readonly duty = signal<readonly OnDuty[]>([]);
  /** False until the first answer: an empty queue is not "nobody is waiting" yet. */
  readonly known = signal(false);
  readonly pin = signal<Pin | null>(null);
  /** What the status region says. */
  readonly announcement = signal('');
  readonly line: Line<ToDesk, DeskFrame>;
  /** What the person set the switch to, until the desk confirms it. */
  readonly #wanted = signal<boolean | null>(null);
  /** The newest revision heard of each conversation, those that left included. */
  readonly #revs = new Map<string, number>();
  #shown: Arrangement | null = null;

  readonly arrangement = computed<Arrangement>(() => {
    this.#shown = arrange(this.rows.value, this.me.value?.id ?? null, this.pin.value, this.#shown);
    return this.#shown;
  });
  readonly waiting = computed(() => [...this.rows.value.values()].filter((row) => row.status === 'pending'));
  readonly onDuty = computed(() => {
    const me = this.me.value?.id;
    return this.#wanted.value ?? this.duty.value.some((person) => person.id === me);
  });

  constructor(readonly store: string) {
    this.line = new Line({
      path: '/staff/desk/socket',
      ticket: () => ticketFor(store),
      hello: () => ({ type: 'hello' }),
      receive: (frame) => this.#receive(frame),
    });
  }

  close(): void {
    this.line.close();
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
      case 'row': {
        if (frame.row.rev < (this.#revs.get(frame.row.id) ?? 0)) return;
        const before = this.rows.value.get(frame.row.id);
        this.#revs.set(frame.row.id, frame.row.rev);
        this.rows.value = new Map(this.rows.value).set(frame.row.id, frame.row);
        return this.#notice([frame.row], (row) => row === frame.row && before?.status === 'pending');
      }
      case 'gone': {
        if (frame.rev < (this.#revs.get(frame.id) ?? 0)) return;
        this.#revs.set(frame.id, frame.rev);
        const rows = new Map(this.rows.value);
        rows.delete(frame.id);
        this.rows.value = rows;
        return;
      }
      case 'duty':
        this.duty.value = frame.duty;
        this.#wanted.value = null;
        return;
      case 'error':
        this.#wanted.value = null;
        return;
    }
  }

  #welcome(frame: ToDesk & { type: 'welcome' }): void {
    setClock(frame.now);
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
    const wanted = this.#wanted.value;
    if (wanted !== null) this.line.send({ type: 'duty', on: wanted });
    if (!first) this.#notice([...rows.values()], (row) => before.get(row.id)?.status === 'pending');
  }

  /** Tells those on duty who has begun to wait. */
  #notice(rows: QueueRow[], knownBefore: (row: QueueRow) => boolean): void {
    if (!this.known.value || !this.onDuty.value) return;
    const begun = rows.filter((row) => row.status === 'pending' && !knownBefore(row));
    if (begun.length === 0) return;
    this.announcement.value = begun.map(spoken).join('. ');
    chime(begun.some((row) => row.urgency === 'urgent'));
  }
}
