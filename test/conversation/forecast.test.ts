import { env, runDurableObjectAlarm } from 'cloudflare:test';
import { drizzle } from 'drizzle-orm/d1';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { concerns } from '../../src/dashboard/desk/attention';
import { member, team, teamMember } from '../../src/db/schema';
import type { Role } from '../../src/domain/actor';
import type { Foreseen } from '../../src/forecast/foresee';
import type { Asked } from '../../src/forecast/schema';
import type { StoreSettings } from '../../src/settings/schema';
import { quiet } from '../desk/shop';
import { pushed, subscribed } from '../routes/push';
import { ask, mailTo, newPerson, signIn } from '../routes/visit';
import { ruleOf } from '../rule';
import { bot } from './bot';
import { type CustomerClient, clientId, scene } from './client';
import { openShop } from './shop';

/** What is forecast for a store is what its objects then do: the same settings, people and moment, asked and lived through. */

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const ZONE = 'Europe/Sofia';
const NINE_TO_SIX = [{ opens: '09:00', closes: '18:00' }];
const WEEK: Partial<StoreSettings> = {
  timeZone: ZONE,
  week: [...Array.from({ length: 5 }, () => NINE_TO_SIX), [], []],
  awayMessage: { en: 'Back on Monday.', bg: 'В понеделник сме тук.' },
};
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** "Saturday 23:50" of the week after next, as the settings page sends it. */
function moment(words: string): { when: string; at: number } {
  const [day = '', time = ''] = words.split(' ');
  const today = Temporal.Now.plainDateISO(ZONE);
  const monday = today.add({ days: 15 - today.dayOfWeek });
  const wall = monday.add({ days: DAYS.indexOf(day) }).toPlainDateTime(time);
  return { when: wall.toString({ smallestUnit: 'minute' }), at: wall.toZonedDateTime(ZONE).epochMilliseconds };
}

type Where = 'here' | 'away' | 'off';
interface Case {
  settings?: Partial<StoreSettings>;
  moment: string;
  ana?: Where;
  tomas?: Where;
  /** Who gets no emails. */
  silent?: ('ana' | 'tomas')[];
  question?: Partial<Asked>;
  /** A colleague's request so many ms before, for which the team was emailed. */
  before?: number;
}

/** A store with Ana and Tomás, in whose team of returns is Tomás alone, and notices on in a browser of each. */
async function store({ settings, silent = [] }: Case) {
  const stage = await openShop(scene(), {});
  const tag = crypto.randomUUID();
  const person = async (name: string, role: Role) => {
    const email = `${name[0]?.toLowerCase()}-${tag}@forecast.example`;
    const id = await newPerson(name, email);
    const emailAlerts = !silent.includes(name.startsWith('Ana') ? 'ana' : 'tomas');
    await drizzle(env.DB).insert(member).values({ storeId: stage.store, userId: id, role, emailAlerts, createdAt: 0 });
    const cookie = await signIn(email);
    return { id, name, email, cookie, browser: await subscribed(cookie) };
  };
  const ana = await person('Ana Kovač', 'owner');
  const tomas = await person('Tomás Rivera', 'agent');
  await drizzle(env.DB).insert(team).values({ storeId: stage.store, id: 'returns', name: 'Returns', createdAt: 0 });
  await drizzle(env.DB).insert(teamMember).values({ storeId: stage.store, teamId: 'returns', userId: tomas.id });
  await stage.change({ ...WEEK, ...settings });
  return { ...stage, ana, tomas, crew: [ana, tomas] };
}
type Stage = Awaited<ReturnType<typeof store>>;

/** Somebody's switch, and whether a dashboard of theirs is open. */
async function put({ atDesk }: Stage, { id, name }: Stage['ana'], where: Where) {
  const page = await atDesk(id, name);
  if (where === 'off') {
    const off = page.next('duty', ({ duty }) => !duty.some((one) => one.id === id));
    page.send({ type: 'duty', on: false });
    await off;
  }
  if (where === 'here') return;
  const left = page.until(() => page.closed);
  page.close();
  await left;
}

async function forecastOf(stage: Stage, question: Partial<Asked>): Promise<Foreseen> {
  const answer = await ask(`/api/stores/${stage.store}/forecast`, { json: question, cookie: stage.ana.cookie });
  expect(answer.status).toBe(200);
  return answer.json();
}

