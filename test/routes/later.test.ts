import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { newConversationId } from '../../src/accounts/ids';
import { bot } from '../conversation/bot';
import { clientId, scene } from '../conversation/client';
import { DAY, HOUR, MINUTE, pass } from '../conversation/shop';
import { delivered } from '../conversation/stored';
import { ask, mailArrives, mailTo, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** What staff see to later, by the routes, the conversation's own clock and real mail. */

interface Listed {
  followUps: { conversation: string; n: number; dueAt: number | null; snoozed: boolean; ownerName: string | null }[];
  reminders: { conversation: string; n: number; at: number; line: string; ownerId: string | null }[];
}

let mine: Store;
let others: Store;
const people = { ana: '', dele: '', eve: '' };
const cookies = { ana: '', dele: '', eve: '' };

beforeAll(async () => {
  for (const who of ['ana', 'dele', 'eve'] as const)
    people[who] = await newPerson(`${who} Test`, `${who}@later.example`);
  mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'agent' });
  others = await newStore('Others', { [people.eve]: 'owner' });
  for (const who of ['ana', 'dele', 'eve'] as const) cookies[who] = await signIn(`${who}@later.example`);
});
beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const at = (id: string, path: string, store = mine) => `/api/stores/${store.id}/conversations/${id}/${path}`;
const post = (id: string, path: string, json: unknown, cookie = cookies.dele) => ask(at(id, path), { json, cookie });
const put = (id: string, json: unknown, cookie = cookies.dele) =>
  ask(at(id, 'check-in'), { method: 'PUT', json, cookie });
const listed = async (): Promise<Listed> =>
  (await ask(`/api/stores/${mine.id}/follow-ups`, { cookie: cookies.dele })).json<Listed>();

/** Mira talks to Ana, whose dashboard is open. */
async function talk(store = mine) {
  const id = await newConversationId(store.id);
  const stage = scene(store.id, id);
  const mira = await stage.customer();
  await mira.say('Where is my parcel?');
  await mira.message((m) => m.kind === 'assistant');
  const ana = await stage.staff(people.ana, 'Ana Test');
  await ana.claim();
  const end = (checkIn?: { days: number; text: string }, outcome: 'resolved' | 'follow_up' = 'resolved') =>
    ana.ask({ type: 'end', id: clientId(), outcome, note: '', ...(checkIn && { checkIn }) });
  return { id, stage, mira, ana, end };
}

describe('a reminder', () => {
  test('stands under follow-ups, tells its owner in the dashboard and by email when it falls due, and goes when it is done', async () => {
    const { id, stage, ana } = await talk();
    const due = Date.now() + 2 * HOUR;
    const set = await post(id, 'reminders', { at: due, line: 'Call Mira back', owner: people.dele }, cookies.ana);
    expect(set.status).toBe(201);
    expect((await listed()).reminders).toMatchObject([
      { conversation: id, n: 1, at: due, line: 'Call Mira back', ownerId: people.dele },
    ]);
    await ana.until(() => ana.state.later?.reminders?.[0]?.line === 'Call Mira back');
    const desk = await stage.atDesk(people.dele, 'dele Test');
    const mentions = desk.next('mentions');
    await pass(stage.stub, 2 * HOUR);
    const told = await mentions;
    expect(told.mentions).toMatchObject([{ conversation: id, text: 'Call Mira back', reminder: true }]);
    await runDurableObjectAlarm(stage.desk);
    const [mail] = await mailArrives('dele@later.example');
    expect(mail?.subject).toMatch(/^Reminder: Call Mira back, Guest \d{4}/);
    expect(mail?.text).toMatch(
      /^Reminder\nCall Mira back\nA reminder about Guest \d{4}\. It stands under follow-ups\.\n/,
    );
    expect(await mailTo('ana@later.example')).toHaveLength(0);

    const of = { is: 'reminder', n: 1 };
    expect((await post(id, 'tend', { of, as: { is: 'snoozed', until: due + DAY } })).status).toBe(200);
    expect((await listed()).reminders).toMatchObject([{ at: due + DAY }]);
    expect((await post(id, 'tend', { of, as: { is: 'given', to: people.ana } })).status).toBe(200);
    expect((await listed()).reminders).toMatchObject([{ ownerId: people.ana }]);
    expect((await post(id, 'tend', { of, as: { is: 'done' } })).status).toBe(200);
    expect((await listed()).reminders).toEqual([]);
    expect(await refusal(await post(id, 'tend', { of, as: { is: 'done' } }))).toBe('409 not_allowed_now');
  });

  test('and all that is said of it stay with the team', async () => {
    const { id, stage, mira } = await talk();
    const before = await mira.hello();
    await post(id, 'reminders', { at: Date.now() + MINUTE, line: 'Secret line', owner: people.dele });
    await pass(stage.stub, MINUTE);
    // Not even that something has happened.
    expect((await mira.hello()).last).toBe(before.last);
    expect(JSON.stringify(mira.frames)).not.toContain('Secret line');
    await post(id, 'tend', { of: { is: 'reminder', n: 1 }, as: { is: 'done' } });
  });
});

