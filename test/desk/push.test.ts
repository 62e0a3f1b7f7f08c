import { env, runInDurableObject } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { pushDevice } from '../../src/db/schema';
import { EVERYTHING } from '../../src/domain/notices';
import { scene } from '../conversation/client';
import { pushed, subscribed } from '../routes/push';
import { ask, db, newPerson, newStore, signIn } from '../routes/visit';
import { claimed, row, summary, urgent } from './shop';

/** Web Push to those on duty who have no dashboard open: real requests to a push service that opens what it gets. */

/** Ana and Tomás of one store, on duty. Ana has closed her dashboard; notices are on in a browser of each. */
async function crew() {
  const tag = crypto.randomUUID();
  const ids = {
    ana: await newPerson('Ana Kovač', `ana-${tag}@push.example`),
    tomas: await newPerson('Tomás Rivera', `tomas-${tag}@push.example`),
  };
  const { id: store } = await newStore('Mill & Kettle', { [ids.ana]: 'owner', [ids.tomas]: 'agent' });
  const email = `ana-${tag}@push.example`;
  const cookies = {
    email,
    ana: await signIn(`ana-${tag}@push.example`),
    tomas: await signIn(`tomas-${tag}@push.example`),
  };
  const browsers = { ana: await subscribed(cookies.ana), tomas: await subscribed(cookies.tomas) };
  const { desk, atDesk } = scene(store);
  const tomas = await atDesk(ids.tomas, 'Tomás Rivera');
  const leave = async (id: string, name: string) => {
    const page = await atDesk(id, name);
    const left = tomas.next('duty', ({ duty }) => duty.some((person) => person.id === id && !person.here));
    page.close();
    await left;
  };
  await leave(ids.ana, 'Ana Kovač');
  return { store, ids, cookies, browsers, desk, atDesk, tomas };
}

const choose = (store: string, cookie: string, notices: object) =>
  ask(`/api/stores/${store}/notices`, { method: 'PUT', json: { ...EVERYTHING, ...notices }, cookie });

describe('who waits', () => {
  it('is told at once to those on duty who have no dashboard open, and only to them', async () => {
    const { store, desk, browsers } = await crew();
    await desk.update(row('1', urgent));
    const [push] = await browsers.ana.arrive();
    expect(push).toMatchObject({ urgency: 'high', contact: 'https://baton.example', status: 201 });
    expect(push?.ttl).toBeGreaterThan(29 * 60);
    expect(JSON.parse(push?.text ?? '')).toEqual({
      title: 'Guest 1 is waiting',
      body: 'Refund, urgent · Mill & Kettle\nWords of 1',
      tag: '1',
      open: `/dashboard/${store}/inbox/1`,
      claim: true,
      takeOver: 'Take over',
      waiting: 1,
      urgent: true,
    });
    expect(await browsers.tomas.raw()).toEqual([]);
  });

  it('is told in the language that its reader has chosen, else in the one that their browser asks for', async () => {
    const { desk, browsers, cookies } = await crew();
    const bulgarian = {
      title: 'Guest 1 чака',
      body: 'Връщане на пари, спешно · Mill & Kettle\nWords of 1',
      takeOver: 'Поеми',
    };
    const phone = await subscribed(cookies.ana, { 'accept-language': 'bg-BG,bg;q=0.9' });
    await desk.update(row('1', urgent));
    expect(JSON.parse((await phone.arrive())[0]?.text ?? '')).toMatchObject(bulgarian);
    expect(JSON.parse((await browsers.ana.arrive())[0]?.text ?? '').title).toBe('Guest 1 is waiting');
    await ask('/api/me/choices', { method: 'PUT', json: { language: 'bg' }, cookie: cookies.ana });
    await desk.update(row('2', urgent));
    expect(JSON.parse((await browsers.ana.arrive(2))[1]?.text ?? '').title).toBe('Guest 2 чака');
  });

  it('is not told to somebody off duty, nor to somebody who has come back', async () => {
    const { desk, browsers, ids, atDesk } = await crew();
    const back = await atDesk(ids.ana, 'Ana Kovač');
    await desk.update(row('1'));
    await pushed(desk);
    const off = back.next('duty', ({ duty }) => !duty.some(({ id }) => id === ids.ana));
    back.send({ type: 'duty', on: false });
    await off;
    const left = back.until(() => back.closed);
    back.close();
    await left;
    await desk.update(row('2'));
    await pushed(desk);
    expect(await browsers.ana.raw()).toEqual([]);
  });

  it('a later push about the same chat takes the place of an earlier one', async () => {
    const { desk, browsers } = await crew();
    await desk.update(row('1'));
    await browsers.ana.arrive();
    await desk.update(row('1', { rev: 2, ...urgent }));
    await desk.update(row('2'));
    const pushes = await browsers.ana.arrive(3);
    const topics = Object.groupBy(pushes, ({ topic }) => topic);
    expect(
      Object.values(topics)
        .map((same) => same?.length)
        .sort(),
    ).toEqual([1, 2]);
    expect(new Set((await browsers.ana.texts()).map(({ tag }) => tag))).toEqual(new Set(['1', '2']));
  });

  it.each([
    { what: 'before it could be sent', after: 0 },
    { what: 'while it was being sent', after: 400 },
  ])('claimed $what: nobody is told any more', async ({ after }) => {
    const { desk, browsers } = await crew();
    await browsers.ana.plan([{ status: 503, headers: { 'retry-after': '600' }, after }]);
    await desk.update(row('1'));
    await browsers.ana.arrive();
    await desk.update(claimed('1'));
    await pushed(desk);
    expect((await browsers.ana.raw()).map(({ status }) => status)).toEqual([503]);
  });

  it('asked of one person is told to them, and to everybody where they are off duty', async () => {
    const { desk, browsers, ids } = await crew();
    const of = (id: string, name: string) => ({ kind: 'person', id, name, initials: 'X' }) as const;
    await desk.update(row('1', { destination: of(ids.tomas, 'Tomás') }));
    await desk.update(row('2', { destination: of('nobody', 'Eve') }));
    await pushed(desk);
    expect((await browsers.ana.texts()).map(({ tag }) => tag)).toEqual(['2']);
  });
});

