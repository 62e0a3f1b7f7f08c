import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import * as schema from '../../src/db/schema';
import { ask, db, newPerson, newStore, type Store, signIn } from './visit';

/** Whom a store still owes a word, from history. */

let mine: Store;
let others: Store;
let cookie: string;

beforeAll(async () => {
  const tomas = await newPerson('Tomas', 'tomas@owed.example');
  mine = await newStore('Mine', { [tomas]: 'agent' });
  others = await newStore('Others');
  cookie = await signIn('tomas@owed.example');
});

describe('follow-ups', () => {
  /** `owed`: since when, where something is. */
  const row = (
    storeId: string,
    conversationId: string,
    n: number,
    outcome: string | null,
    at: number,
    owed: number | null = null,
  ) => ({
    storeId,
    conversationId,
    n,
    rev: 1,
    status: outcome ? ('ended' as const) : ('pending' as const),
    reason: 'refund',
    urgency: 'urgent' as const,
    source: 'customer',
    trigger: `I want my money back ${n}`,
    requestedAt: at - 10,
    endedAt: outcome ? at : null,
    assignees: '[]',
    outcome,
    note: '',
    owedSince: owed,
    dueAt: owed === null ? null : owed + 4,
  });

  test('lists what is owed and not settled since, newest first, and nothing of another store', async () => {
    const talk = (storeId: string, id: string, customer: string) => ({
      storeId,
      id,
      rev: 1,
      customer,
      lang: 'bg',
      startedAt: 1,
      lastAt: 2,
      messages: 3,
    });
    await db
      .insert(schema.conversation)
      .values([
        talk(mine.id, 'c1', 'Guest 1'),
        talk(mine.id, 'c2', 'Mira'),
        talk(others.id, 'c1', 'Not mine'),
        talk(others.id, 'c3', 'Not mine'),
      ]);
    const handoffs = [
      // A person has talked to them since: nothing is owed any more.
      row(mine.id, 'c1', 1, 'unanswered', 50),
      row(mine.id, 'c1', 2, 'resolved', 70),
      row(mine.id, 'c1', 3, 'off_hours', 100, 100),
      row(mine.id, 'c2', 3, 'follow_up', 300, 300),
      row(mine.id, 'c2', 5, 'unanswered', 650, 650),
      // Ended well, and they wrote again by email.
      row(mine.id, 'c2', 6, 'resolved', 660, 700),
      row(mine.id, 'c2', 7, null, 800),
      row(others.id, 'c1', 1, 'off_hours', 900, 900),
      row(others.id, 'c3', 1, 'off_hours', 910, 910),
    ];
    for (const one of handoffs) await db.insert(schema.handoff).values(one);
    const answer = await ask(`/api/stores/${mine.id}/follow-ups`, { cookie });
    const { followUps } = await answer.json<{ followUps: { outcome: string; at: number }[] }>();
    expect(followUps.map(({ outcome, at }) => [outcome, at])).toEqual([
      ['resolved', 700],
      ['unanswered', 650],
      ['follow_up', 300],
      ['off_hours', 100],
    ]);
    expect(followUps[3]).toMatchObject({
      conversation: 'c1',
      n: 3,
      customer: 'Guest 1',
      lang: 'bg',
      outcome: 'off_hours',
      reason: 'refund',
      urgency: 'urgent',
      trigger: 'I want my money back 3',
      at: 100,
      dueAt: 104,
      email: null,
    });
    await db.delete(schema.handoff).where(eq(schema.handoff.storeId, mine.id));
    const none = await ask(`/api/stores/${mine.id}/follow-ups`, { cookie });
    expect(await none.json()).toEqual({ followUps: [], reminders: [] });
  });
});
