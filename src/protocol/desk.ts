import * as v from 'valibot';
import { ErrorFrame, HandoffNumber, Place, Reason, Urgency } from './common';
import { StaffPerson, Target } from './staff';

/** A dashboard's socket to its store's desk: the live queue, and who is on duty. */

export const DeskFrame = v.variant('type', [
  v.object({ type: v.literal('hello') }),
  /** `GOT_EVERY` frames have come (src/protocol/window.ts). */
  v.object({ type: v.literal('got') }),
  v.object({ type: v.literal('duty'), on: v.boolean() }),
  /** The sender looks at the conversation in which they were mentioned. */
  v.object({ type: v.literal('mention_seen'), conversation: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
]);
export type DeskFrame = v.InferOutput<typeof DeskFrame>;

export const QueueRow = v.object({
  id: v.string(),
  /** Grows with every change of the conversation; an older row never replaces a newer one. */
  rev: v.number(),
  customer: v.string(),
  initials: v.string(),
  lang: v.string(),
  status: v.picklist(['assistant', 'pending', 'assigned']),
  handoff: v.nullable(HandoffNumber),
  reason: v.nullable(Reason),
  urgency: Urgency,
  requestedAt: v.nullable(v.number()),
  waitingSince: v.nullable(v.number()),
  assignee: v.nullable(StaffPerson),
  /** Offered by its assignee to somebody who has not taken it yet; `until`: when the offer ends. */
  transfer: v.nullable(v.object({ to: Target, until: v.number() })),
  /** Whom it was asked of; null: the whole store. */
  destination: v.nullable(Target),
  /** Since when the customer waits for a reply of its assignee, and who has been told of it. */
  owed: v.nullable(v.object({ since: v.number(), told: v.picklist(['nobody', 'assignee', 'desk']) })),
  /** Whether the customer left an email address. */
  email: v.boolean(),
  last: v.nullable(
    v.object({
      from: v.picklist(['customer', 'assistant', 'staff']),
      name: v.nullable(v.string()),
      text: v.string(),
      at: v.number(),
      seq: Place,
    }),
  ),
  /** What the customer wrote since a staff member last looked. */
  unread: v.number(),
  /** Since when no tab of the customer's is connected; null while one is. Missing in rows of an older server. */
  left: v.optional(v.nullable(v.number())),
  /** How many tasks of it are still to be done. */
  tasks: v.optional(v.number()),
  /** Who of the staff plays the customer, to try it out. */
  test: v.optional(v.string()),
});
export type QueueRow = v.InferOutput<typeof QueueRow>;

export const OnDuty = v.object({ ...StaffPerson.entries, since: v.number(), here: v.boolean() });
export type OnDuty = v.InferOutput<typeof OnDuty>;

/** A colleague asked for the reader's attention in a private note. One a conversation, the newest. */
export const Mention = v.object({
  conversation: v.string(),
  customer: v.string(),
  by: StaffPerson,
  /** The first words of the note. */
  text: v.string(),
  /** The reader's own reminder, which fell due; `text` is its line. */
  reminder: v.optional(v.boolean()),
  at: v.number(),
});
export type Mention = v.InferOutput<typeof Mention>;

export const ToDesk = v.variant('type', [
  v.object({
    type: v.literal('welcome'),
    me: StaffPerson,
    rows: v.array(QueueRow),
    duty: v.array(OnDuty),
    mentions: v.optional(v.array(Mention)),
    now: v.number(),
  }),
  /** The reader's own that are not seen yet, newest first: all of them. */
  v.object({ type: v.literal('mentions'), mentions: v.array(Mention) }),
  v.object({ type: v.literal('row'), row: QueueRow }),
  v.object({ type: v.literal('gone'), id: v.string(), rev: v.number() }),
  v.object({ type: v.literal('duty'), duty: v.array(OnDuty) }),
  /** The customer of this row composes. Comes every 10 s at most, and expires on its own after 12 s. */
  v.object({ type: v.literal('typing'), id: v.string() }),
  ErrorFrame,
]);
export type ToDesk = v.InferOutput<typeof ToDesk>;
