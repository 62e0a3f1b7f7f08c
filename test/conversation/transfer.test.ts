import { env } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bot } from './bot';
import { clientId } from './client';
import { hire, MINUTE, pass, shop } from './shop';
import { dossierOf } from './stored';

beforeEach(() => bot.reset());
afterEach(() => {
  vi.useRealTimers();
});

const DELE = `dele-${crypto.randomUUID()}`;

/** A chat that Ana has, with Dele a colleague of hers. */
async function talking() {
  const stage = await shop();
  const dele = DELE + stage.store.slice(-4);
  await hire(stage.store, dele, 'Dele Okafor');
  const mira = await stage.customer();
  await mira.ask({ type: 'request', id: clientId() });
  const desk = await stage.atDesk();
  const ana = await stage.staff();
  await ana.claim();
  await ana.reply('Hello, Ana here.');
  const offer = (note = 'She wants the blue one') =>
    ana.ask({ type: 'transfer', id: clientId(), to: { kind: 'person', id: dele }, note });
  return { ...stage, dele, mira, desk, ana, offer };
}

describe('a transfer', () => {
  it('leaves the sender first responder until it is taken, and the customer knows nothing of it', async () => {
    const { mira, ana, offer, staff, dele, conversation, desk } = await talking();
    const other = await staff(dele, 'Dele Okafor');
    expect(await offer()).toMatchObject({ type: 'ack' });
    await ana.until(() => ana.state.handoff?.transfer);
    expect(ana.state.handoff).toMatchObject({
      status: 'assigned',
      assignee: { id: 'ana' },
      transfer: { to: { id: dele } },
    });
    await desk.row(conversation, (r) => r.transfer?.to.id === dele);
    expect(await ana.reply('Still me.')).toMatchObject({ type: 'ack' });
    await other.message((m) => m.kind === 'note' && m.text === 'She wants the blue one');
    expect(await other.claim('ana')).toMatchObject({ type: 'ack' });
    await mira.message((m) => m.kind === 'event' && m.event.what === 'joined' && m.event.previous === 'Ana');
    expect(other.state.handoff).toMatchObject({ assignee: { id: dele }, transfer: null });
    const seen = JSON.stringify(mira.frames);
    expect(seen).not.toContain('transfer');
    expect(seen).not.toContain('blue one');
    const places = mira.messages.map((m) => m.seq);
    expect(places).toEqual(places.map((_, i) => i + 1));
  });

  it('is taken by simply replying, by whom it was offered to and nobody else', async () => {
    const { offer, staff, dele } = await talking();
    await offer();
    const stranger = await staff('mo', 'Mo Salim');
    expect(await stranger.reply('Me?')).toMatchObject({ type: 'error', code: 'not_yours' });
    const other = await staff(dele, 'Dele Okafor');
    expect(await other.reply('Dele here.')).toMatchObject({ type: 'ack' });
    expect(other.state.handoff?.assignee?.id).toBe(dele);
  });

  it('is withdrawn by its sender only', async () => {
    const { ana, offer, staff, dele } = await talking();
    await offer();
    const other = await staff(dele, 'Dele Okafor');
    expect(await other.ask({ type: 'withdraw', id: clientId() })).toMatchObject({ type: 'error', code: 'not_yours' });
    expect(await ana.ask({ type: 'withdraw', id: clientId() })).toMatchObject({ type: 'ack' });
    expect(ana.state.handoff).toMatchObject({ assignee: { id: 'ana' }, transfer: null });
    expect(await ana.ask({ type: 'withdraw', id: clientId() })).toMatchObject({ code: 'not_allowed_now' });
  });

  it('not taken in time it stays with the sender, who is told; over an eviction too', async () => {
    const { ana, mira, offer, stage } = await talking();
    await offer();
    await stage.evict();
    await pass(stage.stub, 2 * MINUTE - 5_000);
    expect(ana.state.handoff?.transfer).not.toBeNull();
    await pass(stage.stub, 5_000);
    await ana.message((m) => m.kind === 'event' && m.event.what === 'transfer' && m.event.is === 'lapsed');
    expect(ana.state.handoff).toMatchObject({ status: 'assigned', assignee: { id: 'ana' }, transfer: null });
    expect(mira.state.phase).toMatchObject({ is: 'person' });
  });

  it('not taken in time and the sender gone, it is pending again', async () => {
    const { ana, mira, offer, stage, desk } = await talking();
    await offer();
    desk.close();
    ana.close();
    // The desk has told the conversation that she is nowhere any more.
    await vi.waitFor(async () => {
      const handoff = (await dossierOf(stage.stub))?.lifecycle.state.handoffs.at(-1);
      expect(handoff).toMatchObject({ transfer: expect.anything(), goneSince: expect.any(Number) });
    });
    await pass(stage.stub, 2 * MINUTE + 1);
    await mira.phase('waiting');
    await mira.message((m) => m.kind === 'event' && m.event.what === 'released' && m.event.name === 'Ana');
  });

  it('ends with the customer’s cancelling', async () => {
    const { ana, mira, offer } = await talking();
    await offer();
    expect(await mira.ask({ type: 'cancel', id: clientId() })).toMatchObject({ type: 'ack' });
    await ana.until(() => ana.state.handoff?.outcome === 'cancelled');
    expect(ana.state.handoff?.transfer).toBeNull();
  });

  it('goes to a team of the store, and to nobody outside it', async () => {
    const { ana, store } = await talking();
    await env.DB.prepare("INSERT INTO team (store_id, id, name, created_at) VALUES (?, 'bills', 'Billing', 0)")
      .bind(store)
      .run();
    const to = (kind: 'person' | 'team', id: string) =>
      ana.ask({ type: 'transfer', id: clientId(), to: { kind, id }, note: '' });
    expect(await to('team', 'bills')).toMatchObject({ type: 'ack' });
    expect(ana.state.handoff?.transfer?.to).toEqual({ kind: 'team', id: 'bills', name: 'Billing' });
    await hire((await shop()).store, 'stranger', 'Of Another Store');
    expect(await to('person', 'stranger')).toMatchObject({ type: 'error', code: 'not_found' });
    expect(await to('team', 'none')).toMatchObject({ type: 'error', code: 'not_found' });
    expect(ana.state.handoff?.transfer?.to.id).toBe('bills');
  });
});
