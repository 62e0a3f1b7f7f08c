import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { ofStore, type SignedIn, signedIn } from '../accounts/access';
import { sessionOf } from '../accounts/auth';
import { resetSecondStep } from '../accounts/people';
import { devicesUnder, keepUnder } from '../accounts/push-devices';
import { beginSecondStep, checkCode, endSecondStep, isOn, newBackupCodes } from '../accounts/second-step';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { json, smallBody } from './valid';

type C = Context<SignedIn>;

const Typed = v.object({ code: v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(20)) });
const Nothing = v.object({});
const originOf = (c: C) => new URL(c.req.url).origin;

/** @throws Refusal where the code is not right */
async function right(c: C, code: string): Promise<string[]> {
  const asked = { is: 'signed-in', person: c.get('person').id } as const;
  const checked = await checkCode(c.env, originOf(c), c.req.raw.headers, { asked, code, now: Date.now() });
  if (!checked.ok) throw new Refusal(checked.reason);
  return checked.cookies;
}

/** Turning it on or off makes a new session of the one that asks: its devices go on being told. */
async function asNewSession(c: C, change: () => Promise<string[]>): Promise<void> {
  const devices = await devicesUnder(c.env.DB, c.get('session'));
  const cookies = await change();
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true });
  const cookie = cookies.map((one) => one.split(';')[0]).join('; ');
  const session = await sessionOf(c.env, originOf(c), new Headers({ cookie }));
  if (session) await keepUnder(c.env.DB, session.id, devices);
}

/** The reader's second step, and an owner's way to reset a colleague's. Typed for `hc<SecondStepApi>('/')`. */
export const secondStepApi = new Hono<{ Bindings: Env }>()
  .basePath('/api')
  .get('/me/second-step', signedIn, async (c) => c.json({ on: await isOn(c.env.DB, c.get('person').id) }))
  .post('/me/second-step', signedIn, smallBody, json(Nothing), async (c) => {
    // A new secret in the place of one that is in force would need no code.
    const { id } = c.get('person');
    if (await isOn(c.env.DB, id)) throw new Refusal('not_allowed_now');
    return c.json(await beginSecondStep(c.env, originOf(c), c.req.raw.headers, id));
  })
  .post('/me/second-step/on', signedIn, smallBody, json(Typed), async (c) => {
    if (await isOn(c.env.DB, c.get('person').id)) throw new Refusal('not_allowed_now');
    await asNewSession(c, () => right(c, c.req.valid('json').code));
    return c.json({ on: true });
  })
  .post('/me/second-step/off', signedIn, smallBody, json(Typed), async (c) => {
    await right(c, c.req.valid('json').code);
    await asNewSession(c, () => endSecondStep(c.env, originOf(c), c.req.raw.headers));
    return c.json({ on: false });
  })
  .post('/me/second-step/codes', signedIn, smallBody, json(Typed), async (c) => {
    await right(c, c.req.valid('json').code);
    return c.json({ backupCodes: await newBackupCodes(c.env, originOf(c), c.req.raw.headers) });
  })
  .delete('/stores/:store/people/:person/second-step', signedIn, ofStore, async (c) => {
    const reset = await resetSecondStep(c.env, c.get('actor'), c.req.param('person'), Date.now());
    if (!reset.ok) throw new Refusal(reset.reason);
    return c.json({ on: false });
  });

export type SecondStepApi = typeof secondStepApi;
