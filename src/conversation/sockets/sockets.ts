import type { Actor, StaffRef } from '../../domain/actor';
import { CLOSE, ERRORS, type ErrorCode } from '../../errors';
import { Allowance } from '../../protocol/allowance';
import type { ToCustomer } from '../../protocol/customer';
import type { ToStaff } from '../../protocol/staff';
import { Window } from '../../protocol/window';
import {
  type Attachment,
  attachmentIn,
  attachmentOf,
  type CustomerSocket,
  type Notes,
  newest,
  type StaffSocket,
} from './attachment';

/**
 * The hibernating sockets of one conversation. What a socket must remember stands in its attachment; who hears what is
 * decided by tags.
 */

/** Tabs of one conversation at once: more than anybody opens, and few enough that each message still goes to all. */
const MOST_TABS = 128;
const SHUT_FOR = 10_000;

/** A frame, or what makes it where somebody is there to get it; null where there is nothing for them. */
type Made<T> = T | (() => T | null);

export class Sockets {
  readonly allowance = new Allowance();
  readonly window = new Window();
  #shutUntil = 0;
  /** Attachments as they were parsed, or written: every message asks for them. */
  readonly #known = new WeakMap<WebSocket, Attachment>();
  /** By tag, as the platform lists them until somebody comes or goes: every message asks three times. */
  readonly #listed = new Map<Attachment['as'], WebSocket[]>();
  #notes: Notes | null = null;

  constructor(private readonly ctx: DurableObjectState) {}

  /** Who was too fast comes back at once, and then faster: for a moment no tab of theirs is let in. */
  flooded(now: number): void {
    this.#shutUntil = now + SHUT_FOR;
  }

  /** Whether one more tab of the customer's is let in. */
  hasRoom(now: number): boolean {
    return now >= this.#shutUntil && this.customers().length < MOST_TABS;
  }

  /** Accepts a socket for a verified actor; its attachment is written before anything can fail. */
  accept(socket: WebSocket, actor: Actor, at: { conversation: string; origin: string }): void {
    this.ctx.acceptWebSocket(socket, [actor.type]);
    this.#listed.clear();
    this.write(socket, attachmentOf(actor, at));
  }

  /** Null where the attachment is of a version that this code no longer reads. */
  read(socket: WebSocket): Attachment | null {
    const known = this.#known.get(socket);
    if (known) return known;
    const attachment = attachmentIn(socket);
    if (attachment) this.#known.set(socket, attachment);
    return attachment;
  }

  write(socket: WebSocket, attachment: Attachment): void {
    const noted = { ...attachment, notes: this.notes };
    this.#known.set(socket, noted);
    socket.serializeAttachment(noted);
  }

  /** One has closed: once its handler is done, the platform lists it no more. */
  left(): void {
    this.#listed.clear();
  }

