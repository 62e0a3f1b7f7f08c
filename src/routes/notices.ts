import { Hono } from 'hono';
import * as v from 'valibot';
import { ofStore, signedIn } from '../accounts/access';
import { languageOf } from '../accounts/language';
import { keepNotices, NoticesWanted } from '../accounts/notices';
import { addDevice, addressOf, devicesOf, forgetDevices, removeDevice, Subscription } from '../accounts/push-devices';
import { secretOf } from '../accounts/readiness';
import { pushKey } from '../channels/push/vapid';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { unsafe } from '../outbound/fetch';
import type { PushText } from '../protocol/push';
import { staffWords } from '../words/words';
import { deviceOf } from './device';
import { spokenTo } from './spoken';
import { json, smallBody } from './valid';

/** Seconds for which a test is worth delivering. */
const TEST_HOLDS = 60;
const Nothing = v.object({});

const TEST = { tag: 'test', open: '/dashboard/', claim: false, takeOver: '', waiting: 0, urgent: false };

/** The reader's own devices, and what they are told of. Typed for `hc<NoticesApi>('/')`. */
export const noticesApi = new Hono<{ Bindings: Env }>()
  .basePath('/api')
  .get('/me/push', signedIn, async (c) => {
    const owner = { person: c.get('person').id, session: c.get('session') };
    const [key, devices] = await Promise.all([pushKey(secretOf(c.env)), devicesOf(c.env.DB, owner)]);
    return c.json({ key, devices });
  })
  .put('/me/push', signedIn, smallBody, json(Subscription), async (c) => {
    const subscription = c.req.valid('json');
    if (await unsafe(c.env, subscription.endpoint)) throw new Refusal('url_refused');
    const owner = { person: c.get('person').id, session: c.get('session') };
    const name = deviceOf(c.req.header('user-agent')) ?? 'A browser';
    await addDevice(c.env.DB, owner, subscription, { name, language: spokenTo(c), now: Date.now() });
    return c.json({ devices: await devicesOf(c.env.DB, owner) });
  })
  .delete('/me/push/:device', signedIn, async (c) => {
    const owner = { person: c.get('person').id, session: c.get('session') };
    if (!(await removeDevice(c.env.DB, owner.person, c.req.param('device')))) throw new Refusal('not_found');
    return c.json({ devices: await devicesOf(c.env.DB, owner) });
  })
  .post('/me/push/:device/test', signedIn, smallBody, json(Nothing), async (c) => {
    const device = c.req.param('device');
    const address = await addressOf(c.env.DB, c.get('person').id, device);
    if (!address) throw new Refusal('not_found');
    const { sendPush } = await import('../channels/push/send');
    const { push } = await staffWords((await languageOf(c.env, c.get('person').email)) ?? spokenTo(c));
    const text: PushText = { ...TEST, ...push.test };
    const message = { text: JSON.stringify(text), ttl: TEST_HOLDS, urgency: 'high', topic: 'test' } as const;
    const { is } = await sendPush(c.env, address, message, new URL(c.req.url).origin);
    if (is === 'gone') await forgetDevices(c.env.DB, [device]);
    if (is !== 'sent') throw new Refusal('push_refused');
    return c.json({ sent: true as const });
  })
  .put('/stores/:store/notices', signedIn, ofStore, smallBody, json(NoticesWanted), async (c) => {
    await keepNotices(c.env.DB, c.get('actor'), c.req.valid('json'));
    return c.json(c.req.valid('json'));
  });

export type NoticesApi = typeof noticesApi;
