import * as v from 'valibot';
import type { Actor } from '../../domain/actor';
import { Language, Page, Place, TimeZone } from '../../protocol/common';
import { Shop } from '../../protocol/shop';
import { VerifiedCustomer } from '../../protocol/verified';

/** What a socket must remember over a hibernation: versioned, and read through a schema, because old and new code meet in it. */

/** What the sockets remember for their conversation: it may be lost, and then something is told once more. */
const Notes = v.object({
  /** The versions of the jobs that were delivered last. */
  desk: v.optional(v.number()),
  history: v.optional(v.number()),
  /** When the queue last heard of new words, epoch ms. */
  previewed: v.optional(v.number()),
});
export type Notes = v.InferOutput<typeof Notes>;

const CustomerAttachment = v.object({
  v: v.literal(1),
  as: v.literal('customer'),
  store: v.string(),
  conversation: v.string(),
  lang: v.optional(Language),
  tz: v.optional(TimeZone),
  page: v.optional(Page),
  shop: v.optional(Shop),
  visitor: v.optional(v.string()),
  network: v.optional(v.string()),
  device: v.optional(v.string()),
  test: v.optional(v.string()),
  /** Whom the shop has signed in here. */
  signedIn: v.optional(v.object({ ...VerifiedCustomer.entries, device: v.string() })),
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

/** What a socket remembers from its acceptance on, of an actor whom the Worker has verified. */
export function attachmentOf(
  actor: Actor,
  { conversation, origin }: { conversation: string; origin: string },
): Attachment {
  const { store } = actor;
  return actor.type === 'customer'
    ? {
        v: 1,
        as: 'customer',
        store,
        conversation,
        origin,
        read: 0,
        ...(actor.visitor && { visitor: actor.visitor }),
        ...(actor.network && { network: actor.network }),
        ...(actor.device && { device: actor.device }),
        ...(actor.test && { test: actor.test }),
        ...(actor.signedIn && { signedIn: actor.signedIn }),
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
      };
}

/** Null where it is of a version that this code no longer reads. */
export function attachmentIn(socket: WebSocket): Attachment | null {
  const parsed = v.safeParse(Attachment, socket.deserializeAttachment());
  return parsed.success ? parsed.output : null;
}

/** Each as the later of two says. */
export function newest(one: Notes, other: Notes): Notes {
  const merged: Notes = { ...one };
  for (const [key, value] of Object.entries(other) as [keyof Notes, number | undefined][]) {
    if (value !== undefined) merged[key] = Math.max(merged[key] ?? 0, value);
  }
  return merged;
}
