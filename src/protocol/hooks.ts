import * as v from 'valibot';
import { HANDOFF_EVENTS } from '../domain/happened';
import { REASONS } from '../domain/reasons';
import { VerifiedCustomer } from './verified';

/**
 * What a store's hooks are sent: JSON by POST, signed by Standard Webhooks, the same `id` in every try. Times are epoch ms
 * but for `timestamp`. What only the team may read (private notes, what an ending was noted with) is never in it.
 */

export const HOOK_EVENTS = [...HANDOFF_EVENTS, 'summary.written', 'email.left'] as const;
export type HookEventType = (typeof HOOK_EVENTS)[number];

const Person = v.object({ id: v.string(), name: v.string() });
/** "What happened so far", as the card in the dashboard and the emails to the team tell it. */
const Fact = v.object({
  is: v.picklist(['looked_for', 'tried', 'opened', 'gave_up', 'open_question']),
  term: v.string(),
  /** `seq`: the message that it is about; `url`: where it leads. */
  lines: v.array(v.object({ text: v.string(), seq: v.number(), url: v.optional(v.string()) })),
});

const HookHandoff = v.object({
  /** 1, 2, 3 … within the conversation. */
  n: v.number(),
  status: v.picklist(['pending', 'assigned', 'ended']),
  /** Null where a staff member stepped in by themselves. */
  reason: v.nullable(v.picklist(REASONS)),
  urgency: v.picklist(['normal', 'urgent']),
  source: v.picklist(['customer', 'assistant', 'rule', 'staff']),
  /** The words that set it off; empty where there were none. */
  trigger: v.string(),
  destination: v.variant('kind', [
    v.object({ kind: v.literal('store') }),
    v.object({ kind: v.picklist(['team', 'person']), id: v.string(), name: v.string() }),
    v.object({ kind: v.literal('email'), address: v.string() }),
  ]),
  requestedAt: v.number(),
  waitingSince: v.nullable(v.number()),
  /** Who has it, or had it last. */
  assignee: v.nullable(Person),
  endedAt: v.nullable(v.number()),
  outcome: v.nullable(
    v.picklist(['resolved', 'escalated', 'follow_up', 'cancelled', 'unanswered', 'abandoned', 'off_hours', 'emailed']),
  ),
  rating: v.nullable(v.object({ thumb: v.picklist(['up', 'down']), comment: v.string(), at: v.number() })),
  /** What the team owes. `dueAt` is null where the store never opens. */
  followUp: v.nullable(v.object({ since: v.number(), dueAt: v.nullable(v.number()), owner: v.nullable(Person) })),
  facts: v.array(Fact),
  /** Two sentences of the assistant's own, where a model or a bot made some by then. They are no facts. */
  summary: v.nullable(v.object({ by: v.literal('assistant'), text: v.string(), at: v.number() })),
});
export type HookHandoff = v.InferOutput<typeof HookHandoff>;

export const HookEvent = v.object({
  id: v.string(),
  type: v.picklist(HOOK_EVENTS),
  /** When it happened: ISO 8601. */
  timestamp: v.string(),
  /** The store's id. */
  store: v.string(),
  data: v.object({
    conversation: v.object({
      id: v.string(),
      /** Into the dashboard; null before anybody of the team has opened it. */
      url: v.nullable(v.string()),
      /** "Guest 4821", or who the shop says they are. */
      customer: v.string(),
      language: v.string(),
      startedAt: v.number(),
      /** The address that the customer left. */
      email: v.nullable(v.object({ address: v.string(), confirmed: v.boolean() })),
      /** Whom the shop's own server signed in; missing for everybody anonymous. */
      verified: v.optional(VerifiedCustomer),
    }),
    /** The one that it is about; with `email.left` the latest, if there is one. */
    handoff: v.nullable(HookHandoff),
  }),
});
export type HookEvent = v.InferOutput<typeof HookEvent>;

/** Hooks that a store can have. */
export const MOST_HOOKS = 5;

/** What a store's managers name: where, and of what. */
export const HookWanted = v.object({
  url: v.pipe(v.string(), v.trim(), v.maxLength(500)),
  events: v.pipe(
    v.array(v.picklist(HOOK_EVENTS)),
    v.minLength(1),
    v.maxLength(HOOK_EVENTS.length),
    v.transform((events) => HOOK_EVENTS.filter((event) => events.includes(event))),
  ),
});
export type HookWanted = v.InferOutput<typeof HookWanted>;

/** What became of the last try that came to nothing. */
export const HookFailure = v.object({
  at: v.number(),
  why: v.picklist(['no_answer', 'status', 'refused_address']),
  status: v.optional(v.number()),
});
export type HookFailure = v.InferOutput<typeof HookFailure>;
