import { env, evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { member } from '../../src/db/schema';
import { Alerts, type Surroundings } from '../../src/desk/alerts/alerts';
import type { Answer } from '../routes/mail-api';
import { db, mailArrives, mailTo, planMail } from '../routes/visit';

import { claimed, clock, keys, MINUTE, NORMAL, quiet, row, shop, subjects, summary, URGENT, urgent } from './shop';

afterEach(() => {
  vi.useRealTimers();
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

  it('is not sent by “try again” once somebody has taken the chat', async () => {
    const { desk, ana, tomas } = await shop();
    for (const to of [ana, tomas]) await planMail(to, [{ status: 422 }]);
    await desk.update(row('1'));
    await vi.waitFor(async () => expect(await desk.parkedAlerts()).toHaveLength(2));
    await desk.update(claimed('1'));
    for (const { key } of await desk.parkedAlerts()) expect(await desk.retryAlert(key)).toBe(true);
    await vi.waitFor(async () => expect(await desk.parkedAlerts()).toEqual([]));
    await quiet(desk);
    for (const to of [ana, tomas]) expect(await mailTo(to)).toHaveLength(1);
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
    await desk.alert({ conversation: 'c', handoff: 1, kind: 'off_hours' }, 1, summary());
    await mailArrives(ana);
    await quiet(desk);
    vi.setSystemTime(begun + 23.6 * 60 * MINUTE);
    await runDurableObjectAlarm(desk);
    await vi.waitFor(async () => expect(await desk.parkedAlerts()).toHaveLength(1));
    const [parked] = await desk.parkedAlerts();
    expect(parked).toMatchObject({ to: ana, why: 'No answer in 24 hours (500).' });
    expect(await mailTo(tomas)).toEqual([]);
    // Whoever tries again gives it as long once more.
    expect(await desk.retryAlert(parked?.key ?? '')).toBe(true);
    await mailArrives(ana, 3);
    await quiet(desk);
    expect(await desk.parkedAlerts()).toEqual([]);
  });

  it('waits as long as the mail API asks for', async () => {
    const { desk, ana, tomasId } = await shop();
    await db.update(member).set({ emailAlerts: false }).where(eq(member.userId, tomasId));
    await planMail(ana, [{ status: 429, headers: { 'retry-after': '600' } }]);
    const begun = Date.now();
    clock(begun);
    await desk.alert({ conversation: 'c', handoff: 1, kind: 'off_hours' }, 1, summary());
    await mailArrives(ana);
    await quiet(desk);
    vi.setSystemTime(begun + 9.9 * MINUTE);
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(1);
    // And a tenth more at most, so that not all come at once.
    vi.setSystemTime(begun + 11.5 * MINUTE);
    await runDurableObjectAlarm(desk);
    await mailArrives(ana, 2);
  });
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
    await planMail(ana, [{ status: 500, headers: { 'retry-after': '60' } }]);
    await desk.update(row('1'));
    await mailArrives(ana);
    await db.update(member).set({ emailAlerts: false }).where(eq(member.userId, anaId));
    clock(Date.now() + 2 * MINUTE);
    await runDurableObjectAlarm(desk);
    await quiet(desk);
    expect(await mailTo(ana)).toHaveLength(1);
  });

  it('whom it is asked of; where they want no mail, everybody who does', async () => {
    const { desk, ana, tomas, tomasId } = await shop();
    const destination = { kind: 'person', id: tomasId, name: 'Tomás Rivera', initials: 'TR' } as const;
    await desk.update(row('1', { ...urgent, destination }));
    await mailArrives(tomas);
    await quiet(desk);
    expect(await mailTo(ana)).toEqual([]);
    await db.update(member).set({ emailAlerts: false }).where(eq(member.userId, tomasId));
    await desk.update(row('2', { ...urgent, destination }));
    expect((await mailArrives(ana))[0]?.subject).toBe(URGENT('2'));
    await quiet(desk);
    expect(await mailTo(tomas)).toHaveLength(1);
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
    await desk.alert({ conversation: 'c7', handoff: 1, kind: 'off_hours' }, 1, summary());
    await quiet(desk);
    // What a conversation owes it may tell twice.
    await desk.alert({ conversation: 'c7', handoff: 1, kind: 'off_hours' }, 1, summary());
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
        remind: () => {},
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
