import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { member } from '../../src/db/schema';
import { type AlertSummary, Alerts, type Surroundings } from '../../src/desk/alerts';
import { keyOf } from '../../src/desk/alerts-key';
import type { QueueRow } from '../../src/protocol/desk';
import { clientId, scene } from '../conversation/client';
import type { Answer, Received } from '../routes/mail-api';
import { db, mailArrives, mailTo, newPerson, newStore, planMail } from '../routes/visit';

const MINUTE = 60_000;
let shops = 0;

afterEach(() => {
  vi.useRealTimers();
});

/** A store with two who are opted in, and a dashboard that was opened once. */
async function shop() {
  shops += 1;
  const [ana, tomas] = [`ana-${shops}@alerts.example`, `tomas-${shops}@alerts.example`];
  const people = {
    [await newPerson('Ana Kovač', ana)]: 'owner',
    [await newPerson('Tomás Rivera', tomas)]: 'agent',
  } as const;
  const { id: store } = await newStore('Mill & Kettle', people);
  const { desk, atDesk } = scene(store);
  (await atDesk()).close();
  const [anaId = '', tomasId = ''] = Object.keys(people);
  return { store, desk, ana, tomas, anaId, tomasId, key: () => env.KV.get(keyOf(store)) };
}

const row = (id: string, over: Partial<QueueRow> = {}): QueueRow => ({
  id,
  rev: 1,
  customer: `Guest ${id}`,
  initials: 'G',
  lang: 'en',
  status: 'pending',
  handoff: 1,
  reason: 'customer_request',
  urgency: 'normal',
  requestedAt: Date.now(),
  waitingSince: Date.now(),
  assignee: null,
  last: { from: 'customer', name: null, text: `Words of ${id}`, at: Date.now(), seq: 1 },
  unread: 1,
  ...over,
});
const urgent = { urgency: 'urgent', reason: 'refund' } as const;
const claimed = (id: string) => row(id, { rev: 2, status: 'assigned', waitingSince: null });

const clock = (at: number) => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(at);
};
const keys = (mails: Received[]) => [...new Set(mails.map((mail) => mail.key))];
/** The mails that arrived, by what they are about. */
const subjects = async (to: string) => (await mailTo(to)).map((mail) => mail.subject);
const NORMAL = (id: string) => `Guest ${id}, asked for a person (Mill & Kettle)`;
const URGENT = (id: string) => `Urgent: Guest ${id}, refund (Mill & Kettle)`;

/** Waits until the desk has nothing under way any more: what it would send, it has sent. */
const quiet = (desk: DurableObjectStub) =>
  vi.waitFor(
    () =>
      runInDurableObject(desk, (_, { storage }) => {
        const due = storage.sql.exec('SELECT key FROM outbox WHERE parked IS NULL AND due <= ?', Date.now()).toArray();
        expect(due).toEqual([]);
      }),
    { timeout: 10_000, interval: 20 },
  );

describe('six handoffs of one store at the same instant', () => {
  it('over real sockets: one email a recipient; a seventh, urgent, one more; after the window the next one', async () => {
    const { store, desk, ana, tomas } = await shop();
    const scenes = Array.from({ length: 6 }, () => scene(store));
    const customers = await Promise.all(scenes.map((s) => s.customer()));
    await Promise.all(customers.map((customer) => customer.ask({ type: 'request', id: clientId() })));
    for (const to of [ana, tomas]) {
      const [mail] = await mailArrives(to);
      expect(mail?.subject).toMatch(/^Guest \d{4}, asked for a person \(Mill & Kettle\)$/);
    }
    const angry = await scene(store).customer();
    await angry.say('I want my money back. This is a complaint.');
    for (const to of [ana, tomas]) {
      const mails = await mailArrives(to, 2);
      expect(mails[1]?.subject).toMatch(/^Urgent: Guest \d{4}, (refund|complaint) \(Mill & Kettle\)$/);
      expect(mails[1]?.text).toContain('I want my money back. This is a complaint.');
    }
    clock(Date.now() + 5 * MINUTE + 5_000);
    await desk.update(row('next'));
    for (const to of [ana, tomas]) {
      expect((await mailArrives(to, 3)).filter((mail) => mail.subject === NORMAL('next'))).toHaveLength(1);
    }
    await quiet(desk);
    for (const to of [ana, tomas]) expect((await subjects(to)).filter((s) => !s.includes('waiting'))).toHaveLength(3);
  });

  it('with the key outside gone already, and the desk evicted between any two: still one', async () => {
    const { desk, ana, tomas, key, store } = await shop();
    await desk.update(row('1'));
    await mailArrives(ana);
    await vi.waitFor(async () => expect(await key()).toContain('until'));
    for (const id of ['2', '3', '4', '5', '6']) {
      await env.KV.delete(keyOf(store));
      await quiet(desk);
      await evictDurableObject(desk);
      await desk.update(row(id));
    }
    await quiet(desk);
    for (const to of [ana, tomas]) expect(await subjects(to)).toEqual([NORMAL('1')]);
  });

  it('with the mail API down for the first three attempts: every recipient gets exactly one, with the same words', async () => {
    const { desk, ana, tomas } = await shop();
    const down: Answer[] = [{ status: 500 }, { status: 0 }, { status: 429, headers: { 'retry-after': '1' } }];
    for (const to of [ana, tomas]) await planMail(to, [...down]);
    await Promise.all(['1', '2', '3', '4', '5', '6'].map((id) => desk.update(row(id))));
    for (const to of [ana, tomas]) {
      await mailArrives(to);
      await vi.waitFor(async () => expect(await mailTo(to)).toHaveLength(4), { timeout: 20_000, interval: 100 });
    }
    await quiet(desk);
    for (const to of [ana, tomas]) {
      const tries = await mailTo(to);
      expect(tries).toHaveLength(4);
      expect(keys(tries)).toHaveLength(1);
      expect(new Set(tries.map((mail) => JSON.stringify(mail))).size).toBe(1);
    }
    expect(await desk.parkedAlerts()).toEqual([]);
  });
});

