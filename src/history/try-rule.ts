import { and, desc, eq, gte, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/d1';
import * as v from 'valibot';
import { conversation } from '../db/schema';
import { REASONS } from '../domain/reasons';
import { firings, hardlyKept, type Past } from '../domain/replay';
import { triggerOf } from '../domain/triggers';
import type { Trial } from './trial';

/** A store's rule, tried on its conversations of the last days. In steps: a request's time is short (platform limit). */

const STEP = 50;
const MOST_SHOWN = 20;
const SHOWN_LETTERS = 300;
const DAY = 24 * 60 * 60_000;

/** Of what history keeps of a conversation, what rules look at; what else stands there is left out. */
const place = { seq: v.number(), at: v.number() };
const Kept = v.object({
  page: v.nullable(v.string()),
  cart: v.nullable(v.number()),
  properties: v.array(v.object({ name: v.string(), value: v.union([v.string(), v.number(), v.boolean()]) })),
});
const Said = v.variant('kind', [
  v.object({ kind: v.literal('customer'), ...place, text: v.string() }),
  v.object({ kind: v.literal('assistant'), ...place, facts: v.nullable(v.object({ sure: v.boolean() })) }),
  v.object({ kind: v.literal('staff'), ...place }),
  v.object({
    kind: v.literal('event'),
    ...place,
    event: v.object({ what: v.string(), reason: v.optional(v.nullable(v.picklist(REASONS))) }),
    situation: v.fallback(v.optional(Kept), undefined),
  }),
]);

function pastOf(one: unknown): Past[] {
  const parsed = v.safeParse(Said, one);
  if (!parsed.success) return [];
  const { seq, at } = parsed.output;
  switch (parsed.output.kind) {
    case 'customer':
      return [{ is: 'customer', seq, at, text: parsed.output.text }];
    case 'assistant':
      return parsed.output.facts ? [{ is: 'answer', seq, at, sure: parsed.output.facts.sure }] : [];
    case 'staff':
      return [{ is: 'reply', seq, at }];
    case 'event': {
      const { what, reason = null } = parsed.output.event;
      const { situation: kept } = parsed.output;
      const from = kept ? { ...kept, cart: kept.cart === null ? null : { value: kept.cart } } : null;
      if (what === 'ended') return [{ is: 'ended', seq, at }];
      const asks = what === 'asked' || what === 'away' || what === 'emailed';
      return asks ? [{ is: 'asked', seq, at, reason, waits: what === 'asked', from }] : [];
    }
  }
}

function transcriptOf(text: string | null): Past[] {
  const parsed: unknown = JSON.parse(text ?? '[]');
  return Array.isArray(parsed) ? parsed.flatMap(pastOf) : [];
}

/**
 * One step over the newest conversations of the store's last days.
 * @returns how often the rule would have fired in them, the first of those messages, how often it might have where
 * conditions could not be tried, and where the next step goes on (null: that was the last)
 */
export async function tryRule(d1: D1Database, store: string, { rule, days, after }: Trial, now: number) {
  const since = now - days * DAY;
  const rows = await drizzle(d1)
    .select()
    .from(conversation)
    .where(
      and(
        eq(conversation.storeId, store),
        gte(conversation.lastAt, since),
        isNotNull(conversation.transcript),
        isNull(conversation.test),
        after
          ? or(lt(conversation.lastAt, after.at), and(eq(conversation.lastAt, after.at), lt(conversation.id, after.id)))
          : undefined,
      ),
    )
    .orderBy(desc(conversation.lastAt), desc(conversation.id))
    .limit(STEP);
  const found = rows.flatMap(({ id, customer, lang, transcript }) =>
    firings(rule, transcriptOf(transcript), lang, (text) => triggerOf(text, lang)?.reason ?? null)
      .filter(({ at }) => at >= since)
      .map(({ text, ...one }) => ({ conversation: id, customer, ...one, text: text.slice(0, SHOWN_LETTERS) })),
  );
  const last = rows.length === STEP ? rows.at(-1) : undefined;
  const whole = found.filter((one) => one.whole);
  return {
    fired: whole.length,
    /** Where the rest of the rule held, and nothing is known of these conditions. */
    unknown: found.length - whole.length,
    hardlyKept: hardlyKept(rule),
    messages: whole.slice(0, MOST_SHOWN).map(({ whole: _, ...one }) => one),
    conversations: rows.length,
    next: last ? { at: last.lastAt, id: last.id } : null,
  };
}
