import { Hono } from 'hono';
import * as v from 'valibot';
import { deskStub } from '../desk/door';
import type { Env } from '../env';
import type { QueueRow } from '../protocol/desk';

/**
 * A crowd in the store's queue, to look at a long list in development: rows in the real Desk, without conversations behind
 * them. `POST /dev/crowd/STORE {"from": 0, "to": 1000, "rev": 1}`; `{"remove": true}` takes them away again.
 */

const MOST = 250;
const Crowd = v.object({
  from: v.pipe(v.number(), v.integer(), v.minValue(0)),
  to: v.pipe(v.number(), v.integer(), v.maxValue(10_000)),
  rev: v.number(),
  remove: v.optional(v.boolean(), false),
});

const LANGUAGES = ['en', 'de', 'bg', 'ar'];

/** Every second one is with a colleague, the others are with the assistant. */
function row(n: number, rev: number): QueueRow {
  const assigned = n % 2 === 0;
  return {
    id: `crowd-${n}`,
    rev,
    customer: `Crowd ${n}`,
    initials: 'C',
    lang: LANGUAGES[n % LANGUAGES.length] ?? 'en',
    status: assigned ? 'assigned' : 'assistant',
    handoff: assigned ? 1 : null,
    reason: assigned ? (n % 10 === 0 ? 'refund' : 'customer_request') : null,
    urgency: 'normal',
    requestedAt: assigned ? rev : null,
    waitingSince: null,
    assignee: assigned ? { id: 'crowd', name: 'Joanna Lind', initials: 'JL' } : null,
    transfer: null,
    destination: null,
    owed: null,
    email: n % 6 === 0,
    last: { from: 'customer', name: null, text: `Words of number ${n}`, at: rev - n * 1_000, seq: 1 },
    unread: n % 7 === 0 ? 1 : 0,
    left: null,
  };
}

export const crowd = new Hono<{ Bindings: Env }>().post('/:store', async (c) => {
  const { from, to, rev, remove } = v.parse(Crowd, await c.req.json());
  const desk = deskStub(c.env, c.req.param('store'));
  const numbers = Array.from({ length: Math.max(0, Math.min(to - from, MOST)) }, (_, i) => from + i);
  await Promise.all(numbers.map((n) => (remove ? desk.remove(`crowd-${n}`, rev) : desk.preview(row(n, rev)))));
  return c.json({ rows: numbers.length });
});
