import { beforeAll, expect, test } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { clientId, scene } from '../conversation/client';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** A whole conversation, for whoever of its store takes it away. */

let mine: Store;
let others: Store;
const cookies = { tomas: '', eve: '' };

beforeAll(async () => {
  const tomas = await newPerson('Tomas', 'tomas@record.example');
  const eve = await newPerson('Eve', 'eve@record.example');
  mine = await newStore('Mine', { [tomas]: 'agent' });
  others = await newStore('Others', { [eve]: 'owner' });
  for (const who of ['tomas', 'eve'] as const) cookies[who] = await signIn(`${who}@record.example`);
});

const record = (store: Store, id: string, cookie = cookies.tomas) =>
  ask(`/api/stores/${store.id}/conversations/${id}/record`, { cookie });

test('a conversation comes whole and up to this moment, private notes and ending note included', async () => {
  const id = await newConversationId(mine.id);
  const stage = scene(mine.id, id);
  const customer = await stage.customer();
  await customer.say('Where is my parcel?');
  const ana = await stage.staff();
  await ana.claim();
  await ana.reply('I look it up.');
  await ana.ask({ type: 'note', id: clientId(), text: 'Lost by the carrier' });
  await ana.end('resolved', 'Sent again');
  const answer = await record(mine, id);
  expect(answer.status).toBe(200);
  const told = await answer.json<{
    messages: { kind: string; text?: string }[];
    handoffs: { outcome: string; note: string }[];
    timeZone: string;
  }>();
  expect(told.messages.filter(({ kind }) => kind === 'customer' || kind === 'staff' || kind === 'note')).toMatchObject([
    { kind: 'customer', text: 'Where is my parcel?' },
    { kind: 'staff', text: 'I look it up.' },
    { kind: 'note', text: 'Lost by the carrier' },
  ]);
  expect(told.handoffs).toMatchObject([{ outcome: 'resolved', note: 'Sent again' }]);
  expect(told.timeZone).toBe('UTC');
});

test('nobody but the store’s own people gets it, and what never was is not there', async () => {
  const id = await newConversationId(mine.id);
  await (await scene(mine.id, id).customer()).say('Hello');
  expect(await refusal(await ask(`/api/stores/${mine.id}/conversations/${id}/record`))).toBe('401 unauthorized');
  expect(await refusal(await record(mine, id, cookies.eve))).toBe('404 not_found');
  expect(await refusal(await record(others, id, cookies.eve))).toBe('404 not_found');
  expect(await refusal(await record(mine, await newConversationId(mine.id)))).toBe('404 not_found');
  expect(await refusal(await record(mine, 'nonsense'))).toBe('404 not_found');
  expect((await record(mine, id)).status).toBe(200);
});