describe('what else is told', () => {
  it('a chat that is offered, one’s own customer without a reply, a mention, and what is still owed', async () => {
    const { desk, browsers, ids } = await crew();
    const [ana, tomas] = [
      { id: ids.ana, name: 'Ana', initials: 'A' },
      { id: ids.tomas, name: 'Tomás Rivera', initials: 'T' },
    ];
    const until = Date.now() + 120_000;
    await desk.update(
      row('1', { status: 'assigned', assignee: tomas, transfer: { to: { kind: 'person', ...ana }, until } }),
    );
    await browsers.ana.arrive(1);
    const since = Date.now() - 5 * 60_000;
    await desk.update(row('2', { status: 'assigned', assignee: ana, owed: { since, told: 'assignee' } }));
    await browsers.ana.arrive(2);
    const note = { conversation: '3', customer: 'Mira', by: tomas, text: 'Do you know?', at: Date.now() };
    await desk.mentioned([ids.ana], note);
    await desk.mentioned([ids.ana], note);
    await browsers.ana.arrive(3);
    await desk.alert({ conversation: '4', handoff: 1, kind: 'follow_up' }, Date.now(), summary());
    const pushes = await browsers.ana.arrive(4);
    expect((await browsers.ana.texts()).map(({ title, open }) => [title, open.split('/').slice(3).join('/')])).toEqual([
      ['Guest 1 is offered to you by Tomás', 'inbox/1'],
      ['Guest 2 has had no reply for 5 min', 'inbox/2'],
      ['Tomás mentioned you', 'inbox/3'],
      ['Mira is still owed an answer', 'follow-ups/4'],
    ]);
    expect(pushes[0]?.ttl).toBeLessThanOrEqual(120);
    expect(await browsers.tomas.raw()).toEqual([]);
  });
});

describe('what a person has chosen', () => {
  it('kind by kind and by urgency, for this store', async () => {
    const { store, desk, browsers, cookies, ids } = await crew();
    await choose(store, cookies.ana, { kinds: { ...EVERYTHING.kinds, waiting: 'urgent', mentions: 'none' } });
    await desk.update(row('1'));
    const by = { id: ids.tomas, name: 'Tomás', initials: 'T' };
    await desk.mentioned([ids.ana], { conversation: '2', customer: 'Mira', by, text: 'Hm', at: Date.now() });
    await desk.update(row('3', urgent));
    await pushed(desk);
    expect((await browsers.ana.texts()).map(({ tag }) => tag)).toEqual(['3']);
  });
});

describe('devices', () => {
  it('a subscription that its browser has ended is forgotten', async () => {
    const { desk, browsers } = await crew();
    await browsers.ana.plan([{ status: 410 }]);
    await desk.update(row('1'));
    await pushed(desk);
    const { endpoint } = browsers.ana.subscription;
    expect((await db.select().from(pushDevice)).map((device) => device.endpoint)).not.toContain(endpoint);
  });

  it('a push service that is busy is asked again, after the time it asks for', async () => {
    const { desk, browsers } = await crew();
    await browsers.ana.plan([{ status: 429, headers: { 'retry-after': '1' } }, { status: 500 }]);
    await desk.update(row('1'));
    expect((await browsers.ana.arrive(3)).map(({ status }) => status)).toEqual([429, 500, 201]);
  });

  it('what waits for a busy push service says nothing of a chat that was erased meanwhile', async () => {
    const { store, desk, browsers } = await crew();
    const conversation = crypto.randomUUID();
    await browsers.ana.plan([{ status: 429, headers: { 'retry-after': '3600' } }]);
    await desk.alert({ conversation, handoff: 1, kind: 'unanswered' }, Date.now(), summary());
    const late = () =>
      runInDurableObject(desk, (_, { storage }) =>
        storage.sql.exec(`SELECT payload FROM push_outbox WHERE key LIKE 'late/%'`).toArray(),
      );
    await vi.waitFor(async () => expect(JSON.stringify(await late())).toContain(conversation));
    await env.DB.prepare('INSERT INTO erasure (store_id, conversation_id, at) VALUES (?1, ?2, 1)')
      .bind(store, conversation)
      .run();
    await desk.erase(store);
    expect(await late()).toEqual([]);
  });

  it('nor does what is on its way to one while the chat is erased', async () => {
    const { store, desk, browsers } = await crew();
    const conversation = crypto.randomUUID();
    await browsers.ana.plan([{ status: 429, headers: { 'retry-after': '3600' }, after: 500 }]);
    await desk.alert({ conversation, handoff: 1, kind: 'unanswered' }, Date.now(), summary());
    await browsers.ana.arrive();
    await env.DB.prepare('INSERT INTO erasure (store_id, conversation_id, at) VALUES (?1, ?2, 1)')
      .bind(store, conversation)
      .run();
    await desk.erase(store);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await pushed(desk);
  });

  it('nothing is sent to a session that was ended, or ran out', async () => {
    const { desk, browsers, cookies, ids } = await crew();
    await env.DB.prepare('UPDATE session SET expires_at = 0 WHERE user_id = ?').bind(ids.ana).run();
    const other = await subscribed(await signIn(cookies.email));
    await desk.update(row('1'));
    await pushed(desk);
    expect(await browsers.ana.raw()).toEqual([]);
    expect((await other.raw()).length).toBe(1);
  });
});
