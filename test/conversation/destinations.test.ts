import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Rule } from '../../src/settings/routing';
import { mailArrives, mailTo } from '../routes/visit';
import { ruleOf } from '../rule';
import { bot } from './bot';
import { clientId } from './client';
import { CLOSED, MINUTE, pass, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const rule = ruleOf;
const address = () => `office-${crypto.randomUUID()}@mill.example`;
const byEmail = (to: string, over: Partial<Rule> = {}) =>
  rule({ to: { kind: 'email', address: to, expectation: { en: 'Within one business day.' } }, ...over });

/** Our own address is known once somebody of the team has opened the dashboard. */
async function opened(settings: Parameters<typeof shop>[0]) {
  const stage = await shop(settings);
  return { ...stage, desk: await stage.atDesk() };
}

describe('an email destination', () => {
  it('is noted and never pending; the summary goes out with the customer’s address as reply-to', async () => {
    const to = address();
    const { customer, staff, stage } = await opened({ rules: [byEmail(to)] });
    const mira = await customer();
    await mira.say('Do you have filters for the Linea?');
    await mira.message((m) => m.kind === 'assistant');
    await mira.ask({ type: 'request', id: clientId() });
    const noted = await mira.message((m) => m.kind === 'event' && m.event.what === 'emailed');
    expect(noted).toMatchObject({ event: { expectation: 'Within one business day.' } });
    expect(JSON.stringify(mira.frames)).not.toContain('waiting');
    // It waits for an address: two minutes at most, and no longer than until there is one.
    await pass(stage.stub, 1 * MINUTE);
    expect(await mailTo(to)).toEqual([]);
    await mira.ask({ type: 'email', id: clientId(), address: 'mira@customer.example' });
    const [mail] = await vi.waitFor(async () => {
      const mails = await mailTo(to);
      expect(mails).toHaveLength(1);
      return mails;
    });
    expect(mail?.text).toMatch(/WHAT HAPPENED SO FAR\s+Looked for: Do you have filters for the Linea\?/);
    expect(JSON.stringify(mail?.reply_to)).toContain('mira@customer.example');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ status: 'ended', outcome: 'emailed' });
    expect(ana.state.soFar?.lookedFor).toEqual([{ text: 'Do you have filters for the Linea?', seq: 1 }]);
    expect(mira.state.phase.is).toBe('assistant');
    await pass(stage.stub, 10 * MINUTE);
    expect(mira.state.rating).toBeNull();
  });

  it('reads of the customer in the store’s first language, where that is one of ours', async () => {
    const to = address();
    const { customer, stage } = await opened({ rules: [byEmail(to)], firstLanguage: 'bg' });
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.message((m) => m.kind === 'event' && m.event.what === 'emailed');
    await mira.ask({ type: 'email', id: clientId(), address: 'mira@customer.example' });
    await pass(stage.stub, 3 * MINUTE);
    const [mail] = await mailArrives(to);
    expect(mail?.subject).toMatch(/, иска човек \(/);
    expect(mail?.text).toContain('Отговорете на този имейл, за да пишете на');
    expect(mail?.text).not.toContain('Asked at');
  });

  it('without an address it goes regardless, and asked again there is one more summary at most', async () => {
    const to = address();
    const { customer, stage, staff } = await opened({ rules: [byEmail(to)] });
    const mira = await customer();
    await mira.say('Hello');
    await mira.message((m) => m.kind === 'assistant');
    await mira.ask({ type: 'request', id: clientId() });
    await pass(stage.stub, 2 * MINUTE);
    await vi.waitFor(async () => expect(await mailTo(to)).toHaveLength(1));
    for (let i = 0; i < 3; i++) {
      await mira.ask({ type: 'request', id: clientId() });
      await pass(stage.stub, 3 * MINUTE);
    }
    await vi.waitFor(async () => expect(await mailTo(to)).toHaveLength(2));
    await pass(stage.stub, 10 * MINUTE);
    expect(await mailTo(to)).toHaveLength(2);
    const ana = await staff();
    expect(ana.state.handoff?.n).toBe(1);
    await pass(stage.stub, 60 * MINUTE);
    await mira.ask({ type: 'request', id: clientId() });
    await ana.until(() => ana.state.handoff?.n === 2);
  });

  it('for off hours alone is used off hours alone', async () => {
    const to = address();
    const { customer, change } = await opened({
      ...CLOSED,
      offHoursEmail: { kind: 'email', address: to, expectation: { en: 'By noon.' } },
    });
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.message((m) => m.kind === 'event' && m.event.what === 'emailed');
    expect(mira.messages.some((m) => m.kind === 'event' && m.event.what === 'away')).toBe(false);
    await change({ closures: [], specialDays: [] });
    const elif = await customer();
    await elif.ask({ type: 'request', id: clientId() });
    await elif.phase('waiting');
  });
});

describe('the store’s rules', () => {
  it('send by language and by the words that were said; without a match it is the whole store’s', async () => {
    const team = { kind: 'team', id: 'bills', name: 'Billing' } as const;
    const { customer, conversation, desk } = await opened({
      rules: [rule({ words: ['invoice'], to: team, urgency: 'urgent' })],
    });
    const mira = await customer();
    await mira.say('My invoice is wrong');
    await mira.message((m) => m.kind === 'assistant');
    await mira.ask({ type: 'request', id: clientId() });
    const row = await desk.row(conversation, (r) => r.status === 'pending');
    expect(row).toMatchObject({ destination: { kind: 'team', id: 'bills' }, urgency: 'urgent' });
    const other = await opened({ rules: [rule({ words: ['invoice'], to: team })] });
    const elif = await other.customer();
    await elif.ask({ type: 'request', id: clientId() });
    const second = await other.desk.row(other.conversation, (r) => r.status === 'pending');
    expect(second).toMatchObject({ destination: null, urgency: 'normal' });
  });

  it('can ask for a person by themselves', async () => {
    const { customer, staff } = await opened({ rules: [rule({ words: ['wholesale'], asks: true })] });
    const mira = await customer();
    await mira.say('Do you do wholesale?');
    await mira.phase('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ reason: 'rule', source: 'rule', trigger: 'Do you do wholesale?' });
    expect(bot.asked).toHaveLength(0);
  });
});

describe('a store that offers no person', () => {
  it('shows no button, says its own words to who asks, and records it', async () => {
    const { customer, staff } = await opened({
      handoff: 'off',
      handoffOffMessage: { en: 'Write to hello@mill.example.' },
    });
    const mira = await customer();
    expect(mira.state.canAsk).toBe(false);
    await mira.say('I want to talk to a person');
    const away = await mira.message((m) => m.kind === 'event' && m.event.what === 'away');
    expect(away).toMatchObject({ event: { words: 'Write to hello@mill.example.', opensAt: null } });
    expect(JSON.stringify(mira.frames)).not.toContain('waiting');
    const ana = await staff();
    expect(ana.state.handoff).toMatchObject({ status: 'ended', outcome: 'off_hours' });
  });
});

describe('what customers see of staff', () => {
  it('can be the team’s name only', async () => {
    const { customer, staff } = await opened({ shownAs: 'team', teamName: 'Mill support' });
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await ana.claim();
    await ana.reply('Hello.');
    await mira.message((m) => m.kind === 'staff');
    expect(mira.state.phase).toMatchObject({ person: { name: 'Mill support', initials: 'MS' } });
    expect(JSON.stringify(mira.frames)).not.toContain('Ana');
  });
});
