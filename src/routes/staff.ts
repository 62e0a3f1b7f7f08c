import { type Context, Hono } from 'hono';
import { isConversationOf } from '../accounts/ids';
import { secretOf } from '../accounts/readiness';
import { openToken } from '../accounts/tokens';
import { openConversation } from '../conversation/door';
import { openDesk } from '../desk/door';
import type { StaffActor } from '../domain/actor';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { chosen, offerOf } from './socket';

type C = Context<{ Bindings: Env }>;

/** Verifies origin, version and ticket of a staff member's socket, then lets `open` wake the object. */
async function admit(c: C, open: (actor: StaffActor) => Promise<Response>): Promise<Response> {
  // A browser names the page that opens the socket; the dashboard is ours. Programs name none, and need the ticket too.
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== new URL(c.req.url).origin) throw new Refusal('forbidden');
  const offer = offerOf(c.req.raw);
  if (offer.is === 'answered') return offer.response;
  const claims = await openToken(secretOf(c.env), 'ticket', offer.token, Date.now());
  if (!claims) throw new Refusal('unauthorized');
  const { exp: _, ...actor } = claims;
  return chosen(await open(actor), offer.protocol);
}

/** The staff's sockets. Tickets come from `POST /api/stores/:store/ticket`. */
export const staff = new Hono<{ Bindings: Env }>()
  .get('/desk/socket', (c) => admit(c, (actor) => openDesk(c.env, c.req.raw, actor)))
  .get('/conversations/:id/socket', (c) =>
    admit(c, async (actor) => {
      const id = c.req.param('id');
      if (!(await isConversationOf(actor.store, id))) throw new Refusal('forbidden');
      return openConversation(c.env, c.req.raw, actor, id);
    }),
  );