describe('the window', () => {
  it('suppressed handoffs do not lengthen it, and urgent ones neither mind nor start one', async () => {
    const { desk, ana, key } = await shop();
    const begun = Date.now();
    clock(begun);
    await desk.update(row('u1', urgent));
    await mailArrives(ana);
    expect(await key()).toBeNull();
    await desk.update(row('1'));
    await mailArrives(ana, 2);
    await quiet(desk);
    vi.setSystemTime(begun + 4.5 * MINUTE);
    await desk.update(row('2'));
    await desk.update(row('u2', urgent));
    await mailArrives(ana, 3);
    await quiet(desk);
    vi.setSystemTime(begun + 5 * MINUTE + 5_000);
    await desk.update(row('3'));
    await mailArrives(ana, 4);
    await quiet(desk);
    const alerts = (await subjects(ana)).filter((subject) => !subject.includes('waiting'));
    expect(alerts).toEqual([URGENT('u1'), NORMAL('1'), URGENT('u2'), NORMAL('3')]);
  });

  it('outlives a desk that lost its memory, by the key outside', async () => {
    const { desk, ana, store } = await shop();
    const window = { email: 'of-an-older-desk', until: Date.now() + 2 * MINUTE };
    await env.KV.put(keyOf(store), JSON.stringify(window), { expirationTtl: 300 });
    await desk.update(row('1'));
    await quiet(desk);
    expect(await mailTo(ana)).toEqual([]);
    clock(window.until + 1);
    await desk.update(row('2'));
    expect((await mailArrives(ana))[0]?.subject).toBe(NORMAL('2'));
  });

  it('a more urgent reason that arrives while one waits is emailed', async () => {
    const { desk, ana } = await shop();
    const first = row('1');
    await desk.update(first);
    await mailArrives(ana);
    await desk.update({ ...first, rev: 2, ...urgent });
    await desk.update({ ...first, rev: 3, ...urgent, unread: 2 });
    await mailArrives(ana, 2);
    await quiet(desk);
    expect(await subjects(ana)).toEqual([NORMAL('1'), URGENT('1')]);
  });

  it('after ten urgent ones the rest are gathered into one five minutes later, without those claimed meanwhile', async () => {
    const { desk, ana } = await shop();
    const begun = Date.now();
    clock(begun);
    for (let i = 1; i <= 13; i += 1) await desk.update(row(`u${i}`, urgent));
    await mailArrives(ana, 10);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(10);
    await desk.update(claimed('u12'));
    vi.setSystemTime(begun + 5 * MINUTE + 100);
    await runDurableObjectAlarm(desk);
    const gathered = (await mailArrives(ana, 11)).filter(
      (mail) => mail.subject === '2 urgent requests (Mill & Kettle)',
    );
    expect(gathered).toHaveLength(1);
    expect(gathered[0]?.text).toMatch(/Guest u11[\s\S]*Guest u13/);
    expect(gathered[0]?.text).not.toContain('Guest u12');
  });
});