/** What became visible to anybody so far. */
async function seen(stage: Stage, mira: CustomerClient, addresses: string[]) {
  const events = mira.messages.flatMap((m) => (m.kind === 'event' ? [m.event] : []));
  const pushes = await Promise.all(stage.crew.map(({ browser }) => browser.tried()));
  const mails = await Promise.all(addresses.map(async (to) => (await mailTo(to)).length));
  return { events, phase: mira.state.phase, pushes, mails };
}

/** What everybody would have seen after so many steps. */
function expected({ steps }: Foreseen, until: number, { crew }: Stage, addresses: string[]) {
  const now = steps.slice(0, until + 1);
  const mailed = (to: string) =>
    now.filter(({ told: { email } }) => {
      if (email?.verdict !== 'send') return false;
      return 'address' in email.to
        ? email.to.address === to
        : email.to.some((id) => crew.some((one) => one.id === id && one.email === to));
    }).length;
  return {
    events: now.flatMap(({ reads }) => reads.events),
    phase: now.at(-1)?.reads.phase,
    pushes: crew.map(({ id }) => now.filter(({ told }) => told.pushes.includes(id)).length),
    mails: addresses.map(mailed),
  };
}

async function settle({ stub, desk }: Stage) {
  await runDurableObjectAlarm(stub);
  await runDurableObjectAlarm(desk);
  await quiet(desk);
  await pushed(desk);
}

/** Forecasts, then lives through it, and looks at every step and a moment before it. @returns the forecast */
async function livedThrough(one: Case): Promise<Foreseen> {
  const stage = await store(one);
  const { when, at } = moment(one.moment);
  const question = { lang: 'en', reason: 'customer_request', text: '', when, ...one.question } as const;
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at - (one.before ?? 0) - 60_000);
  await put(stage, stage.ana, one.ana ?? 'here');
  await put(stage, stage.tomas, one.tomas ?? 'off');
  if (one.before !== undefined) {
    vi.setSystemTime(at - one.before);
    const other = await scene(stage.store).customer();
    await other.ask({ type: 'request', id: clientId() });
    await vi.waitFor(async () => expect(await mailTo(stage.ana.email)).toHaveLength(1));
    await other.ask({ type: 'cancel', id: clientId() });
    await settle(stage);
  }
  vi.setSystemTime(at);
  const told = await forecastOf(stage, question);
  expect(told.at).toBe(at);

  const sent = told.steps.flatMap(({ told: { email } }) => (email && 'address' in email.to ? [email.to.address] : []));
  const addresses = [stage.ana.email, stage.tomas.email, ...new Set(sent)];
  const mira = await stage.silent();
  const page = question.page ? { page: { url: question.page, title: 'P' } } : {};
  mira.send({ type: 'hello', after: 0, lang: question.lang, ...page });
  await mira.next('welcome');
  const begun = await seen(stage, mira, addresses);
  if (question.text) await mira.say(question.text);
  else await mira.ask({ type: 'request', id: clientId() });
  for (const [nth, step] of told.steps.entries()) {
    if (nth > 0 && step.at > Date.now()) {
      vi.setSystemTime(step.at - 1);
      await settle(stage);
      expect(more(await seen(stage, mira, addresses), begun), `a moment before ${step.what}`).toEqual(
        expected(told, nth - 1, stage, addresses),
      );
      vi.setSystemTime(step.at);
      await settle(stage);
    }
    if (step.reads.isRated) {
      const tab = await stage.silent();
      tab.send({ type: 'hello', after: 0, lang: question.lang });
      expect((await tab.next('welcome')).state.rating, 'is asked how it was').toMatchObject({ source: 'unanswered' });
    }
    await vi.waitFor(
      async () => {
        const now = more(await seen(stage, mira, addresses), begun);
        expect(now, `at ${step.what}`).toEqual(expected(told, nth, stage, addresses));
      },
      { timeout: 5_000, interval: 30 },
    );
    if (step.told.dashboards.length > 0 && step.what === 'asked') await dashboards(stage, step.told.dashboards);
  }
  return told;
}

type Seen = Awaited<ReturnType<typeof seen>>;
/** What came since. */
const more = (now: Seen, begun: Seen): Seen => ({
  ...now,
  mails: now.mails.map((n, i) => n - (begun.mails[i] ?? 0)),
  pushes: now.pushes.map((n, i) => n - (begun.pushes[i] ?? 0)),
});

