import { env, evictDurableObject, runDurableObjectAlarm } from 'cloudflare:test';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keyOf } from '../../src/desk/alerts/key';
import { clientId, scene } from '../conversation/client';
import type { Answer } from '../routes/mail-api';
import { mailArrives, mailTo, planMail } from '../routes/visit';

import { claimed, clock, keys, MINUTE, NORMAL, quiet, row, shop, subjects, URGENT, urgent } from './shop';

afterEach(() => {
  vi.useRealTimers();
});

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
