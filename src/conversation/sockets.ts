import * as v from 'valibot';
import type { Actor, StaffRef } from '../domain/actor';
import { CLOSE, ERRORS, type ErrorCode } from '../errors';
import { Allowance } from '../protocol/allowance';
import { Language, Page, Place, TimeZone } from '../protocol/common';
import type { ToCustomer } from '../protocol/customer';
import { Shop } from '../protocol/shop';
import type { ToStaff } from '../protocol/staff';

/**
 * The hibernating sockets of one conversation. What a socket must remember stands in its attachment, versioned and read
 * through a schema, because old and new code meet in it; who hears what is decided by tags.
 */

/** What the sockets remember for their conversation: it may be lost, and then something is told once more. */
const Notes = v.object({
  /** The versions of the jobs that were delivered last. */
  desk: v.optional(v.number()),
  history: v.optional(v.number()),
  /** When the queue last heard of new words, epoch ms. */
  previewed: v.optional(v.number()),
});
type Notes = v.InferOutput<typeof Notes>;

const CustomerAttachment = v.object({
  v: v.literal(1),
  as: v.literal('customer'),
  store: v.string(),
  conversation: v.string(),
  lang: v.optional(Language),
  tz: v.optional(TimeZone),
  page: v.optional(Page),
  shop: v.optional(Shop),
  network: v.optional(v.string()),
  device: v.optional(v.string()),
  test: v.optional(v.string()),
  /** Where this server is reached: links in mail lead there. */
  origin: v.optional(v.string()),
  /** Read up to this public place. */
  read: Place,
  /** What of the assistant's was opened from here, until it is stored. */
  opened: v.optional(v.array(v.object({ seq: Place, n: v.number() }))),
  notes: v.optional(Notes),
});
const StaffAttachment = v.object({
  v: v.literal(1),
  as: v.literal('staff'),
  store: v.string(),
  conversation: v.string(),
  id: v.string(),
  name: v.string(),
  role: v.picklist(['owner', 'admin', 'agent']),
  session: v.optional(v.string()),
  /** Read up to this place. */
  read: Place,
  notes: v.optional(Notes),
});
const Attachment = v.variant('as', [CustomerAttachment, StaffAttachment]);
export type CustomerSocket = v.InferOutput<typeof CustomerAttachment>;
export type StaffSocket = v.InferOutput<typeof StaffAttachment>;
export type Attachment = CustomerSocket | StaffSocket;

export class Sockets {
  readonly allowance = new Allowance();
  /** Attachments as they were parsed, or written: every message asks for them. */
  readonly #known = new WeakMap<WebSocket, Attachment>();
  #notes: Notes | null = null;

  constructor(private readonly ctx: DurableObjectState) {}

  /** Accepts a socket for a verified actor; its attachment is written before anything can fail. */
  accept(socket: WebSocket, actor: Actor, { conversation, origin }: { conversation: string; origin: string }): void {
    this.ctx.acceptWebSocket(socket, [actor.type]);
    const { store } = actor;
    this.write(
      socket,
      actor.type === 'customer'
        ? {
            v: 1,
            as: 'customer',
            store,
            conversation,
            origin,
            read: 0,
            ...(actor.network && { network: actor.network }),
            ...(actor.device && { device: actor.device }),
            ...(actor.test && { test: actor.test }),
          }
        : {
            v: 1,
            as: 'staff',
            store,
            conversation,
            id: actor.id,
            name: actor.name,
            role: actor.role,
            ...(actor.session && { session: actor.session }),
            read: 0,
          },
    );
  }

  /** Null where the attachment is of a version that this code no longer reads. */
  read(socket: WebSocket): Attachment | null {
    const known = this.#known.get(socket);
    if (known) return known;
    const parsed = v.safeParse(Attachment, socket.deserializeAttachment());
    if (!parsed.success) return null;
    this.#known.set(socket, parsed.output);
    return parsed.output;
  }

  write(socket: WebSocket, attachment: Attachment): void {
    const noted = { ...attachment, notes: this.notes };
    this.#known.set(socket, noted);
    socket.serializeAttachment(noted);
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
    return this.ctx.getWebSockets(tag).filter((socket) => socket.readyState === WebSocket.OPEN);
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

  /** Closes what these sessions have opened. */
  cut(sessions: readonly string[]): void {
    for (const socket of this.#open('staff')) {
      const attachment = this.read(socket);
      if (attachment?.as === 'staff' && attachment.session && sessions.includes(attachment.session))
        socket.close(CLOSE.unauthorized, 'unauthorized');
    }
  }

  /** What they write from now on has their new name. */
  rename({ id, name }: StaffRef): void {
    for (const socket of this.#open('staff')) {
      const attachment = this.read(socket);
      if (attachment?.as === 'staff' && attachment.id === id) this.write(socket, { ...attachment, name });
    }
  }

  toCustomers(frame: ToCustomer, except?: WebSocket): void {
    this.#send(this.ctx.getWebSockets('customer'), frame, except);
  }

  toStaff(frame: ToStaff, except?: WebSocket): void {
    this.#send(this.ctx.getWebSockets('staff'), frame, except);
  }

  /** One person's other tabs and devices. */
  toPerson(id: string, frame: ToStaff, except: WebSocket): void {
    const theirs = this.ctx.getWebSockets('staff').filter((socket) => {
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

  #send(sockets: WebSocket[], frame: ToCustomer | ToStaff, except?: WebSocket): void {
    let text: string | undefined;
    for (const socket of sockets) {
      if (socket === except) continue;
      text ??= JSON.stringify(frame);
      try {
        socket.send(text);
      } catch {
        // Closing at this moment: its client resumes by cursor.
      }
    }
  }
}

/** Each as the later of two says. */
function newest(one: Notes, other: Notes): Notes {
  const merged: Notes = { ...one };
  for (const [key, value] of Object.entries(other) as [keyof Notes, number | undefined][]) {
    if (value !== undefined) merged[key] = Math.max(merged[key] ?? 0, value);
  }
  return merged;
}
