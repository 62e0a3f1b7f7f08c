import type { StaffActor, StaffRef } from '../domain/actor';
import { CLOSE } from '../errors';
import type { Mention, OnDuty } from '../protocol/desk';
import { personOf } from '../protocol/person';
import type { Room } from './room';

/** RFC 6455 section 7.4.1, registered as "service restart": whoever is closed with it dials again. */
const COME_AGAIN = 1012;

/** What happens to the staff themselves: they come and go, are named, renamed, signed out or taken out of the store. */
export class People {
  constructor(private readonly room: Room) {}

  /** Their dashboard was opened. */
  arrived(actor: StaffActor): void {
    const { room } = this;
    const before = room.duty.arrived(actor, Date.now());
    if (before && before.leftAt !== null) room.background(room.presence.back(actor.id));
    this.showDuty();
    room.kick();
  }

  /** A socket of theirs is closing. */
  left(socket: WebSocket): void {
    const { room } = this;
    const id = room.dashboards.who(socket)?.id;
    if (id !== undefined && !room.dashboards.isHere(id, socket)) {
      room.background(room.presence.left(id, Date.now()));
      room.kick();
    }
    this.showDuty(socket);
  }

  /** Whoever vanished together with the last memory has left no word. */
  missed(now: number): void {
    const { duty, dashboards } = this.room;
    for (const { id, leftAt } of duty.all()) if (leftAt === null && !dashboards.isHere(id)) duty.left(id, now);
  }

  setDuty(id: string, on: boolean, now: number): void {
    if (this.room.duty.set(id, on, now)) this.showDuty();
  }

  onDuty(left?: WebSocket): OnDuty[] {
    return this.room.duty.on().map(({ id, name, since }) => {
      return { ...personOf({ id, name }), since, here: this.room.dashboards.isHere(id, left) };
    });
  }

  showDuty(left?: WebSocket): void {
    this.room.dashboards.broadcast({ type: 'duty', duty: this.onDuty(left) });
  }

  // ── Their sessions, their name, and their place in the store ────────────────────────────────────────────────────

  /** See `Desk.signedOut`. */
  signedOut(id: string): void {
    this.setDuty(id, false, Date.now());
    this.room.dashboards.close(id, COME_AGAIN, 'signed_out');
    this.room.kick();
  }

  /** See `Desk.expel`. */
  async expel(store: string, id: string, recent: readonly string[]): Promise<void> {
    const { room } = this;
    const now = Date.now();
    this.setDuty(id, false, now);
    room.dashboards.close(id, CLOSE.forbidden, 'forbidden');
    // Their chats go back as those of anybody who has gone, also where their browser never answers the closing.
    room.background(room.presence.left(id, now));
    room.kick();
    await room.everywhere(store, recent, (conversation) => conversation.expel(id));
  }

  /** See `Desk.cut`. */
  async cut(store: string, id: string, sessions: readonly string[], recent: readonly string[]): Promise<void> {
    const { room } = this;
    const ended = room.dashboards.close(id, CLOSE.unauthorized, 'unauthorized', sessions);
    if (ended && !room.dashboards.isHere(id)) room.background(room.presence.left(id, Date.now()));
    room.kick();
    await room.everywhere(store, recent, (conversation) => conversation.cut(sessions));
  }

  /** See `Desk.renamed`. */
  async renamed(store: string, staff: StaffRef, recent: readonly string[]): Promise<void> {
    this.room.dashboards.rename(staff);
    if (this.room.duty.rename(staff)) this.showDuty();
    await this.room.everywhere(store, recent, (conversation) => conversation.renamed(staff));
  }

  // ── Notes that name them ────────────────────────────────────────────────────────────────────────────────────────

  /** See `Desk.mentioned`. */
  mentioned(people: readonly string[], mention: Mention): string[] {
    const { mentions, pushes, dashboards } = this.room;
    const now = Date.now();
    for (const id of people) {
      if (!mentions.put(id, mention, now)) continue;
      this.showMentions(id);
      // A reminder falls due by an alert of its own.
      if (!mention.reminder) pushes.mentioned(id, mention, now);
    }
    this.room.kick();
    return people.filter((id) => !dashboards.isHere(id));
  }

  showMentions(id: string): void {
    this.room.dashboards.tell(id, { type: 'mentions', mentions: this.room.mentions.of(id) });
  }
}
