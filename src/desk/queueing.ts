import type { QueueRow } from '../protocol/desk';
import type { Target } from '../protocol/staff';
import type { AlertSummary } from './alerts/alerts';
import type { PickUpOf } from './estimate';
import type { Room } from './room';

/** What the team is emailed about. `meant`: whom it is for; `only`: who alone hears of it. */
export interface Alerted {
  conversation: string;
  /** Its number; the reminder's own where it is one, and the place in the log of a note that names somebody. */
  handoff: number;
  kind: 'off_hours' | 'unanswered' | 'follow_up' | 'reminder' | 'mention';
  meant?: Target;
  only?: string;
}

/** What conversations tell of themselves: the queue follows them, and whoever depends on it hears what has changed. */
export class Queueing {
  constructor(private readonly room: Room) {}

  /** See `Desk.update`. */
  update(row: QueueRow, pickUp: PickUpOf | null): { estimate: number | null; somebodyHere: boolean } {
    const { presence, estimates } = this.room;
    const now = Date.now();
    // Before anything is due: what is answered here need not be told as well.
    const somebodyHere = presence.answered(row, now);
    this.take(row, now);
    if (pickUp) estimates.learn(row.id, pickUp);
    return { estimate: estimates.now(now), somebodyHere };
  }

  /** A row as it is now, unless a newer one stands here. */
  take(row: QueueRow, now: number): void {
    const { room } = this;
    const before = room.queue.find(row.id);
    if (!room.queue.put(row, now)) return;
    room.alerts.changed(before, row, now);
    room.pushes.changed(before, row, now);
    room.dashboards.broadcast({ type: 'row', row });
    room.background(room.presence.changed(before, row));
    room.kick();
  }

  /** See `Desk.remove`. */
  remove(id: string, rev: number, pickUp: PickUpOf | null): void {
    const { queue, estimates } = this.room;
    if (pickUp) estimates.learn(id, pickUp);
    const before = queue.find(id);
    if (!queue.remove(id, rev)) return;
    this.#gone(before, { id, rev }, Date.now());
    this.room.kick();
  }

  /** See `Desk.alert`. */
  alert(about: Alerted, at: number, summary: AlertSummary): void {
    const { alerts, pushes } = this.room;
    const now = Date.now();
    const { kind } = about;
    if (kind === 'off_hours') alerts.offHours(about, summary, now);
    else {
      const isNews = alerts.owed({ ...about, kind }, at, summary, now);
      // Whoever a note names was told of it already, by `mentioned`.
      if (isNews && kind !== 'mention') pushes.owed({ ...about, kind }, summary, now);
    }
    this.room.kick();
  }

  /** A conversation was erased: nothing of it is left here. */
  forget(id: string): void {
    const { room } = this;
    const now = Date.now();
    const before = room.queue.find(id);
    const rev = room.queue.forget(id, now);
    if (rev !== null) this.#gone(before, { id, rev }, now);
    room.alerts.forget(id, now);
    room.pushes.forget(id);
    room.hooks.forget(id);
    room.estimates.forget(id);
    for (const person of room.mentions.forget(id)) room.people.showMentions(person);
  }

  #gone(before: QueueRow | null, { id, rev }: { id: string; rev: number }, now: number): void {
    const { alerts, pushes, dashboards } = this.room;
    alerts.changed(before, null, now);
    pushes.changed(before, null, now);
    dashboards.broadcast({ type: 'gone', id, rev });
  }
}
