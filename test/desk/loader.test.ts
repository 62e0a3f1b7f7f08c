import { env, runInDurableObject } from 'cloudflare:test';
import { expect, it } from 'vitest';
import '../../src/channels/mail/alert';

const object = () => env.DESK.get(env.DESK.idFromName(crypto.randomUUID())) as DurableObjectStub<never>;
const load = () => import('../../src/channels/mail/alert');

it('an object that goes down while it loads something leaves it to the others', async () => {
  const down = runInDurableObject(object(), (_, state) => {
    void load();
    state.abort();
  });
  await expect(down).rejects.toThrow();
  const { alertMail } = await runInDurableObject(object(), load);
  expect(alertMail).toBeTypeOf('function');
});