/** Whom the row in the queue calls, by the dashboard's own rule. */
async function dashboards(stage: Stage, whom: string[]) {
  const watching = await stage.atDesk('watcher', 'Watcher');
  watching.send({ type: 'duty', on: false });
  const row = await watching.row(stage.conversation);
  const welcome = watching.frames.find((frame) => frame.type === 'welcome');
  const duty = (welcome?.duty ?? []).filter(({ id }) => id !== 'watcher');
  const teams = [{ id: 'returns', people: [{ id: stage.tomas.id }] }];
  const called = duty.filter(({ id, here }) => here && concerns(row.destination, { me: id, teams, duty }));
  expect(called.map(({ id }) => id).sort()).toEqual([...whom].sort());
}

const names = (told: Foreseen) => told.steps.map(({ what }) => what);
const clock = (told: Foreseen, what: string) =>
  told.steps
    .filter((step) => step.what === what)
    .map(({ at }) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toPlainTime().toString());

describe('what would happen is what happens', () => {
  it('in open hours with somebody there: the ladder to the end, and who hears of each rung', async () => {
    const told = await livedThrough({ moment: 'Monday 10:00', tomas: 'away' });
    expect(names(told)).toEqual(['asked', 'reminder', 'longer', 'give_up', 'rating', 'follow_up']);
    expect(clock(told, 'give_up')).toEqual(['10:30:00']);
    expect(told.steps[0]?.told).toMatchObject({ dashboards: [expect.anything()], pushes: [expect.anything()] });
    expect(told.steps[0]?.reads.phase).toMatchObject({ is: 'waiting', longer: false });
  });

  it('with nobody on duty there: it takes longer at once, and phones and mail tell of it', async () => {
    const told = await livedThrough({ moment: 'Monday 10:00', ana: 'away', tomas: 'off' });
    expect(names(told)).toEqual(['asked', 'reminder', 'give_up', 'rating', 'follow_up']);
    expect(told.steps[0]?.reads.phase).toMatchObject({ is: 'waiting', longer: true });
    expect(told.steps[0]?.told.dashboards).toEqual([]);
    expect(told.steps[0]?.told.pushes).toHaveLength(1);
  });

  it('Saturday 23:50, Ana away, in Bulgarian: recorded, the away words, and due on Monday', async () => {
    const told = await livedThrough({ moment: 'Saturday 23:50', ana: 'away', question: { lang: 'bg' } });
    expect(told).toMatchObject({ open: false, request: { to: { kind: 'nowhere' }, urgency: 'normal' } });
    expect(told.steps[0]?.reads.events).toMatchObject([{ what: 'away', words: 'В понеделник сме тук.' }]);
    expect(told.steps[0]?.told.email).toBeNull();
    expect(names(told)).toEqual(['asked', 'follow_up']);
    expect(clock(told, 'follow_up')).toEqual(['13:00:00']);
  });

  it('urgent outside hours is emailed at once, unless the store does not want it', async () => {
    const question = { reason: 'refund', text: 'I want my money back' } as const;
    const told = await livedThrough({ moment: 'Saturday 23:50', question });
    expect(told.request).toMatchObject({ reason: 'refund', urgency: 'urgent' });
    expect(told.steps[0]?.told.email).toMatchObject({ verdict: 'send', to: [expect.anything(), expect.anything()] });
    const off = await livedThrough({ moment: 'Saturday 23:50', question, settings: { emailUrgentOffHours: false } });
    expect(off.steps[0]?.told.email).toBeNull();
  });

  it('by a rule to a team: its people only, and everybody’s dashboard where none of them is there', async () => {
    const rules = [ruleOf({ words: ['return'], asks: true, to: { kind: 'team', id: 'returns', name: 'Returns' } })];
    const question = { reason: 'rule', text: 'I have to return a kettle' } as const;
    const told = await livedThrough({ moment: 'Tuesday 10:00', settings: { rules }, tomas: 'away', question });
    expect(told.request).toMatchObject({ to: { kind: 'team', name: 'Returns' }, rule: 0, reason: 'rule' });
    expect(told.steps[0]?.told.email?.to).toHaveLength(1);
    expect(told.steps[0]?.told.dashboards).toHaveLength(1);
  });

  it('while the window of an earlier email runs: none for a normal one, one for an urgent one', async () => {
    const normal = await livedThrough({ moment: 'Wednesday 10:00', before: 60_000 });
    expect(normal.steps[0]?.told.email).toMatchObject({ verdict: 'suppress' });
    const question = { reason: 'refund', text: 'I want my money back' } as const;
    const urgent = await livedThrough({ moment: 'Wednesday 10:00', before: 60_000, question });
    expect(urgent.steps[0]?.told.email).toMatchObject({ verdict: 'send', bypasses: true });
  });

  it('to an email destination: noted in the customer’s language, and the summary two minutes later', async () => {
    const address = `office-${crypto.randomUUID()}@mill.example`;
    const expectation = { en: 'Within one business day.', de: 'Binnen eines Werktags.' };
    const rules = [ruleOf({ languages: ['de'], to: { kind: 'email', address, expectation } })];
    const told = await livedThrough({ moment: 'Thursday 10:00', settings: { rules }, question: { lang: 'de' } });
    expect(told.request?.to).toEqual({ kind: 'email', address });
    expect(told.steps[0]?.reads.events).toMatchObject([{ what: 'emailed', expectation: 'Binnen eines Werktags.' }]);
    expect(clock(told, 'summary')).toEqual(['10:02:00']);
  });

  it('shortly before closing time, where the table does not go on: ended then, with the away words', async () => {
    const told = await livedThrough({ moment: 'Friday 17:50', settings: { atClosing: 'away' } });
    expect(clock(told, 'closing')).toEqual(['18:00:00']);
    expect(names(told)).toEqual(['asked', 'reminder', 'longer', 'closing', 'rating', 'follow_up']);
  });

  it('where nobody wants emails: nobody gets one, and no window begins', async () => {
    const told = await livedThrough({ moment: 'Friday 10:00', silent: ['ana', 'tomas'] });
    expect(told.steps.every((step) => step.told.email === null)).toBe(true);
  });

  it('where a rule keeps the assistant from asking, nobody is asked for', async () => {
    const stage = await store({ moment: '', settings: { rules: [ruleOf({ pages: ['/blog'], never: true })] } });
    const page = 'https://shop.example/blog/filters';
    const asked = { reason: 'low_confidence', text: 'Why?', page } as const;
    expect((await forecastOf(stage, asked)).request).toBeNull();
    expect((await forecastOf(stage, { ...asked, page: null })).request).toMatchObject({ reason: 'low_confidence' });
  });
});