describe('claiming', () => {
  const LATER: Answer = { status: 503, headers: { 'retry-after': '3600' } };

  it('cancels what was not sent, and takes the key and the window with it', async () => {
    const { desk, ana, tomas, key } = await shop();
    for (const to of [ana, tomas]) await planMail(to, [LATER]);
    await desk.update(row('1'));
    for (const to of [ana, tomas]) await mailArrives(to);
    await quiet(desk);
    expect(await key()).not.toBeNull();
    await evictDurableObject(desk);
    await desk.update(claimed('1'));
    await vi.waitFor(async () => expect(await key()).toBeNull());
    await desk.update(row('2'));
    for (const to of [ana, tomas]) expect((await mailArrives(to, 2))[1]?.subject).toBe(NORMAL('2'));
    clock(Date.now() + 70 * MINUTE);
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    for (const to of [ana, tomas]) expect((await subjects(to)).filter((s) => s === NORMAL('1'))).toHaveLength(1);
  });

  it('the window stands where one of the two had it already', async () => {
    const { desk, ana, tomas, key } = await shop();
    await planMail(tomas, [LATER]);
    await desk.update(row('1'));
    for (const to of [ana, tomas]) await mailArrives(to);
    await quiet(desk);
    await desk.remove('1', 2);
    await desk.update(row('2'));
    await quiet(desk);
    expect(await key()).not.toBeNull();
    expect(await mailTo(ana)).toHaveLength(1);
    expect(await mailTo(tomas)).toHaveLength(1);
  });
});

