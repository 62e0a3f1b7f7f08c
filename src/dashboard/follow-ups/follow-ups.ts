import { computed, effect, signal } from '@preact/signals';
import type { Desk } from '../desk/desk';
import { type FollowUp, getFollowUps, type Reminder } from '../session/api';
import { firstRows } from '../session/early';

/** History follows a conversation's end after a moment. */
const HISTORY_FOLLOWS = 2_500;
/** On coming back to the page: another look is worth a request after this long. */
const STALE = 60_000;

/** What stands under follow-ups: an answer that is owed, or a reminder. */
export type Owed = { dueAt: number | null; later: boolean } & (
  | { is: 'owed'; one: FollowUp }
  | { is: 'reminder'; one: Reminder }
);

/** Whom a store's team still owes a word. Read from history, again whenever a handoff may have ended. */
export class FollowUps {
  /** Null until the first answer. */
  readonly list = signal<FollowUp[] | null>(null);
  readonly reminders = signal<Reminder[]>([]);
  /** All of them; null until the first answer. */
  readonly all = computed<Owed[] | null>(
    () =>
      this.list.value && [
        ...this.list.value.map((one): Owed => ({ is: 'owed', one, dueAt: one.dueAt, later: one.snoozed })),
        ...this.reminders.value.map((one): Owed => ({ is: 'reminder', one, dueAt: one.at, later: true })),
      ],
  );
  readonly failed = signal('');
  #looked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: () => void;

  constructor(private readonly desk: Desk) {
    let before = new Set<string>();
    const stopOpen = effect(() => {
      const rows = [...desk.rows.value.values()];
      const open = new Set(
        rows.filter(({ status }) => status === 'pending' || status === 'assigned').map(({ id }) => id),
      );
      const ended = [...before].some((id) => !open.has(id));
      before = open;
      if (ended) this.soon();
    });
    let told = desk.mentions.peek();
    // A reminder of the reader's has fallen due: it was put off, or set, since the list was read.
    const stopTold = effect(() => {
      const { value } = desk.mentions;
      if (value !== told && value.some(({ reminder }) => reminder)) this.soon();
      told = value;
    });
    this.#stop = () => {
      stopOpen();
      stopTold();
    };
    document.addEventListener('visibilitychange', this.#back);
    void firstRows.then(() => this.load());
  }

  async load(): Promise<void> {
    this.#looked = Date.now();
    const answer = await getFollowUps(this.desk.store);
    if (answer.ok) {
      this.list.value = answer.value.followUps;
      this.reminders.value = answer.value.reminders;
    }
    this.failed.value = answer.ok ? '' : answer.message;
  }

  close(): void {
    this.#stop();
    clearTimeout(this.#timer);
    document.removeEventListener('visibilitychange', this.#back);
  }

  readonly #back = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - this.#looked > STALE) void this.load();
  };

  /** Once history has followed. */
  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), HISTORY_FOLLOWS);
  }
}
