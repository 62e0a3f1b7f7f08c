import type { OneAlarm } from '../deadlines/one-alarm';
import { type Deadline, deadlines } from '../domain/deadlines';
import { decide } from '../domain/decide';
import { openHandoff } from '../domain/handoff';
import { botWasLate } from './answering/bot-calls';
import { oweHistory } from './deliveries/history';
import type { Room } from './room';
import type { Entry } from './storage/records';

/** After this long without a word the conversation pauses: history gets its words, the queue lets go of it. */
export const PAUSE = 5 * 60_000;
const MINUTE = 60_000;

/** What staff see to later is no word of the conversation's: nobody pauses after it. */
const isForLater = ({ body }: Entry): boolean =>
  body.kind === 'event' && ['owed', 'reminder', 'check_in'].includes(body.event.what);

/** What becomes due in a conversation, and the one alarm that it is due by. */
export class Timing {
  constructor(
    private readonly room: Room,
    private readonly alarm: OneAlarm,
  ) {}

  /** That the customer is asked how it was is told with the end, for two seconds later: the clock alone does the rest. */
  prompted(now: number): void {
    for (const { name, handoff, at } of this.#deadlines(now)) {
      if (name !== 'rating' || at > now) continue;
      const command = { do: 'deadline', name, handoff, hours: this.room.hours(now) } as const;
      const decision = decide(this.room.state, command, now, this.room.policy(now), this.room.circumstances);
      if (decision.ok) this.room.store.implied({ rev: this.room.store.lifecycle.rev, state: decision.next });
    }
  }

  #deadlines(now: number): Deadline[] {
    return deadlines(this.room.state, this.room.policy(now), this.room.circumstances);
  }

  /** What needs the alarm. */
  #timed(now: number): Deadline[] {
    return this.#deadlines(now).filter(({ name }) => name !== 'rating');
  }

  /** Before what is owed falls due, the store's hours are read again: this conversation stands in no queue that hears of them. */
  async refresh(now: number): Promise<void> {
    const falls = this.#timed(now).some(({ name, at }) => name === 'follow_up' && at <= now);
    if (this.room.store.exists && falls) await this.room.settings.load();
  }

  /**
   * After a message. While a customer talks to a person, what a message brings about is due minutes after it, and mostly
   * the alarm fires before that: then there is nothing to reckon, and no message waits for it.
   */
  armAfterWords(now: number): void {
    const open = openHandoff(this.room.state);
    const talks = open?.status === 'assigned' && open.goneSince === null;
    if (!talks || !this.alarm.firesWithin(now, this.#soonestAfterWords())) this.arm(now);
  }

  /** Ms from a message to the first thing that may be due because of it. */
  #soonestAfterWords(): number {
    const { unansweredAssignee, unansweredDesk, abandonAfter } = this.room.storeSettings;
    const minutes = Math.min(unansweredAssignee, unansweredDesk, abandonAfter ?? unansweredDesk);
    return this.room.mailing.reachable ? Math.min(minutes * MINUTE, this.room.replyAfter) : minutes * MINUTE;
  }

  /** Sets the alarm for whatever is due soonest. */
  arm(now: number): void {
    const unsent = this.room.uploads.dueAt();
    if (!this.room.store.exists) return this.alarm.arm(now, [unsent]);
    this.alarm.arm(now, [
      unsent,
      ...this.#timed(now).map((d) => d.at),
      this.room.mailing.dueAt(),
      this.room.answering.bot.dueAt(),
      this.#pauseAt(),
      // A first attempt is made at once and again on every wake; the alarm is for when neither came to its end.
      this.room.outbox.nextDue(PAUSE),
    ]);
  }

  /** While a handoff is open its end brings history all words, and so did the end of the last one. */
  #pauseAt(): number | null {
    const last = this.room.store.entries.findLast((entry) => !isForLater(entry));
    if (!last || this.room.store.paused >= last.seq || openHandoff(this.room.state)) return null;
    const isToldAlready = last.body.kind === 'event' && last.body.event.what === 'ended';
    return isToldAlready ? null : last.at + PAUSE;
  }

  pause(now: number): void {
    this.room.transaction(() => {
      oweHistory(this.room.outbox, [], true, now);
      this.room.outbox.put<null>('desk', now, () => null);
      this.room.store.paused = this.room.store.last.seq;
    });
  }

  /** Everything that is due now: deadlines, the pause, an answer that is owed, what waits in the outbox. */
  async due(now: number): Promise<void> {
    await this.room.uploads.sweep(this.room.env.FILES, now);
    if (!this.room.store.exists) return this.arm(now);
    for (const { name, handoff, at } of this.#timed(now)) {
      if (at <= now) this.room.apply({ do: 'deadline', name, handoff, hours: this.room.hours(now) }, now);
    }
    if (this.room.answering.overdue(now))
      this.room.background(botWasLate(this.room.env, this.room.customer.store, now));
    const pause = this.#pauseAt();
    if (pause !== null && pause <= now) this.pause(now);
    this.room.mailing.collect(now);
    await this.room.outbox.run(now);
    this.arm(Date.now());
  }

  /** Delivers in the background; what fails stays due. */
  kick(now: number): void {
    this.room.background(this.room.outbox.run(now).then(() => this.arm(Date.now())));
  }
}