describe('what is assumed', () => {
  it('of people and of an email counts for the answer, and changes nothing in the store', async () => {
    const stage = await store({ moment: '' });
    const { when } = moment('Monday 10:00');
    const people = { [stage.ana.id]: 'off', [stage.tomas.id]: 'here' } as const;
    const told = await forecastOf(stage, { when, people, justEmailed: true });
    const where = ({ people: all }: Foreseen) =>
      [stage.ana, stage.tomas].map((one) => all.find(({ id }) => id === one.id)?.is);
    expect(where(told)).toEqual(['off', 'here']);
    expect(told.steps[0]?.told).toMatchObject({ dashboards: [stage.tomas.id], email: { verdict: 'suppress' } });
    const as = await forecastOf(stage, { when });
    expect(where(as)).toEqual(['off', 'off']);
    expect(as.steps[0]?.told.email).toMatchObject({ verdict: 'send' });
    expect(await mailTo(stage.ana.email)).toEqual([]);
  });

  it('is asked by everybody of the store, and by nobody else', async () => {
    const stage = await store({ moment: '' });
    const at = (json: unknown, cookie = '') => ask(`/api/stores/${stage.store}/forecast`, { json, cookie });
    expect((await at({}, stage.tomas.cookie)).status).toBe(200);
    expect((await at({})).status).toBe(401);
    await newPerson('Eve', `eve-${stage.store}@forecast.example`);
    expect((await at({}, await signIn(`eve-${stage.store}@forecast.example`))).status).toBe(404);
    for (const json of [{ when: 'tonight' }, { when: '2027-02-30T10:00' }, { reason: 'bored' }, { cart: -1 }, null])
      expect((await at(json, stage.ana.cookie)).status).toBe(400);
  });
});
