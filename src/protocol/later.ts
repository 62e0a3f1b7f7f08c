import * as v from 'valibot';
import { HandoffNumber, MAX_LINE, Text } from './common';
import { StaffPerson } from './person';

/** What staff see to later: reminders, what is owed, and check-ins after a resolution. */

/** Epoch ms; what is too far off is a mistake. */
const When = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Date.UTC(2100, 0)));
const Person = v.pipe(v.string(), v.minLength(1), v.maxLength(64));
const ReminderNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e6));

/** A message to the customer some days after a resolution, unless they write before. */
export const CheckInPlan = v.object({
  days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(60)),
  text: Text,
});

/** `owner`: somebody of the store. */
export const ReminderWanted = v.object({ at: When, line: v.pipe(Text, v.maxLength(MAX_LINE)), owner: Person });

export const TendingWanted = v.object({
  of: v.variant('is', [
    v.object({ is: v.literal('follow_up'), handoff: HandoffNumber }),
    v.object({ is: v.literal('reminder'), n: ReminderNumber }),
  ]),
  as: v.variant('is', [
    v.object({ is: v.literal('done') }),
    v.object({ is: v.literal('snoozed'), until: When }),
    v.object({ is: v.literal('given'), to: v.nullable(Person) }),
  ]),
});

/** Null: none is to go any more. */
export const CheckInWanted = v.object({ handoff: HandoffNumber, plan: v.nullable(CheckInPlan) });

/** What the team sees to later; each is missing where there is none. */
export const Later = v.object({
  followUp: v.optional(
    v.object({
      handoff: HandoffNumber,
      since: v.number(),
      /** Null where the store never opens. */
      dueAt: v.nullable(v.number()),
      owner: v.nullable(StaffPerson),
    }),
  ),
  reminders: v.optional(
    v.array(
      v.object({
        n: v.number(),
        at: v.number(),
        line: v.string(),
        owner: v.nullable(StaffPerson),
        told: v.boolean(),
      }),
    ),
  ),
  /** Goes out then unless the customer writes before. */
  checkIn: v.optional(
    v.object({ handoff: HandoffNumber, since: v.number(), at: v.number(), text: v.string(), staff: StaffPerson }),
  ),
});
export type Later = v.InferOutput<typeof Later>;