test('a reminder of somebody who wants no mail is mailed to nobody', async () => {
  const [ida, ben] = await Promise.all([
    newPerson('Ida Test', 'ida@later.example'),
    newPerson('Ben Test', 'ben@later.example'),
  ]);
  const store = await newStore('Quiet', { [ida]: 'owner', [ben]: 'agent' });
  const cookie = await signIn('ben@later.example');
  await ask('/api/me/alerts', { method: 'PUT', json: { store: store.id, emailAlerts: false }, cookie });
  const { id, stage } = await talk(store);
  await stage.atDesk(ben, 'Ben Test');
  const set = (line: string, owner: string, after: number) =>
    ask(at(id, 'reminders', store), { json: { at: Date.now() + after, line, owner }, cookie });
  expect((await set('For Ben', ben, HOUR)).status).toBe(201);
  expect((await set('For Ida', ida, HOUR + MINUTE)).status).toBe(201);
  await pass(stage.stub, HOUR);
  await runDurableObjectAlarm(stage.desk);
  await pass(stage.stub, MINUTE);
  await runDurableObjectAlarm(stage.desk);
  const mails = await mailArrives('ida@later.example');
  expect(mails.map(({ subject }) => subject.split(',')[0])).toEqual(['Reminder: For Ida']);
  expect(await mailTo('ben@later.example')).toHaveLength(0);
});

test('what is owed has an owner, is put off, and is done without a reply', async () => {
  const { id, end } = await talk();
  await end(undefined, 'follow_up');
  const of = { is: 'follow_up', handoff: 1 };
  const until = Date.now() + 3 * DAY;
  expect((await post(id, 'tend', { of, as: { is: 'given', to: people.dele } })).status).toBe(200);
  expect((await post(id, 'tend', { of, as: { is: 'snoozed', until } })).status).toBe(200);
  expect((await listed()).followUps).toMatchObject([
    { conversation: id, n: 1, dueAt: until, snoozed: true, ownerName: 'dele Test' },
  ]);
  expect((await post(id, 'tend', { of, as: { is: 'done' } })).status).toBe(200);
  expect((await listed()).followUps).toEqual([]);
});

test('what is owed and has an owner is told to its owner alone when it falls due', async () => {
  const [zoe, max] = await Promise.all([
    newPerson('Zoe Test', 'zoe@later.example'),
    newPerson('Max Test', 'max@later.example'),
  ]);
  const store = await newStore('Theirs', { [zoe]: 'owner', [max]: 'agent' });
  const cookie = await signIn('max@later.example');
  const { id, stage, end } = await talk(store);
  const atDesk = await stage.atDesk(zoe, 'Zoe Test');
  await end(undefined, 'follow_up');
  const as = { is: 'given', to: max };
  const given = await ask(at(id, 'tend', store), { json: { of: { is: 'follow_up', handoff: 1 }, as }, cookie });
  expect(given.status).toBe(200);
  await pass(stage.stub, 5 * HOUR);
  await runDurableObjectAlarm(stage.desk);
  const [mail] = await mailArrives('max@later.example');
  expect(mail?.subject).toMatch(/^Still owed an answer/);
  expect(await mailTo('zoe@later.example')).toHaveLength(0);
  atDesk.close();
});

test('a reminder can be set where only the assistant has answered so far', async () => {
  const id = await newConversationId(mine.id);
  const mira = await scene(mine.id, id).customer();
  await mira.say('Do you deliver to Italy?');
  const due = Date.now() + DAY;
  const set = await post(id, 'reminders', { at: due, line: 'Ask her how it went', owner: people.dele });
  expect(set.status).toBe(201);
  expect((await listed()).reminders).toMatchObject([{ conversation: id, line: 'Ask her how it went' }]);
  expect((await post(id, 'tend', { of: { is: 'reminder', n: 1 }, as: { is: 'done' } })).status).toBe(200);
});

