import { isEmailed } from '../domain/alerts';
import type { Command, Effect } from '../domain/command';
import { type Lifecycle, openHandoff } from '../domain/handoff';
import { oweHistory } from './deliveries/history';
import { oweReminder } from './deliveries/reminding';
import type { Append, Room } from './room';

/** What a decision asks for beside its next state. All of it is called within the transaction that keeps that state. */

/** What the outbox owes: an email to the team, or a summary to the store's email destination. */
export interface AlertJob {
  /** When it arose: told twice, it is the same. */
  at: number;
  handoff: number;
  why: 'off_hours' | 'unanswered' | 'follow_up';
}
export interface SummaryJob {
  handoff: number;
  again: boolean;
}

/** What a person is asked for by. */
const OPENS: readonly string[] = ['asked', 'away', 'emailed'];

/**
 * Carries out one effect: what happens outside is owed by the outbox from then on.
 * @param next what the lifecycle becomes
 * @returns the message that it leaves in the conversation, if it leaves one
 */
export function carryOut(room: Room, effect: Effect, next: Lifecycle, now: number): Append | null {
  switch (effect.type) {
    case 'record': {
      const { event } = effect;
      if (OPENS.includes(event.what) && 'handoff' in event) {
        room.inWords.opened(event.handoff, now);
        room.asking.opened(event.handoff);
      }
      return { cid: `event-${room.store.last.seq + 1}`, body: { kind: 'event', event } };
    }
    case 'say': {
      const { id: cid, staff: from, text } = effect;
      return { cid, body: { kind: 'staff', from, text } };
    }
    case 'cut':
      return room.answering.cut(effect.by);
    case 'alert': {
      const { handoff, why } = effect;
      if (isEmailed(why, room.storeSettings)) {
        room.outbox.put<AlertJob>(`alert/${why}/${handoff}`, now, () => ({ at: now, handoff, why }));
      }
      return null;
    }
    case 'summary': {
      const { handoff, again } = effect;
      room.outbox.put<SummaryJob>(`summary/${handoff}/${again ? 2 : 1}`, now, () => ({ handoff, again }));
      return null;
    }
    case 'remind':
      oweReminder(room.outbox, effect.n, now);
      return null;
    case 'project':
      tellHistory(room, next, effect.transcript, now);
      return null;
  }
}

/** The queue shows what is open; history is told how it ended, and what became of that. */
function tellHistory(room: Room, next: Lifecycle, transcript: boolean, now: number): void {
  const { state: before, outbox } = room;
  const changed = next.handoffs.filter((h) => !before.handoffs.includes(h)).map((h) => h.n);
  const isOrWasEnded = (n: number) =>
    [before, next].some(({ handoffs }) => handoffs.some((h) => h.n === n && h.status === 'ended'));
  const reminders = before.reminders !== next.reminders;
  if (reminders || changed.some(isOrWasEnded)) oweHistory(outbox, changed, transcript, now, { reminders });
}

/** What the desk says of itself is no news to it, nor is what staff see to later. */
const NO_NEWS: readonly Command['do'][] = ['told', 'alone', 'presence', 'remind', 'tend', 'check_in'];

/** What is asked off hours concerns nobody at the desk. */
export const concernsDesk = (command: Command, before: Lifecycle, after: Lifecycle): boolean =>
  !NO_NEWS.includes(command.do) && (before.turn !== after.turn || openHandoff(after) !== null);