  #list(tag: Attachment['as']): readonly WebSocket[] {
    const known = this.#listed.get(tag);
    if (known) return known;
    const listed = this.ctx.getWebSockets(tag);
    this.#listed.set(tag, listed);
    return listed;
  }

  // ── Notes ───────────────────────────────────────────────────────────────────────────────────────────────────────

  get notes(): Notes {
    this.#notes ??= this.ctx
      .getWebSockets()
      .map((socket) => this.read(socket)?.notes ?? {})
      .reduce(newest, {});
    return this.#notes;
  }

  /** What a socket that closes had noted, where this memory has not seen it before. */
  keepNotes(of: Attachment): void {
    this.#notes = newest(this.notes, of.notes ?? {});
  }

  /** @returns whether anybody is there to remember it */
  note(some: Notes): boolean {
    this.#notes = newest(this.notes, some);
    let isNoted = false;
    for (const socket of this.#open()) {
      const attachment = this.read(socket);
      if (!attachment) continue;
      this.write(socket, attachment);
      isNoted = true;
    }
    return isNoted;
  }

  /** One that is closing is still listed, and nobody is behind it any more. */
  #open(tag?: Attachment['as']): WebSocket[] {
    const listed = tag ? this.#list(tag) : this.ctx.getWebSockets();
    return listed.filter((socket) => socket.readyState === WebSocket.OPEN);
  }

  isEmpty(except?: WebSocket): boolean {
    return this.#open().every((socket) => socket === except);
  }

  /** Whose conversation this is, as whoever is connected was verified for it; null where nobody is. */
  store(): string | null {
    return this.customers()[0]?.store ?? this.staff()[0]?.store ?? null;
  }

  customers(): CustomerSocket[] {
    return this.#attachments('customer').filter((a) => a.as === 'customer');
  }

  staff(): StaffSocket[] {
    return this.#attachments('staff').filter((a) => a.as === 'staff');
  }

  #attachments(tag: Attachment['as']): Attachment[] {
    return this.#open(tag)
      .map((socket) => this.read(socket))
      .filter((attachment) => attachment !== null);
  }

  /** Closes every socket of one staff member. What they had not sent stays in their composer. */
  expel(staff: string): void {
    for (const socket of this.#open('staff')) {
      const attachment = this.read(socket);
      if (attachment?.as === 'staff' && attachment.id === staff) socket.close(CLOSE.forbidden, 'forbidden');
    }
  }

  /** Everybody is told that there is nothing here any more, and shown out. */
  closeAll(): void {
    for (const socket of this.#open()) {
      this.refuse(socket, 'erased');
      socket.close(CLOSE.erased, 'erased');
    }
  }

  /** Closes what these sessions have opened. */
  cut(sessions: readonly string[]): void {
    for (const socket of this.#open('staff')) {
      const attachment = this.read(socket);
      if (attachment?.as === 'staff' && attachment.session && sessions.includes(attachment.session))
        socket.close(CLOSE.unauthorized, 'unauthorized');
    }
  }

  /** The conversation is this customer's: whoever else is connected as a customer was let in before that was known. */
  cutOthers(sub: string): void {
    this.#cutCustomers(({ signedIn }) => signedIn?.sub !== sub);
  }

  /** Closes what was opened on a device that was signed out. */
  cutDevice(device: string): void {
    this.#cutCustomers(({ signedIn }) => signedIn?.device === device);
  }

  #cutCustomers(which: (customer: CustomerSocket) => boolean): void {
    for (const socket of this.#open('customer')) {
      const attachment = this.read(socket);
      if (attachment?.as === 'customer' && which(attachment)) socket.close(CLOSE.unauthorized, 'unauthorized');
    }
  }

  /** What they write from now on has their new name. */
  rename({ id, name }: StaffRef): void {
    for (const socket of this.#open('staff')) {
      const attachment = this.read(socket);
      if (attachment?.as === 'staff' && attachment.id === id) this.write(socket, { ...attachment, name });
    }
  }

  toCustomers(frame: Made<ToCustomer>, except?: WebSocket): void {
    this.#send(this.#list('customer'), frame, except);
  }

  toStaff(frame: Made<ToStaff>, except?: WebSocket): void {
    this.#send(this.#list('staff'), frame, except);
  }

  /** One person's other tabs and devices. */
  toPerson(id: string, frame: ToStaff, except: WebSocket): void {
    const theirs = this.#list('staff').filter((socket) => {
      const attachment = this.read(socket);
      return attachment?.as === 'staff' && attachment.id === id;
    });
    this.#send(theirs, frame, except);
  }

  reply(socket: WebSocket, frame: ToCustomer | ToStaff): void {
    this.#send([socket], frame);
  }

  refuse(socket: WebSocket, code: ErrorCode, about: { id?: string | undefined; by?: string | undefined } = {}): void {
    const { id, by } = about;
    this.#send([socket], {
      type: 'error',
      code,
      message: ERRORS[code],
      ...(id === undefined ? {} : { id }),
      ...(by === undefined ? {} : { by }),
    });
  }

  #send(sockets: readonly WebSocket[], frame: Made<ToCustomer | ToStaff>, except?: WebSocket): void {
    let text: string | undefined;
    for (const socket of sockets) {
      if (socket === except) continue;
      if (text === undefined) {
        const made = typeof frame === 'function' ? frame() : frame;
        if (!made) return;
        text = JSON.stringify(made);
      }
      try {
        if (this.window.opens(socket)) socket.send(text);
        else socket.close(CLOSE.stalled, 'stalled');
      } catch {
        // Closing at this moment: its client resumes by cursor.
      }
    }
  }
}