describe('a check-in', () => {
  const plan = { days: 3, text: 'Did it arrive?' };

  test('waits in the widget, in the name of whoever resolved it; the assistant answers what comes back', async () => {
    const { stage, mira, ana, end } = await talk();
    await end(plan);
    await ana.until(() => ana.state.later?.checkIn?.text === plan.text);
    await pass(stage.stub, 3 * DAY - MINUTE);
    expect(JSON.stringify(mira.messages)).not.toContain(plan.text);
    await pass(stage.stub, MINUTE);
    const asked = await mira.message((m) => m.kind === 'staff' && m.text === plan.text);
    expect(asked).toMatchObject({ from: { name: 'Ana' } });
    expect(mira.state.phase.is).toBe('assistant');
    await pass(stage.stub, DAY);
    expect(mira.messages.filter((m) => m.kind === 'staff')).toHaveLength(1);
  });

  test('costs nothing more while it waits: history has all words with the end', async () => {
    const { id, stage, end } = await talk();
    await end(plan);
    const revOf = () =>
      env.DB.prepare('SELECT rev FROM conversation WHERE store_id = ?1 AND id = ?2').bind(mine.id, id).first('rev');
    await delivered(stage.stub);
    const before = await revOf();
    expect(before).not.toBeNull();
    await pass(stage.stub, 10 * MINUTE);
    await delivered(stage.stub);
    expect(await revOf()).toBe(before);
  });

  test('goes to the address of a customer who has left', async () => {
    const { stage, mira, end } = await talk();
    const address = `mira-${crypto.randomUUID()}@customer.example`;
    await mira.ask({ type: 'email', id: clientId(), address });
    await end(plan);
    mira.close();
    await pass(stage.stub, 3 * DAY);
    await pass(stage.stub, 2 * MINUTE);
    const [mail] = await mailArrives(address);
    expect(mail?.text).toContain(plan.text);
  });

  test('does not go out where the customer wrote since, or where it was called off', async () => {
    const first = await talk();
    await first.end(plan);
    await pass(first.stage.stub, HOUR);
    await first.mira.say('It is here, thank you');
    await pass(first.stage.stub, 3 * DAY);
    const second = await talk();
    await second.end();
    expect(await (await put(second.id, { handoff: 1, plan })).json()).toEqual({ planned: true });
    expect(await (await put(second.id, { handoff: 1, plan: null })).json()).toEqual({ planned: false });
    await pass(second.stage.stub, 3 * DAY);
    for (const { mira } of [first, second]) {
      await mira.hello();
      expect(JSON.stringify(mira.messages)).not.toContain(plan.text);
    }
  });
});

describe('only what a store’s own people may', () => {
  test('without a session, of another store, to a stranger, on what never was', async () => {
    const { id } = await talk();
    const wanted = { at: Date.now() + HOUR, line: 'Call', owner: people.dele };
    const tend = { of: { is: 'reminder', n: 1 }, as: { is: 'done' } };
    for (const [path, json] of [
      ['reminders', wanted],
      ['tend', tend],
    ] as const) {
      expect(await refusal(await ask(at(id, path), { json }))).toBe('401 unauthorized');
      expect(await refusal(await post(id, path, json, cookies.eve))).toBe('404 not_found');
      expect(await refusal(await ask(at(id, path, others), { json, cookie: cookies.eve }))).toBe('404 not_found');
      expect(await refusal(await post(await newConversationId(mine.id), path, json))).toBe('404 not_found');
    }
    expect(await refusal(await put(id, { handoff: 1, plan: null }, cookies.eve))).toBe('404 not_found');
    expect(await refusal(await post(id, 'reminders', { ...wanted, owner: people.eve }))).toBe('404 not_found');
    const given = { of: { is: 'reminder', n: 1 }, as: { is: 'given', to: people.eve } };
    expect(await refusal(await post(id, 'tend', given))).toBe('404 not_found');
    expect(await refusal(await post(id, 'reminders', { ...wanted, at: Date.now() - 1 }))).toBe('409 not_allowed_now');
  });

  test.each<[string, unknown]>([
    ['reminders', { at: 'soon', line: 'x', owner: 'o' }],
    ['reminders', { at: 1e15, line: 'x', owner: 'o' }],
    ['reminders', { at: 2e12, line: ' ', owner: 'o' }],
    ['reminders', { at: 2e12, line: 'x'.repeat(201), owner: 'o' }],
    ['tend', { of: { is: 'handoff', n: 1 }, as: { is: 'done' } }],
    ['tend', { of: { is: 'reminder', n: 0 }, as: { is: 'done' } }],
    ['tend', { of: { is: 'reminder', n: 1 }, as: { is: 'forgotten' } }],
    ['check-in', { handoff: 1, plan: { days: 0, text: 'x' } }],
    ['check-in', { handoff: 1, plan: { days: 61, text: 'x' } }],
    ['check-in', { handoff: 1, plan: { days: 1, text: '' } }],
  ])('%s refuses %j', async (path, json) => {
    const id = await newConversationId(mine.id);
    const method = path === 'check-in' ? 'PUT' : 'POST';
    expect(await refusal(await ask(at(id, path), { method, json, cookie: cookies.dele }))).toBe('400 bad_request');
  });
});
