import { Hono } from 'hono';
import { secretOf } from '../accounts/readiness';
import { openToken } from '../accounts/tokens';
import { setSwitch } from '../desk/team';
import type { Env } from '../env';
import { unsubscribedPage, unsubscribePage } from './pages/others';

/** Nobody's: what a token that says nothing is looked up as, so that it takes as long as one that does. */
const NOBODY = { store: '-', user: '-' };

/**
 * One-click unsubscribe (RFC 8058): for one person and one store, by a signed link alone. POST answers 200 without redirect
 * or cookie, whatever the body is and however often it comes; GET and HEAD change nothing; a forged link looks like a true one.
 */
export const unsubscribe = new Hono<{ Bindings: Env }>()
  .get('/', (c) => unsubscribePage(c, c.req.query('token') ?? ''))
  .post('/', async (c) => {
    const claims = await openToken(secretOf(c.env), 'unsubscribe', c.req.query('token') ?? '', Date.now());
    const { store, user } = claims ?? NOBODY;
    await setSwitch(c.env.DB, { store, person: user, on: false });
    return unsubscribedPage(c);
  });
