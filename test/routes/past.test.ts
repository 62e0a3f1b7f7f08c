import { env } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import type { Past } from '../../src/history/past';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** What a staff member finds of a customer's past, beside the chat. */

let mine: Store;
let others: Store;
let cookie = '';

beforeAll(async () => {
  const ana = await newPerson('Ana', 'ana@past.example');
  mine = await newStore('Mine', { [ana]: 'agent' });
  others = await newStore('Others');
  cookie = await signIn('ana@past.example');
});

interface Said {
  email?: string | null;
  words?: string;
  at?: number;
  tags?: string[];
}

async function conversation(store: Store, { email = null, words = '', at = 1_000, tags }: Said): Promise<string> {
  const id = await newConversationId(store.id);
  const transcript = words && JSON.stringify([{ kind: 'event' }, { kind: 'customer', text: words }]);
  await env.DB.prepare(
    `INSERT INTO conversation (store_id, id, rev, customer, lang, email, started_at, last_at, messages, transcript, tags)
     VALUES (?1, ?2, 1, 'Guest', 'en', ?3, ?4, ?4, 1, ?5, ?6)`,
  )
    .bind(store.id, id, email, at, transcript || null, tags ? JSON.stringify(tags) : null)
    .run();
  return id;
}

const request = (store: Store, id: string, n: number, over: { status?: string; by?: string[]; rating?: string }) =>
  env.DB.prepare(
    `INSERT INTO handoff (store_id, conversation_id, n, rev, status, urgency, source, trigger, reason, requested_at, ended_at,
       assignees, outcome, note, rating)
     VALUES (?1, ?2, ?3, 1, ?4, 'normal', 'customer', 'My money back', 'refund', 1, ?5, ?6, 'resolved', '', ?7)`,
  )
    .bind(
      ...[store.id, id, n, over.status ?? 'ended', n * 10_000],
      JSON.stringify((over.by ?? []).map((name) => ({ staff: { id: name, name }, at: 1 }))),
      over.rating ?? null,
    )
    .run();

const pastOf = async (id: string): Promise<Past[]> => {
  const answer = await ask(`/api/stores/${mine.id}/conversations/${id}/past`, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json<{ past: Past[] }>()).past;
};

test('earlier requests of the conversation, newest first: who had them last, how they ended, what the customer thought', async () => {
  const id = await conversation(mine, {});
  await request(mine, id, 1, { by: ['Ana Kovač', 'Dele Okafor'], rating: 'up' });
  await request(mine, id, 2, {});
  await request(mine, id, 3, { status: 'pending' });
  expect(await pastOf(id)).toEqual([
    expect.objectContaining({ conversation: id, n: 2, at: 20_000, by: null, rating: null }),
    expect.objectContaining({ n: 1, words: 'My money back', outcome: 'resolved', by: 'Dele Okafor', rating: 'up' }),
  ]);
});

test('other conversations with the same address, by their first words; of this store only', async () => {
  const email = 'mira@past.example';
  const id = await conversation(mine, { email });
  const before = await conversation(mine, { email, words: 'Which filter fits?', at: 5_000 });
  await conversation(mine, { email: 'somebody@past.example', words: 'Not hers' });
  await conversation(mine, { words: 'No address' });
  await conversation(others, { email, words: 'Elsewhere' });
  expect(await pastOf(id)).toMatchObject([
    { conversation: before, words: 'Which filter fits?', n: null, outcome: null },
  ]);
  const anonymous = await conversation(mine, {});
  expect(await pastOf(anonymous)).toEqual([]);
});

test('of a conversation of another store there is nothing to find', async () => {
  const id = await conversation(others, {});
  await request(others, id, 1, {});
  expect(await refusal(await ask(`/api/stores/${mine.id}/conversations/${id}/past`, { cookie }))).toBe('404 not_found');
  expect(await refusal(await ask(`/api/stores/${others.id}/conversations/${id}/past`, { cookie }))).toBe(
    '404 not_found',
  );
  expect(await refusal(await ask(`/api/stores/${mine.id}/conversations/${id}/past`))).toBe('401 unauthorized');
});

test('the tags of a store, the most used first', async () => {
  await conversation(mine, { tags: ['VIP', 'Wholesale'] });
  await conversation(mine, { tags: ['Wholesale'] });
  await conversation(others, { tags: ['Secret'] });
  const answer = await ask(`/api/stores/${mine.id}/tags`, { cookie });
  expect(await answer.json()).toEqual({ tags: ['Wholesale', 'VIP'] });
});
