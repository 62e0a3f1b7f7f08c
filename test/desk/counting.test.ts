import { expect, it, vi } from 'vitest';
import { clientId, scene } from '../conversation/client';
import { delivered } from '../conversation/stored';
import { row } from './shop';

type Room = ReturnType<typeof scene>;

/** Waits until the desk knows all that this conversation owes it. */
const heard = ({ stub }: Room) => delivered(stub);

/** What the next customer would be told to expect. */
let probes = 0;
const estimate = async ({ desk }: Room) => (await desk.update(row(`probe-${++probes}`))).estimate;

async function asks(room: Room) {
  const customer = await room.customer();
  await customer.ask({ type: 'request', id: clientId() });
  await customer.phase('waiting');
  return customer;
}

it('what nobody waited for says nothing of how long it takes: staff-begun and cancelled ones', async () => {
  const room = scene();
  const { store } = room;
  for (let i = 0; i < 3; i += 1) {
    const begun = scene(store);
    const mira = await begun.customer();
    await mira.say('Hello');
    const ana = await begun.staff();
    expect(await ana.reply('Can I help?')).toMatchObject({ type: 'ack' });
    await heard(begun);

    const waiting = scene(store);
    await (await asks(waiting)).ask({ type: 'cancel', id: clientId() });
    await heard(waiting);

    const talking = scene(store);
    const customer = await asks(talking);
    await (await talking.staff()).claim();
    await heard(talking);
    await customer.ask({ type: 'cancel', id: clientId(), seen: 'talking' });
    await heard(talking);
  }
  expect(await estimate(room)).toBeNull();
});

it('what was waited for counts once, from the first request to whoever came first', async () => {
  const room = scene();
  const start = Date.now();
  vi.useFakeTimers({ toFake: ['Date'] });
  for (let i = 0; i < 3; i += 1) {
    vi.setSystemTime(start);
    const taken = scene(room.store);
    await asks(taken);
    const ana = await taken.staff();
    vi.setSystemTime(start + 4 * 60_000);
    await ana.claim();
    await heard(taken);
    expect(await estimate(room)).toBe(i < 2 ? null : 4);
    // Waiting again, and another colleague later, is not another sample, nor a longer one.
    await ana.ask({ type: 'release', id: clientId() });
    vi.setSystemTime(start + 20 * 60_000);
    await (await taken.staff('dele', 'Dele Okafor')).claim();
    await heard(taken);
  }
  expect(await estimate(room)).toBe(4);
  vi.useRealTimers();
});
