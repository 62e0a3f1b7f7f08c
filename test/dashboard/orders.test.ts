import { describe, expect, test } from 'vitest';
import { Orders } from '../../src/dashboard/conversation/orders';
import { common } from '../../src/dashboard/words/en/common';
import type { StaffFrame } from '../../src/protocol/staff';

/** Orders on a line that is there, or is not; what went out and what was said above the composer. */
function given({ online = true } = {}) {
  const [sent, said] = [[] as StaffFrame[], [] as string[]];
  const orders = new Orders({
    send: (frame) => online && sent.push(frame) > 0,
    refused: (why) => said.push(why),
  });
  return { orders, said, sent, ids: () => sent.flatMap((frame) => ('id' in frame ? frame.id : [])) };
}

const SIGHT = { handoff: 1, over: null };

describe('what staff do with a chat beside writing in it', () => {
  test('a second press goes nowhere while the first has no answer', async () => {
    const { orders, sent, ids } = given();
    const claimed = orders.claim(SIGHT);
    await orders.claim(SIGHT);
    expect(sent).toMatchObject([{ type: 'claim', ...SIGHT }]);
    expect(orders.busy.value).toBe(true);
    for (const id of ids()) orders.answered(id, { ok: true });
    await claimed;
    expect(orders.busy.value).toBe(false);
  });

  test('a refusal is said where nobody waits for it, and is whoever’s who does', async () => {
    const { orders, said, ids } = given();
    const released = orders.release();
    const ended = orders.end('resolved', '');
    for (const id of ids()) orders.answered(id, { ok: false, message: `no ${id === ids()[0] ? 'release' : 'end'}` });
    await released;
    expect(await ended).toEqual({ ok: false, message: 'no end' });
    expect(said).toEqual(['no release']);
  });

  test('without a line the order is refused at once', async () => {
    const { orders } = given({ online: false });
    expect(await orders.transfer({ kind: 'person', id: 'dele' }, '')).toEqual({ ok: false, message: common.offline });
    expect(orders.busy.value).toBe(false);
  });

  test('answers that a lost connection swallowed are waited for no longer', async () => {
    const { orders, ids } = given();
    const kept = orders.keep({ type: 'tag', name: 'vip', on: true });
    expect(ids().map((id) => orders.has(id))).toEqual([true]);
    orders.lost();
    expect(await kept).toEqual({ ok: true });
    expect(ids().map((id) => orders.has(id))).toEqual([false]);
  });
});
