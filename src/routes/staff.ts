import { type Context, Hono } from 'hono';
import { isConversationOf } from '../accounts/ids';
import { standingOf } from '../accounts/people';
import { secretOf } from '../accounts/readiness';
import { openToken } from '../accounts/tokens';
import { conversationStub, openConversation } from '../conversation/door';
import { deskStub, openDesk } from '../desk/door';
import type { StaffActor } from '../domain/actor';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { chosen, offerOf } from './socket';

type C = Context<{ Bindings: Env }>;

/** How a socket that should not have been opened is closed again. */
interface Out {
  expel(actor: StaffActor): Promise<void>;
  cut(actor: StaffActor, session: string): Promise<void>;
}

/** A ticket holds for a minute: whoever left the store or was signed out meanwhile is shown out. Nobody waits for it. */
async function showOut(env: Env, actor: StaffActor, out: Out): Promise<void> {
  const now = await standingOf(env, actor);
  if (now === 'no_member') await out.expel(actor);
  else if (now === 'signed_out' && actor.session) await out.cut(actor, actor.session);
}

/** Verifies origin, version and ticket of a staff member's socket, then lets `open` wake the object. */
async function admit(c: C, open: (actor: StaffActor) => Promise<Response>, out: Out): Promise<Response> {
  // A browser names the page that opens the socket; the dashboard is ours. Programs name none, and need the ticket too.
  const origin = c.req.header('origin');
  if (origin !== undefined && origin !== new URL(c.req.url).origin) throw new Refusal('forbidden');
  const offer = offerOf(c.req.raw);
  if (offer.is === 'answered') return offer.response;
  const claims = await openToken(secretOf(c.env), 'ticket', offer.token, Date.now());
  if (!claims) throw new Refusal('unauthorized');
  const { exp: _, ...actor } = claims;
  const answer = chosen(await open(actor), offer.protocol);
  c.executionCtx.waitUntil(showOut(c.env, actor, out).catch(() => {}));
  return answer;
}

/** The staff's sockets. Tickets come from `POST /api/stores/:store/ticket`. */
export const staff = new Hono<{ Bindings: Env }>()
  .get('/desk/socket', (c) =>
    admit(c, (actor) => openDesk(c.env, c.req.raw, actor), {
      expel: ({ store, id }) => deskStub(c.env, store).expel(store, id, []),
      cut: ({ store, id }, session) => deskStub(c.env, store).cut(store, id, [session], []),
    }),
  )
  .get('/conversations/:id/socket', (c) => {
    const id = c.req.param('id');
    const open = async (actor: StaffActor) => {
      if (!(await isConversationOf(actor.store, id))) throw new Refusal('forbidden');
      return openConversation(c.env, c.req.raw, actor, id);
    };
    return admit(c, open, {
      expel: (actor) => conversationStub(c.env, actor.store, id).expel(actor.id),
      cut: ({ store }, session) => conversationStub(c.env, store, id).cut([session]),
    });
  });
