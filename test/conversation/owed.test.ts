import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followUpsOf } from '../../src/settings/follow-ups';
import { mailTo } from '../routes/visit';
import { bot } from './bot';
import { clientId } from './client';
import { CLOSED, HOUR, hire, MINUTE, pass, SECOND, shop } from './shop';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

/** A store with one colleague who is emailed. */
async function staffed(settings = {}) {
  const stage = await shop(settings);
  const id = `tomas-${stage.store.slice(-12)}`;
  const email = `${id}@staff.example`;
  await hire(stage.store, id, 'Tomás Rivera', email);
  const desk = await stage.atDesk(id, 'Tomás Rivera');
  return { ...stage, desk, email, tomas: { id, name: 'Tomás Rivera' } };
}
const about = async (email: string, words: string) => (await mailTo(email)).filter((m) => m.text.includes(words));
const owed = ({ store }: { store: string }) => followUpsOf(env.DB, store);

describe('a handoff that nobody took', () => {
  it('stands under follow-ups, and the team is emailed once', async () => {
    const all = await staffed();
    const { customer, stage, email } = all;
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await pass(stage.stub, 30 * MINUTE);
    await mira.phase('assistant');
    await vi.waitFor(async () => expect(await about(email, 'Nobody could answer')).toHaveLength(1));
    await vi.waitFor(async () => expect(await owed(all)).toMatchObject([{ outcome: 'unanswered', n: 1 }]));
    await stage.evict();
    await pass(stage.stub, 30 * MINUTE);
    expect(await about(email, 'Nobody could answer')).toHaveLength(1);
  });
});

describe('what is owed', () => {
  it('falls due four open hours after it arose, and the team is emailed once', async () => {
    const all = await staffed(CLOSED);
    const { customer, stage, email } = all;
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.message((m) => m.kind === 'event' && m.event.what === 'away');
    // Closed for the night, whatever the clock says.
    await pass(stage.stub, 10 * HOUR);
    expect(await about(email, 'still owed')).toHaveLength(0);
    await all.change({ closures: [], specialDays: [] });
    await vi.waitFor(async () => expect((await owed(all))[0]?.dueAt).not.toBeNull());
    await pass(stage.stub, 4 * HOUR);
    await vi.waitFor(async () => expect(await about(email, 'still owed')).toHaveLength(1));
    await stage.evict();
    await pass(stage.stub, 24 * HOUR);
    expect(await about(email, 'still owed')).toHaveLength(1);
  });

  it('a reply from there settles it, reaches the customer, and changes no first responder', async () => {
    const all = await staffed();
    const { customer, staff, stage, email, tomas } = all;
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff(tomas.id, tomas.name);
    await ana.claim();
    await ana.end('follow_up', 'Owes her a lid');
    await mira.phase('assistant');
    await vi.waitFor(async () => expect(await owed(all)).toMatchObject([{ outcome: 'follow_up' }]));
    const frame = {
      type: 'send',
      id: clientId(),
      text: 'The lid is on its way.',
      seen: ana.last,
      anyway: false,
    } as const;
    expect(await ana.ask({ ...frame, followUp: true })).toMatchObject({ type: 'ack' });
    await mira.message((m) => m.kind === 'staff' && m.text === 'The lid is on its way.');
    expect(mira.state.phase.is).toBe('assistant');
    expect(ana.state.handoff).toMatchObject({ n: 1, status: 'ended' });
    await vi.waitFor(async () => expect(await owed(all)).toEqual([]));
    await pass(stage.stub, 5 * HOUR);
    expect(await about(email, 'still owed')).toHaveLength(0);
  });

  it('taking over settles it too', async () => {
    const all = await staffed(CLOSED);
    const { customer, staff } = all;
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    const ana = await staff();
    await vi.waitFor(async () => expect(await owed(all)).toHaveLength(1));
    await ana.claim();
    await mira.phase('person');
    await vi.waitFor(async () => expect(await owed(all)).toEqual([]));
  });

  it('an answer by email after the end is owed an answer', async () => {
    const all = await staffed();
    const { customer, staff, stage, email } = all;
    const mira = await customer();
    await mira.ask({ type: 'request', id: clientId() });
    await mira.ask({ type: 'email', id: clientId(), address: 'mira@customer.example' });
    const ana = await staff();
    await ana.claim();
    await ana.end();
    await mira.phase('assistant');
    await pass(stage.stub, 10 * SECOND);
    expect(await owed(all)).toEqual([]);
    await stage.stub.mailIn({ id: 'mail-of-hers-1', from: 'mira@customer.example', text: 'Broken.', attachments: [] });
    await vi.waitFor(async () =>
      expect(await owed(all)).toMatchObject([{ outcome: 'resolved', email: 'mira@customer.example' }]),
    );
    await pass(stage.stub, 4 * HOUR);
    await vi.waitFor(async () => expect(await about(email, 'still owed')).toHaveLength(1));
  });
});