describe('what the mail API refuses', () => {
  it('is parked at once and shown; “try again” sends it', async () => {
    const { desk, ana, tomas, key } = await shop();
    for (const to of [ana, tomas]) await planMail(to, [{ status: 422 }]);
    await desk.update(row('1'));
    const parked = await vi.waitFor(async () => {
      const found = await desk.parkedAlerts();
      expect(found).toHaveLength(2);
      return found;
    });
    expect(parked.find(({ to }) => to === ana)).toEqual({
      key: expect.stringMatching(/^mail\//),
      to: ana,
      subject: NORMAL('1'),
      why: 'The mail service refused it (422).',
      at: expect.any(Number),
    });
    await vi.waitFor(async () => expect(await key()).toBeNull());
    await evictDurableObject(desk);
    expect(await desk.retryAlert(parked.find(({ to }) => to === ana)?.key ?? '')).toBe(true);
    const tries = await mailArrives(ana, 2);
    expect(keys(tries)).toHaveLength(1);
    await quiet(desk);
    expect((await desk.parkedAlerts()).map(({ to }) => to)).toEqual([tomas]);
    expect(await desk.retryAlert('mail/none')).toBe(false);
    // Nobody had any, so the next one emails again.
    await desk.update(row('2'));
    await mailArrives(ana, 3);
  });

  it('what is never taken is given up within 24 hours, and shown', async () => {
    const { desk, ana, tomas, tomasId } = await shop();
    await db.update(member).set({ emailAlerts: false }).where(eq(member.userId, tomasId));
    await planMail(
      ana,
      Array.from({ length: 4 }, () => ({ status: 500 })),
    );
    const begun = Date.now();
    clock(begun);
    await desk.offHours({ conversation: 'c', handoff: 1 }, summary());
    await mailArrives(ana);
    await quiet(desk);
    vi.setSystemTime(begun + 23.6 * 60 * MINUTE);
    await runDurableObjectAlarm(desk);
    await vi.waitFor(async () => expect(await desk.parkedAlerts()).toHaveLength(1));
    expect(await desk.parkedAlerts()).toMatchObject([{ to: ana, why: 'No answer in 24 hours (500).' }]);
    expect(await mailTo(tomas)).toEqual([]);
  });
});

const summary = (over: Partial<AlertSummary> = {}): AlertSummary => ({
  customer: 'Mira',
  reason: 'complaint',
  urgency: 'urgent',
  trigger: 'This is outrageous',
  requestedAt: Date.now(),
  openQuestion: null,
  last: [{ from: 'Mira', text: 'This is outrageous', at: Date.now() }],
  ...over,
});

describe('who gets it', () => {
  it('nobody who is opted out, and no window for an email to nobody', async () => {
    const { desk, ana, tomas, store, key, anaId } = await shop();
    await db.update(member).set({ emailAlerts: false }).where(eq(member.storeId, store));
    await desk.update(row('1'));
    await quiet(desk);
    expect(await key()).toBeNull();
    await db.update(member).set({ emailAlerts: true }).where(eq(member.userId, anaId));
    await desk.update(row('2'));
    expect((await mailArrives(ana))[0]?.subject).toBe(NORMAL('2'));
    await quiet(desk);
    expect(await mailTo(tomas)).toEqual([]);
  });

  it('nobody who unsubscribed while it waited', async () => {
    const { desk, ana, anaId } = await shop();
    await planMail(ana, [{ status: 500 }]);
    await desk.update(row('1'));
    await mailArrives(ana);
    await db.update(member).set({ emailAlerts: false }).where(eq(member.userId, anaId));
    clock(Date.now() + 2 * MINUTE);
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(1);
  });

  it('no other store’s team', async () => {
    const [mine, other] = [await shop(), await shop()];
    await mine.desk.update(row('1'));
    await mailArrives(mine.ana);
    await quiet(mine.desk);
    expect(await mailTo(other.ana)).toEqual([]);
  });

  it('off hours an urgent request is emailed at once, and links to where it is', async () => {
    const { desk, ana, store } = await shop();
    await desk.offHours({ conversation: 'c7', handoff: 1 }, summary());
    await quiet(desk);
    // What a conversation owes it may tell twice.
    await desk.offHours({ conversation: 'c7', handoff: 1 }, summary());
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(1);
    const [mail] = await mailArrives(ana);
    expect(mail?.subject).toBe('Urgent: Mira, complaint (Mill & Kettle)');
    expect(mail?.text).toContain('Mira asked outside opening hours');
    expect(mail?.text).toContain(`https://baton.example/dashboard/${store}/inbox/c7`);
    expect(mail?.text).not.toContain('is waiting');
  });

  it('carries one link to end it, as RFC 8058 wants it, each recipient their own', async () => {
    const { desk, ana, tomas } = await shop();
    await desk.update(row('1'));
    const [[first], [second]] = [await mailArrives(ana), await mailArrives(tomas)];
    expect(first?.headers).toEqual({
      'List-Unsubscribe': expect.stringMatching(/^<https:\/\/baton\.example\/unsubscribe\?token=[\w.-]+>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    expect(first?.headers?.['List-Unsubscribe']).not.toBe(second?.headers?.['List-Unsubscribe']);
  });

  it('D1 failing delays it and loses nothing', async () => {
    const { desk, ana, store } = await shop();
    await runInDurableObject(desk, async (_, { storage }) => {
      const around: Surroundings = {
        sql: storage.sql,
        env: { ...env, DB: env.EMPTY },
        store,
        rows: () => [row('1')],
        summary: () => Promise.reject(new Error('asleep')),
      };
      const alerts = new Alerts(around);
      alerts.changed(null, row('1'), Date.now());
      await alerts.due();
      expect(alerts.nextDue()).toBeGreaterThan(Date.now());
      around.env = env;
      clock(Date.now() + 2_000);
      await alerts.due();
    });
    // The conversation could not be asked: the mail says what the queue knows.
    expect((await mailArrives(ana))[0]?.text).toContain('Words of 1');
  });
});

describe('the reminder', () => {
  it('lists everybody who waits, at most every five minutes, and leaves the window alone', async () => {
    const { desk, ana } = await shop();
    const begun = Date.now();
    clock(begun);
    await desk.update(row('1'));
    await mailArrives(ana);
    vi.setSystemTime(begun + 2 * MINUTE);
    await desk.update(row('2', urgent));
    await mailArrives(ana, 2);
    await quiet(desk);
    await evictDurableObject(desk);
    vi.setSystemTime(begun + 3 * MINUTE);
    await runDurableObjectAlarm(desk);
    const reminder = (await mailArrives(ana, 3))[2];
    expect(reminder?.subject).toBe('2 customers are waiting (Mill & Kettle)');
    expect(reminder?.text).toMatch(/Guest 2, URGENT[\s\S]*1 min[\s\S]*Guest 1[\s\S]*3 min/);
    // The second has waited for three minutes too by now, but a reminder is two minutes old.
    vi.setSystemTime(begun + 5 * MINUTE + 1);
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(3);
    // The window of the first one has passed: the next one emails.
    vi.setSystemTime(begun + 5 * MINUTE + 5_000);
    await desk.update(row('3'));
    await mailArrives(ana, 4);
    await desk.update(claimed('1'));
    vi.setSystemTime(begun + 8 * MINUTE + 6_000);
    await runDurableObjectAlarm(desk);
    const again = (await mailArrives(ana, 5))[4];
    expect(again?.subject).toBe('2 customers are waiting (Mill & Kettle)');
    expect(again?.text).not.toContain('Guest 1');
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(5);
  });

  it('follows the store’s own minutes, at once when they change', async () => {
    const { desk, ana, store } = await shop();
    const begun = Date.now();
    clock(begun);
    await desk.update(row('1'));
    await mailArrives(ana);
    vi.setSystemTime(begun + 1.5 * MINUTE);
    const { DEFAULT_SETTINGS } = await import('../../src/settings/schema');
    await desk.settingsChanged(store, { version: begun, settings: { ...DEFAULT_SETTINGS, alertAgainAfter: 1 } });
    expect((await mailArrives(ana, 2))[1]?.subject).toBe('1 customer is waiting (Mill & Kettle)');
  });
});
