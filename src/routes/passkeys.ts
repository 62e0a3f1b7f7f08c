import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { type SignedIn, signedIn } from '../accounts/access';
import {
  addPasskey,
  beginPasskey,
  beginSignIn,
  isFresh,
  NewPasskey,
  type Outcome,
  PasskeyName,
  passkeyOrigin,
  passkeysOf,
  removePasskey,
  renamePasskey,
  Signed,
  signInByPasskey,
} from '../accounts/passkeys';
import { checkCode, isOn } from '../accounts/second-step';
import { mailConfig } from '../channels/mail/resend';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { deviceOf } from './device';
import { visitorLimit } from './guards';
import { spokenTo } from './spoken';
import { json, smallBody } from './valid';

type C = Context<SignedIn>;

const originOf = ({ req }: { req: { url: string } }) => new URL(req.url).origin;

/** Sets what the answer's cookies say. @throws Refusal where it was refused */
function taken<T extends object>(c: Pick<Context, 'header'>, outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> {
  if (!outcome.ok) throw new Refusal(outcome.reason);
  for (const cookie of outcome.cookies) c.header('set-cookie', cookie, { append: true });
  return outcome as Extract<Outcome<T>, { ok: true }>;
}

async function shown(c: C) {
  const { id } = c.get('person');
  const home = passkeyOrigin(c.env, originOf(c));
  const [passkeys, secondStep, fresh] = await Promise.all([
    passkeysOf(c.env.DB, id),
    isOn(c.env.DB, id),
    isFresh(c.env.DB, c.get('session'), Date.now()),
  ]);
  return {
    passkeys,
    /** Whether one can be added by this session, or only after signing in anew. */
    fresh,
    /** Whether a code is asked for before one is added. */
    secondStep,
    /** Whether a link by email is another way in. */
    mail: mailConfig(c.env) !== null,
    /** The one address at which they work, where this is another. */
    elsewhere: home === originOf(c) ? null : home,
  };
}

/** Of an app, or a backup code; asked for where the second step is on. */
const Begin = v.object({ code: v.optional(v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(20))) });

/** A passkey lets in without a code, so nobody adds one without a code. @throws Refusal */
async function withCode(c: C, code: string | undefined): Promise<void> {
  const { id: person } = c.get('person');
  if (!(await isOn(c.env.DB, person))) return;
  if (code === undefined) throw new Refusal('wrong_code');
  const asked = { is: 'signed-in', person } as const;
  const checked = await checkCode(c.env, originOf(c), c.req.raw.headers, { asked, code, now: Date.now() });
  if (!checked.ok) throw new Refusal(checked.reason);
}

/** The reader's own passkeys. Typed for `hc<PasskeysApi>('/')`. */
export const passkeysApi = new Hono<{ Bindings: Env }>()
  .basePath('/api/me/passkeys')
  .get('/', signedIn, async (c) => c.json(await shown(c)))
  .post('/begin', signedIn, smallBody, json(Begin), async (c) => {
    // Before a code is spent on it.
    if (!(await isFresh(c.env.DB, c.get('session'), Date.now()))) throw new Refusal('sign_in_again');
    await withCode(c, c.req.valid('json').code);
    return c.json(taken(c, await beginPasskey(c.env, originOf(c), c.req.raw.headers, c.get('person').id)).options);
  })
  .post('/', signedIn, smallBody, json(NewPasskey), async (c) => {
    const device = deviceOf(c.req.header('user-agent'));
    const told = { ...c.get('person'), language: spokenTo(c) };
    taken(c, await addPasskey(c.env, originOf(c), c.req.raw.headers, { made: c.req.valid('json'), device, told }));
    return c.json(await shown(c));
  })
  .put('/:passkey', signedIn, smallBody, json(PasskeyName), async (c) => {
    const { name } = c.req.valid('json');
    if (!(await renamePasskey(c.env.DB, c.get('person').id, c.req.param('passkey'), name))) {
      throw new Refusal('not_found');
    }
    return c.json(await shown(c));
  })
  .delete('/:passkey', signedIn, async (c) => {
    if (!(await removePasskey(c.env.DB, c.get('person').id, c.req.param('passkey')))) throw new Refusal('not_found');
    return c.json(await shown(c));
  });

/** Getting in with one: for the script of the sign-in page (src/dashboard/sign-in). */
export const passkeySignIn = new Hono<{ Bindings: Env }>()
  .basePath('/sign-in/passkey')
  // A challenge is a row: whoever asks for many is stopped.
  .post('/begin', visitorLimit, async (c) => c.json(taken(c, await beginSignIn(c.env, originOf(c))).options))
  .post('/', visitorLimit, smallBody, json(Signed), async (c) => {
    const signed = c.req.valid('json');
    taken(c, await signInByPasskey(c.env, originOf(c), c.req.raw.headers, { signed, now: Date.now() }));
    return c.json({ to: '/dashboard/' });
  });

export type PasskeysApi = typeof passkeysApi;
