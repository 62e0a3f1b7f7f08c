import { env } from 'cloudflare:test';
import { expect, vi } from 'vitest';
import { type Handoff, type Lifecycle, responderOf } from '../../../src/domain/handoff';
import type { CustomerMessage } from '../../../src/protocol/customer';
import type { StaffMessage } from '../../../src/protocol/staff';
import { holds } from '../../domain/model/rules';
import type { CustomerClient } from '../client';
import { greeted, type Stage } from './stage';

/** What must hold when a run is over: of what each side has seen, of the records, of the desk and of history. */

const MINUTE = 60_000;

/** Nobody does anything any more. What is due comes, whoever waits hears of it, and nobody waits for ever. */
export async function rest(stage: Stage): Promise<void> {
  const settled = async () => {
    const before = JSON.stringify(await stage.lifecycle());
    await stage.alarms();
    return before === JSON.stringify(await stage.lifecycle());
  };
  for (let rounds = 0; !(await settled()) || (await stage.phase()) === 'waiting'; rounds++) {
    expect(rounds, 'somebody waits for ever').toBeLessThan(6);
    await stage.pass(31 * MINUTE);
  }
}

export async function check(stage: Stage): Promise<void> {
  const fresh = await stage.customer();
  const ana = await stage.staff(0);
  const state = await stage.lifecycle();
  holds(state, stage.now);
  sameWords(stage, sinceWelcome<CustomerMessage>(fresh));
  sameWords(stage, sinceWelcome<StaffMessage>(ana));
  nothingPrivate(stage);
  for (const client of stage.connections) whole(client, fresh);
  for (const tab of stage.tabs) {
    expect((await greeted(tab)).state.phase).toEqual(fresh.state.phase);
  }
  told(state, sinceWelcome<StaffMessage>(ana));
  silent(sinceWelcome<CustomerMessage>(fresh));
  await followed(stage);
  ana.close();
}

/** From its welcome on: what came before that, the welcome says again, and a client puts each in its place. */
function sinceWelcome<M extends { seq: number }>(client: {
  frames: ({ type: string } | { type: 'welcome'; messages: M[] } | { type: 'message'; message: M })[];
}): M[] {
  const from = client.frames.findIndex(({ type }) => type === 'welcome');
  return client.frames
    .slice(from)
    .flatMap((f) =>
      'messages' in f ? f.messages : 'message' in f && typeof f.message === 'object' ? [f.message] : [],
    );
}

/** No acknowledged message lost, doubled or out of order, on either side. */
function sameWords({ acknowledged }: Stage, messages: readonly (CustomerMessage | StaffMessage)[]): void {
  expect(messages.flatMap((m) => (m.kind === 'customer' || m.kind === 'staff' ? [m.text] : []))).toEqual(acknowledged);
  expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
}

function nothingPrivate({ connections }: Stage): void {
  const seen = JSON.stringify(connections.map(({ frames }) => frames));
  expect(seen).not.toContain('secret');
  expect(seen).not.toContain('"transfer"');
  expect(seen).not.toContain('office@');
}

/** Each connection saw each message at most once and in order, no older state after a newer one, and no answer undone. */
function whole(client: CustomerClient, fresh: CustomerClient): void {
  const { frames } = client;
  const live = sinceWelcome<CustomerMessage>(client).map(({ seq }) => seq);
  expect(live).toEqual([...new Set(live)].sort((a, b) => a - b));
  const rated = new Set<number>();
  let last = { rev: 0, turn: 0 };
  for (const frame of frames) {
    if (frame.type !== 'state' && frame.type !== 'welcome') continue;
    const { rev, turn, rating } = frame.state;
    expect(rev, 'states only grow').toBeGreaterThan(last.rev);
    expect(turn, 'turns never fall').toBeGreaterThanOrEqual(last.turn);
    last = { rev, turn };
    if (rating?.thumb) rated.add(rating.handoff);
    else if (rating) expect(rated.has(rating.handoff), 'asked again after it was rated').toBe(false);
  }
  expect(fresh.state.rev).toBeGreaterThanOrEqual(last.rev);
}

