import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { openConversation } from '../../src/conversation/door';
import { conversation } from '../../src/db/schema';
import type { FirstRun } from '../../src/domain/first-run';
import { CustomerClient, clientId, scene } from '../conversation/client';
import { ask, db, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** How far a new store is, derived from what it has. */

let mine: Store;
const cookies = { owner: '', agent: '', eve: '' };

beforeAll(async () => {
  const ids = { owner: '', agent: '', eve: '' };
  for (const who of ['owner', 'agent', 'eve'] as const) ids[who] = await newPerson(who, `${who}@first.example`);
  mine = await newStore('Mine', { [ids.owner]: 'owner', [ids.agent]: 'agent' });
  await newStore('Others', { [ids.eve]: 'owner' });
  for (const who of ['owner', 'agent', 'eve'] as const) cookies[who] = await signIn(`${who}@first.example`);
});

const path = () => `/api/stores/${mine.id}/first-run`;
const look = async () => {
  const run = await (await ask(path(), { cookie: cookies.owner })).json<FirstRun>();
  return Object.fromEntries(run.steps.map(({ step, is }) => [step, is]));
};
const mark = (json: unknown, cookie = cookies.owner) => ask(path(), { method: 'PUT', json, cookie });

describe('the first steps', () => {
  test('are for owners and admins of the store', async () => {
    expect(await refusal(await ask(path()))).toBe('401 unauthorized');
    expect(await refusal(await ask(path(), { cookie: cookies.agent }))).toBe('403 forbidden');
    expect(await refusal(await mark({ step: 'try', as: 'right' }, cookies.agent))).toBe('403 forbidden');
    expect(await refusal(await ask(path(), { cookie: cookies.eve }))).toBe('404 not_found');
    for (const json of [{}, { step: 'dance', as: 'right' }, { step: 'try', as: 'done' }, null])
      expect(await refusal(await mark(json))).toBe('400 bad_request');
  });

  test('are open in a new store, and done by what it has', async () => {
    expect(await look()).toEqual({ name: 'open', hours: 'open', knowledge: 'open', script: 'open', try: 'open' });
    const settings = `/api/stores/${mine.id}/settings`;
    const { settings: now } = await (await ask(settings, { cookie: cookies.owner })).json<{ settings: object }>();
    await ask(settings, { method: 'PUT', json: { ...now, timeZone: 'Europe/Sofia' }, cookie: cookies.owner });
    expect(await look()).toMatchObject({ hours: 'done', name: 'open' });
    await db.insert(conversation).values({
      ...{ storeId: mine.id, id: 'real', rev: 1, customer: 'Guest', lang: 'en' },
      ...{ startedAt: 0, lastAt: 0, messages: 1 },
    });
    expect(await look()).toMatchObject({ script: 'done', try: 'open' });
    const played = scene(mine.id);
    const actor = { type: 'customer', store: mine.id, conversation: played.conversation, test: 'ana' } as const;
    const request = new Request('https://baton.example/socket', { headers: { upgrade: 'websocket' } });
    const { webSocket } = await openConversation(env, request, actor, played.conversation);
    if (!webSocket) throw new Error('no socket');
    const mira = new CustomerClient(webSocket);
    await mira.hello();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.phase('waiting');
    await scene(mine.id)
      .atDesk()
      .then((desk) => desk.row(played.conversation));
    expect(await look()).toMatchObject({ try: 'done' });
  });

  test('can be right as they are, or not needed, and open again', async () => {
    await mark({ step: 'name', as: 'right' });
    const last = await (await mark({ step: 'knowledge', as: 'not_needed' })).json<FirstRun>();
    expect(last.isOver).toBe(true);
    expect(await look()).toMatchObject({ name: 'done', knowledge: 'not_needed' });
    await mark({ step: 'knowledge', as: null });
    expect(await look()).toMatchObject({ name: 'done', knowledge: 'open' });
  });
});
