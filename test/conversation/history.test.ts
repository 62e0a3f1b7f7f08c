import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import type { Ended, Pending } from '../../src/domain/handoff';
import { project, type Snapshot } from '../../src/history/project';

const T0 = 1_800_000_000_000;

const pending: Pending = {
  status: 'pending',
  n: 1,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: '',
  requestedAt: T0,
  waitingSince: T0,
  longer: false,
  told: null,
  destination: null,
  assignees: [],
  firstReplyAt: null,
  reopened: 0,
  rated: null,
};
const { longer: _l, told: _t, ...asked } = pending;
const ended: Ended = {
  ...asked,
  status: 'ended',
  outcome: 'cancelled',
  endedWhile: 'waiting',
  endedAt: T0 + 1,
  note: '',
  rating: { is: 'asked' },
  away: null,
  emailed: null,
  handbackUntil: null,
  followUp: null,
};

it('an older delivery that arrives late never replaces a newer one, and words that are known stay', async () => {
  const store = crypto.randomUUID();
  const at = (rev: number, over: Partial<Snapshot>): Snapshot => ({
    store,
    id: 'c1',
    rev,
    customer: 'Guest 4821',
    email: null,
    dueAt: (since) => since,
    lang: 'en',
    startedAt: T0,
    lastAt: T0 + rev,
    messages: rev,
    handoffs: [],
    endings: [],
    inWords: {},
    usage: { in: 0, out: 0 },
    transcript: null,
    facts: null,
    unanswered: [],
    reminders: null,
    ...over,
  });
  const words = [{ kind: 'customer', seq: 1, at: T0, text: 'Hello' }] as const;
  await project(env.DB, at(5, { handoffs: [ended], transcript: [...words] }));
  await project(env.DB, at(4, { handoffs: [pending], transcript: [] }));
  await project(env.DB, at(5, { handoffs: [pending], transcript: [] }));
  const stored = () =>
    env.DB.prepare(
      `SELECT c.rev, c.messages, c.transcript, h.status, h.outcome, h.rev AS handoff_rev
       FROM conversation c JOIN handoff h ON h.store_id = c.store_id AND h.conversation_id = c.id WHERE c.store_id = ?`,
    )
      .bind(store)
      .all();
  const newest = { status: 'ended', outcome: 'cancelled', handoff_rev: 5, transcript: JSON.stringify(words) };
  expect((await stored()).results).toEqual([{ rev: 5, messages: 5, ...newest }]);
  await project(env.DB, at(6, {}));
  expect((await stored()).results).toEqual([{ rev: 6, messages: 6, ...newest }]);
});
