import { env } from 'cloudflare:test';
import { describe, expect, it, vi } from 'vitest';
import { changedFacts } from '../../src/conversation/frames/staff-facts';
import { MOST_TAGS, MOST_TASKS, type StaffFacts } from '../../src/protocol/staff-facts';
import { clientId, type StaffClient, scene } from './client';

/** Tags, properties and tasks: what staff keep beside a conversation. */

const ana = { id: 'ana', name: 'Ana Kovač' };
const T0 = 1_800_000_000_000;
const NONE: StaffFacts = { tags: [], properties: [], tasks: [] };

/** Two of the staff look at a conversation in which something was said. */
async function open() {
  const stage = scene();
  const mira = await stage.customer();
  await mira.say('Hello');
  const [first, second] = [await stage.staff('ana', 'Ana Kovač'), await stage.staff('dele', 'Dele Okafor')];
  return { stage, ...stage, mira, first, second };
}

const tag = (staff: StaffClient, name: string, on = true) => staff.ask({ type: 'tag', id: clientId(), name, on });
const factsOf = (staff: StaffClient, is: (facts: StaffFacts) => boolean) =>
  staff.until(() => staff.frames.length > 0 && staff.state.facts && is(staff.state.facts) && staff.state.facts);

describe('what staff keep beside a conversation', () => {
  it('colleagues see it at once, it outlives an eviction, and the customer hears nothing of it', async () => {
    const { mira, first, second, stage } = await open();
    const heard = mira.frames.length;
    await tag(first, 'Wholesale');
    await first.ask({ type: 'property', id: clientId(), name: 'Size', value: 'M' });
    const task = clientId();
    await first.ask({ type: 'task', id: clientId(), task, change: { is: 'added', text: 'Ask the warehouse' } });
    const seen = await factsOf(second, ({ tasks }) => tasks.length === 1);
    expect(seen).toMatchObject({ tags: ['Wholesale'], properties: [{ name: 'Size', value: 'M' }] });
    expect(seen.tasks).toMatchObject([{ id: task, text: 'Ask the warehouse', by: { name: 'Ana Kovač' }, done: null }]);
    await second.ask({ type: 'task', id: clientId(), task, change: { is: 'done', done: true } });
    await stage.evict();
    const late = await stage.staff('joanna', 'Joanna Lind');
    expect(late.state.facts?.tasks).toMatchObject([{ done: { by: { name: 'Dele Okafor' } } }]);
    expect(JSON.stringify(mira.frames.slice(heard))).not.toMatch(/Wholesale|warehouse|Size/);
  });

  it('stands in history, and is none there when it was taken away', async () => {
    const { first, store, conversation } = await open();
    const stored = (is: object) =>
      vi.waitFor(async () => {
        const row = await env.DB.prepare(
          'SELECT tags, properties, tasks FROM conversation WHERE store_id = ? AND id = ?',
        )
          .bind(store, conversation)
          .first();
        expect(row).toMatchObject(is);
      });
    await tag(first, 'VIP');
    await stored({ tags: '["VIP"]', properties: null, tasks: null });
    await tag(first, 'VIP', false);
    await stored({ tags: null });
  });

  it('the queue shows how many tasks are open', async () => {
    const { first, mira, atDesk, conversation } = await open();
    const desk = await atDesk('dele', 'Dele Okafor');
    await mira.ask({ type: 'request', id: clientId() });
    await desk.row(conversation, ({ status }) => status === 'pending');
    const task = clientId();
    await first.ask({ type: 'task', id: clientId(), task, change: { is: 'added', text: 'Ask the warehouse' } });
    await desk.row(conversation, ({ tasks }) => tasks === 1);
    await first.ask({ type: 'task', id: clientId(), task, change: { is: 'done', done: true } });
    await desk.row(conversation, ({ tasks }) => tasks === undefined);
  });

  it('what has no room is refused by name, and what cannot be read too', async () => {
    const { first } = await open();
    for (let i = 0; i < MOST_TAGS; i += 1) await tag(first, `Tag ${i}`);
    expect(await tag(first, 'One more')).toMatchObject({ type: 'error', code: 'too_many_facts' });
    expect(await tag(first, '  ')).toMatchObject({ type: 'error', code: 'bad_frame' });
    expect(await tag(first, 'x'.repeat(41))).toMatchObject({ type: 'error' });
    expect(await tag(first, 'tag 3')).toMatchObject({ type: 'ack' });
    expect(first.state.facts?.tags).toHaveLength(MOST_TAGS);
  });
});

describe('a change of it', () => {
  const tagged = (name: string, on = true) => ({ type: 'tag', id: 'id-00000', name, on }) as const;

  it('that comes twice changes nothing, whatever its capitals', () => {
    const once = changedFacts(NONE, tagged('VIP'), ana, T0);
    expect(once?.tags).toEqual(['VIP']);
    expect(changedFacts(once as StaffFacts, tagged('vip'), ana, T0)).toBe(once);
    expect(changedFacts(NONE, tagged('VIP', false), ana, T0)).toBe(NONE);
  });

  it('of a task that a colleague removed a moment before is settled', () => {
    const frame = { type: 'task', id: 'id-00000', task: 'gone-0000', change: { is: 'done', done: true } } as const;
    expect(changedFacts(NONE, frame, ana, T0)).toBe(NONE);
  });

  it('a new task takes the place of the oldest that is done; where none is, there is no room', () => {
    const of = (n: number, done: boolean) => ({
      id: `task-${n}`,
      text: `Task ${n}`,
      by: { ...ana, initials: 'AK' },
      at: T0,
      done: done ? { by: { ...ana, initials: 'AK' }, at: T0 } : null,
    });
    const added = { type: 'task', id: 'id-00000', task: 'task-new', change: { is: 'added', text: 'New' } } as const;
    const full = Array.from({ length: MOST_TASKS }, (_, n) => of(n, false));
    expect(changedFacts({ ...NONE, tasks: full }, added, ana, T0)).toBeNull();
    const tasks = full.map((task, n) => (n === 4 || n === 7 ? of(n, true) : task));
    const ids = changedFacts({ ...NONE, tasks }, added, ana, T0)?.tasks.map(({ id }) => id);
    expect(ids).toHaveLength(MOST_TASKS);
    expect(ids).toContain('task-new');
    expect(ids).not.toContain('task-4');
    expect(ids).toContain('task-7');
  });
});