/** The messages tell of every handoff what its record says: one open at most, and who answers the customer now. */
function told({ handoffs, turn }: Lifecycle, messages: readonly StaffMessage[]): void {
  const events = messages.flatMap((m) => (m.kind === 'event' ? [m.event] : []));
  let responder = 'assistant';
  let open: number | null = null;
  let turns = 1;
  for (const event of events) {
    const before = responder;
    if (event.what === 'asked' || event.what === 'joined') {
      expect([null, event.handoff], 'one open handoff at most').toContain(open);
      if (event.what === 'asked') expect(open, 'asked once').toBeNull();
      open = event.handoff;
      responder = event.what === 'asked' ? 'nobody' : event.staff.id;
    } else if (event.what === 'released') {
      expect(event.handoff).toBe(open);
      responder = 'nobody';
    } else if (event.what === 'ended') {
      expect(event.handoff, 'what ends was open').toBe(open);
      open = null;
      responder = 'assistant';
    }
    if (responder !== before) turns++;
  }
  const is = responderOf({ handoffs, turn });
  expect(responder).toBe(is.is === 'staff' ? is.staff.id : is.is);
  expect(turns, 'the turn rises with every change of the first responder').toBe(turn);
  for (const { n, reopened, status, assignees } of handoffs) {
    const mine = events.filter((e) => 'handoff' in e && e.handoff === n);
    const ended = mine.filter(({ what }) => what === 'ended').length;
    const never = mine.some(({ what }) => what === 'emailed') || mine[0]?.what === 'away';
    expect(ended, `ends of #${n}`).toBe(never ? 0 : reopened + (status === 'ended' ? 1 : 0));
    const joined = mine.flatMap((e) => (e.what === 'joined' ? [e.staff.id] : []));
    expect(joined, `who had #${n}`).toEqual(assignees.map(({ staff }) => staff.id));
  }
}

/** The assistant is silent while a handoff is open. */
function silent(messages: readonly CustomerMessage[]): void {
  let open = false;
  for (const m of messages) {
    if (m.kind === 'event' && (m.event.what === 'asked' || m.event.what === 'joined')) open = true;
    if (m.kind === 'event' && m.event.what === 'ended') open = false;
    if (m.kind === 'assistant' && open) expect(m.cut).not.toBeNull();
  }
}

const SELECT = 'SELECT n, status, outcome, owed_since, rating, last_assignee FROM handoff WHERE conversation_id = ?';

/** The desk's queue and the history in D1 come to the same, however often what they follow was interrupted. */
async function followed(stage: Stage): Promise<void> {
  await vi.waitFor(
    async () => {
      await stage.alarms();
      const { handoffs } = await stage.lifecycle();
      const { results } = await env.DB.prepare(`${SELECT} ORDER BY n`).bind(stage.conversation).all();
      const over = handoffs.filter(({ status }) => status === 'ended');
      expect(results.filter(({ status }) => status === 'ended')).toEqual(over.map(historyOf));
      const desk = await stage.atDesk();
      const row = desk.frames.flatMap((f) => (f.type === 'welcome' ? f.rows : [])).at(0);
      desk.close();
      const open = handoffs.find(({ status }) => status !== 'ended');
      if (open) expect(row).toMatchObject({ status: open.status, handoff: open.n });
      else expect(row?.status ?? 'assistant').toBe('assistant');
    },
    { timeout: 20_000, interval: 50 },
  );
}

function historyOf(h: Handoff): object {
  const ended = h.status === 'ended' ? h : null;
  return {
    n: h.n,
    status: h.status,
    outcome: ended?.outcome ?? null,
    owed_since: ended?.followUp?.since ?? null,
    rating: ended?.rating.is === 'given' ? ended.rating.thumb : null,
    last_assignee: h.assignees.at(-1)?.staff.id ?? null,
  };
}
