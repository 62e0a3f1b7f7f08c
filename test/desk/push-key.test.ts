import { env, runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { pushKey } from '../../src/channels/push/vapid';

const SECRET = 'another-secret-of-enough-letters-0123';
const object = () => env.DESK.get(env.DESK.idFromName(crypto.randomUUID())) as DurableObjectStub<never>;

it('a desk that goes down while the key for pushes is made keeps nobody waiting for it', async () => {
  const down = runInDurableObject(object(), (_, state) => {
    void pushKey(SECRET);
    state.abort();
  });
  await expect(down).rejects.toThrow();
  expect(await runInDurableObject(object(), () => pushKey(SECRET))).toMatch(/^B/);
});
