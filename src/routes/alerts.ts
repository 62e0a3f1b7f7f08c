import { Hono } from 'hono';
import * as v from 'valibot';
import { ofStore, signedIn } from '../accounts/access';
import { deskStub } from '../desk/door';
import { optedIn, setSwitch, switchesOf } from '../desk/team';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { json, smallBody } from './valid';

const Switch = v.object({ store: v.pipe(v.string(), v.maxLength(64)), emailAlerts: v.boolean() });
const Again = v.object({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) });

/** Alerts by email: everybody's own switches, and what could not be sent. Typed for `hc<AlertsApi>('/')`. */
export const alerts = new Hono<{ Bindings: Env }>()
  .basePath('/api')
  .get('/me/alerts', signedIn, async (c) => c.json({ stores: await switchesOf(c.env.DB, c.get('person').id) }))
  .put('/me/alerts', signedIn, smallBody, json(Switch), async (c) => {
    const { store, emailAlerts } = c.req.valid('json');
    const person = c.get('person').id;
    // A store of others is one that does not exist.
    if (!(await setSwitch(c.env.DB, { store, person, on: emailAlerts }))) throw new Refusal('not_found');
    return c.json({ stores: await switchesOf(c.env.DB, person) });
  })
  .get('/stores/:store/alerts', signedIn, ofStore, async (c) => {
    const { store } = c.get('actor');
    const [parked, opted] = await Promise.all([deskStub(c.env, store).parkedAlerts(), optedIn(c.env.DB, store)]);
    return c.json({ parked, optedIn: opted });
  })
  .post('/stores/:store/alerts/retry', signedIn, ofStore, smallBody, json(Again), async (c) => {
    const again = await deskStub(c.env, c.get('actor').store).retryAlert(c.req.valid('json').key);
    if (!again) throw new Refusal('not_found');
    return c.json({ again: true as const });
  });

export type AlertsApi = typeof alerts;
