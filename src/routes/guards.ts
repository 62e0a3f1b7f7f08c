import type { MiddlewareHandler } from 'hono';
import { secretOf } from '../accounts/readiness';
import type { Env } from '../env';
import { Refusal } from '../errors';

type Guard = MiddlewareHandler<{ Bindings: Env }>;

/** One structured line a request: never a query, a token or a text. */
export const requestLog: Guard = async (c, next) => {
  const begun = Date.now();
  await next();
  const { method, path } = c.req;
  console.log(JSON.stringify({ at: 'request', method, path, status: c.res.status, ms: Date.now() - begun }));
};

const NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Set where the route set nothing of its own. An upgrade's answer is the platform's and stays as it is. */
export const secureHeaders: Guard = async (c, next) => {
  await next();
  if (c.res.status === 101) return;
  const defaults = {
    'content-security-policy': NOTHING_LOADS,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  for (const [name, value] of Object.entries(defaults)) if (!c.res.headers.has(name)) c.header(name, value);
};

/**
 * Against forged requests from other sites: what changes something names our own origin. Browsers send `Origin` with every
 * POST; without it only a request that carries no cookie passes (a program, which has none to abuse).
 */
export const sameOrigin: Guard = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    const origin = c.req.header('origin');
    const ours = origin === new URL(c.req.url).origin;
    if (origin === undefined ? c.req.header('cookie') !== undefined : !ours) throw new Refusal('forbidden');
  }
  await next();
};

/** Without the one secret nothing can be signed or verified. */
export const withSecret: Guard = async (c, next) => {
  secretOf(c.env);
  await next();
};

/**
 * Ms that a refusal takes. Whoever asks again the moment they are refused, three hundred times a second, would cost
 * everybody more than being answered; waiting costs nobody anything.
 */
const REFUSED_AFTER = 1_000;

/** @throws Refusal `too_fast` where this key has had its share of the minute */
export async function within(env: Env, key: string): Promise<void> {
  if (!env.VISITOR_LIMIT || (await env.VISITOR_LIMIT.limit({ key })).success) return;
  await scheduler.wait(REFUSED_AFTER);
  throw new Refusal('too_fast');
}

/** By network address, where the platform offers the shield. Locally and in tests there may be no address. */
export const visitorLimit: Guard = async (c, next) => {
  const address = c.req.header('cf-connecting-ip');
  if (c.env.VISITOR_LIMIT && address) {
    await within(c.env, `${c.req.path} ${address}`);
  }
  await next();
};
