import { env } from 'cloudflare:test';
import { expect, test, vi } from 'vitest';
import { deskStub } from '../../src/desk/door';
import { ask, knock, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** A dashboard of this store that is opened once. */
async function visits(store: Store, cookie: string) {
  const answer = await ask(`/api/stores/${store.id}/ticket`, { method: 'POST', cookie });
  const { ticket } = await answer.json<{ ticket: string }>();
  const { webSocket } = await knock('/staff/desk/socket', ['baton.v1', `token.${ticket}`]);
  webSocket?.accept();
  return webSocket;
}

test('whoever signs out is off duty, in every store of theirs', async () => {
  const [ana, dele] = [await newPerson('Ana', 'ana@out.example'), await newPerson('Dele', 'dele@out.example')];
  const first = await newStore('First', { [ana]: 'owner', [dele]: 'agent' });
  const second = await newStore('Second', { [ana]: 'agent' });
  const cookies = { ana: await signIn('ana@out.example'), dele: await signIn('dele@out.example') };
  for (const store of [first, second]) (await visits(store, cookies.ana))?.close(1000);
  (await visits(first, cookies.dele))?.close(1000);
  const onDuty = (store: Store, id: string) => deskStub(env, store.id).isOnDuty(id);
  for (const store of [first, second]) expect(await onDuty(store, ana)).toBe(true);
  expect((await ask('/api/auth/sign-out', { method: 'POST', cookie: cookies.ana })).status).toBe(200);
  for (const store of [first, second]) expect(await onDuty(store, ana)).toBe(false);
  expect(await onDuty(first, dele)).toBe(true);
});

test('a dashboard of theirs that is still open has to say who it is, and cannot; a colleague’s goes on', async () => {
  const [ana, dele] = [await newPerson('Ana', 'ana@open.example'), await newPerson('Dele', 'dele@open.example')];
  const store = await newStore('Open', { [ana]: 'owner', [dele]: 'agent' });
  const cookies = { ana: await signIn('ana@open.example'), dele: await signIn('dele@open.example') };
  const [hers, his] = [await visits(store, cookies.ana), await visits(store, cookies.dele)];
  const closed = { hers: 0, his: 0 };
  hers?.addEventListener('close', ({ code }) => {
    closed.hers = code;
  });
  his?.addEventListener('close', ({ code }) => {
    closed.his = code;
  });
  await ask('/api/auth/sign-out', { method: 'POST', cookie: cookies.ana });
  await vi.waitFor(() => expect(closed).toEqual({ hers: 1012, his: 0 }));
  const again = await ask(`/api/stores/${store.id}/ticket`, { method: 'POST', cookie: cookies.ana });
  expect(await refusal(again)).toBe('401 unauthorized');
  his?.close(1000);
});
