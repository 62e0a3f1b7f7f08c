import * as v from 'valibot';
import { ClientId } from './common';
import { StaffPerson } from './person';
import { Named } from './shop';

/** What staff keep beside a conversation: tags, properties, and what is still to be done. Customers never see any of it. */

export const MOST_TAGS = 20;
export const MOST_PROPERTIES = 20;
/** Done ones give way to new ones. */
export const MOST_TASKS = 20;

export const Tag = Named(40);

export const FactFrames = [
  v.object({ type: v.literal('tag'), id: ClientId, name: Tag, on: v.boolean() }),
  /** Null takes it away. */
  v.object({ type: v.literal('property'), id: ClientId, name: Named(40), value: v.nullable(Named(200)) }),
  v.object({
    type: v.literal('task'),
    id: ClientId,
    /** Which one: named by whoever adds it. */
    task: ClientId,
    change: v.variant('is', [
      v.object({ is: v.literal('added'), text: Named(200) }),
      v.object({ is: v.literal('done'), done: v.boolean() }),
      v.object({ is: v.literal('removed') }),
    ]),
  }),
] as const;
export type FactFrame = v.InferOutput<(typeof FactFrames)[number]>;

export const StaffFacts = v.object({
  tags: v.array(v.string()),
  properties: v.array(v.object({ name: v.string(), value: v.string() })),
  /** In the order in which they were added. */
  tasks: v.array(
    v.object({
      id: v.string(),
      text: v.string(),
      by: StaffPerson,
      at: v.number(),
      done: v.nullable(v.object({ by: StaffPerson, at: v.number() })),
    }),
  ),
});
export type StaffFacts = v.InferOutput<typeof StaffFacts>;
