import { type Context, Hono } from 'hono';
import { newConversationId } from '../accounts/ids';
import { secretOf } from '../accounts/readiness';
import { type Shop, shopByKey } from '../accounts/stores';
import { openToken, sealToken } from '../accounts/tokens';
import { closeIfOut, readerOf, signedInSession, signOut, type Visitor, visitorSession } from '../accounts/visitors';
import { networkHash } from '../channels/mail/caps';
import { openConversation, readConversation } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { earlierOf, isEarlier } from '../history/earlier';
import { EarlierRequest, type SessionAnswer, SessionRequest } from '../protocol/customer';
import { type TestAnswer, TestRequest } from '../protocol/test';
import { ICONS } from '../settings/launcher';
import { deviceOf } from './device';
import { visitorFiles } from './files';
import { visitorLimit, within } from './guards';
import { askedFor, mayShow, spokenOf } from './panel';
import { chosen, offerOf } from './socket';
import { json, query, smallBody } from './valid';

/** Before the shop's key, where the customer is played: its own place in the browser's storage, and never a real customer's. */
const TEST = 'test-';

/** In the language that the panel speaks; where the store has no words in it, its first language's. */
function greetingOf({ greeting, settings }: Shop, langs: readonly string[]): string | null {
  return settings.greeting[spokenOf(langs)] || settings.greeting[settings.firstLanguage] || greeting;
}

function launcherOf({ settings }: Shop, langs: readonly string[]) {
  const { launcherLabel, launcherIcon, launcherHidden: hidden, firstLanguage } = settings;
  const label = launcherLabel[spokenOf(langs)] || launcherLabel[firstLanguage] || '';
  return { label, icon: launcherIcon === 'bubble' ? '' : ICONS[launcherIcon], hidden };
}

/** For tokens that may have run out. */
const WHENEVER = 0;

/** What the token of a request says, where it holds. */
async function bearerOf(c: Context<{ Bindings: Env }>, now: number): Promise<Visitor | null> {
  const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
  return bearer ? openToken(secretOf(c.env), 'visitor', bearer, now) : null;
}

/** The customer's side. A page view makes no request here; opening the panel makes one, and then its socket. */
export const widget = new Hono<{ Bindings: Env }>()
  .use('*', visitorLimit)
  .route('/files', visitorFiles)
  .post('/session', smallBody, json(SessionRequest), async (c) => {
    const now = Date.now();
    const { store: key, anew = false, identity } = c.req.valid('json');
    const referer = c.req.header('referer');
    const real = await shopByKey(c.env, key, now);
    const shop = real ?? (key.startsWith(TEST) ? await shopByKey(c.env, key.slice(TEST.length), now) : null);
    if (!shop || (real && !mayShow(real, key, referer))) throw new Refusal('unknown_store');
    const claims = await bearerOf(c, WHENEVER);
    // Another store's token, or none that holds: a new conversation, and nothing about why. A test is begun at `/test`.
    const before = claims?.store === shop.id && (claims.test === undefined) === (real !== null) ? claims : null;
    const mine = before && before.exp > now ? before : null;
    if (!real && !mine) throw new Refusal('unknown_store');
    const { id, name, accent } = shop;
    const session =
      real && identity !== undefined
        ? await signedInSession(c.env, { id, key }, { identity, mine, before, anew }, now)
        : await visitorSession(c.env, id, { mine, anew }, now);
    const { langs } = askedFor(referer);
    const store = { name, accent, greeting: greetingOf(shop, langs), launcher: launcherOf(shop, langs) };
    return c.json({ ...session, store } satisfies SessionAnswer);
  })
  .post('/sign-out', async (c) => {
    const now = Date.now();
    // What was opened with a token that holds no longer may be open still.
    const claims = await bearerOf(c, WHENEVER);
    if (claims?.signedIn) await signOut(c.env, { ...claims, signedIn: claims.signedIn }, now);
    return c.body(null, 204);
  })
  .post('/test', smallBody, json(TestRequest), async (c) => {
    const now = Date.now();
    const secret = secretOf(c.env);
    const ticket = await openToken(secret, 'test', c.req.valid('json').ticket, now);
    if (!ticket) throw new Refusal('unauthorized');
    const { store, key, name, staff: test } = ticket;
    const conversation = await newConversationId(store);
    const token = await sealToken(secret, 'visitor', { store, conversation, test }, now);
    return c.json({ token, conversation, key: TEST + key, name } satisfies TestAnswer);
  })
  .get('/conversations', async (c) => {
    const conversations = await earlierOf(c.env.DB, await readerOf(c.env, await bearerOf(c, Date.now()), Date.now()));
    return c.json({ conversations });
  })
  .get('/conversation', query(EarlierRequest), async (c) => {
    const whose = await readerOf(c.env, await bearerOf(c, Date.now()), Date.now());
    const { id } = c.req.valid('query');
    const messages = (await isEarlier(c.env.DB, whose, id)) && (await readConversation(c.env, whose.store, id));
    if (!messages) throw new Refusal('not_found');
    return c.json({ messages });
  })
  .get('/socket', async (c) => {
    const offer = offerOf(c.req.raw);
    if (offer.is === 'answered') return offer.response;
    const claims = await openToken(secretOf(c.env), 'visitor', offer.token, Date.now());
    if (!claims) throw new Refusal('unauthorized');
    const { store, conversation, visitor, test, signedIn } = claims;
    // Whoever has many addresses has one token.
    await within(c.env, `socket ${conversation}`);
    await closeIfOut(c.env, claims, Date.now());
    const ip = c.req.header('cf-connecting-ip');
    const network = ip ? await networkHash(ip) : undefined;
    const device = deviceOf(c.req.header('user-agent'));
    const actor = { type: 'customer', store, conversation, visitor, network, device, test, signedIn } as const;
    const response = await openConversation(c.env, c.req.raw, actor, conversation);
    return chosen(response, offer.protocol);
  });
