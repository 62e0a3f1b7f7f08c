import { Hono } from 'hono';
import { newConversationId } from '../accounts/ids';
import { secretOf } from '../accounts/readiness';
import { type Shop, shopByKey } from '../accounts/stores';
import { openToken, sealToken } from '../accounts/tokens';
import { networkHash } from '../channels/mail/caps';
import { LANGUAGES } from '../channels/mail/languages';
import { openConversation } from '../conversation/door';
import type { Env } from '../env';
import { Refusal } from '../errors';
import { type SessionAnswer, SessionRequest } from '../protocol/customer';
import { type TestAnswer, TestRequest } from '../protocol/test';
import { deviceOf } from './device';
import { visitorLimit } from './guards';
import { askedFor, mayShow } from './panel';
import { chosen, offerOf } from './socket';
import { json, smallBody } from './valid';

/** Before the shop's key, where the customer is played: its own place in the browser's storage, and never a real customer's. */
const TEST = 'test-';

/** In the language that the panel speaks; where the store has no words in it, its first language's. */
function greetingOf({ greeting, settings }: Shop, langs: readonly string[]): string | null {
  const bases = langs.map((tag) => tag.toLowerCase().split(/[-_]/)[0] ?? '');
  const spoken = bases.find((lang) => LANGUAGES.some((one) => one === lang)) ?? '';
  return settings.greeting[spoken] || settings.greeting[settings.firstLanguage] || greeting;
}

/** The customer's side. A page view makes no request here; opening the panel makes one, and then its socket. */
export const widget = new Hono<{ Bindings: Env }>()
  .use('*', visitorLimit)
  .post('/session', smallBody, json(SessionRequest), async (c) => {
    const now = Date.now();
    const secret = secretOf(c.env);
    const { store: key } = c.req.valid('json');
    const referer = c.req.header('referer');
    const real = await shopByKey(c.env, key, now);
    const shop = real ?? (key.startsWith(TEST) ? await shopByKey(c.env, key.slice(TEST.length), now) : null);
    if (!shop || (real && !mayShow(real, key, referer))) throw new Refusal('unknown_store');
    const bearer = /^Bearer (\S+)$/.exec(c.req.header('authorization') ?? '')?.[1];
    const claims = bearer ? await openToken(secret, 'visitor', bearer, now) : null;
    // Another store's token, or none that holds: a new conversation, and nothing about why. A test is begun at `/test`.
    const mine = claims?.store === shop.id && (claims.test === undefined) === (real !== null) ? claims : null;
    if (!real && !mine) throw new Refusal('unknown_store');
    const conversation = mine?.conversation ?? (await newConversationId(shop.id));
    const { id, name, accent } = shop;
    const store = { name, accent, greeting: greetingOf(shop, askedFor(referer).langs) };
    const token = await sealToken(secret, 'visitor', { store: id, conversation, test: mine?.test }, now);
    return c.json({ token, conversation, store } satisfies SessionAnswer);
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
  .get('/socket', async (c) => {
    const offer = offerOf(c.req.raw);
    if (offer.is === 'answered') return offer.response;
    const claims = await openToken(secretOf(c.env), 'visitor', offer.token, Date.now());
    if (!claims) throw new Refusal('unauthorized');
    const { store, conversation, test } = claims;
    const ip = c.req.header('cf-connecting-ip');
    const network = ip ? await networkHash(ip) : undefined;
    const device = deviceOf(c.req.header('user-agent'));
    const actor = { type: 'customer', store, conversation, network, device, test } as const;
    const response = await openConversation(c.env, c.req.raw, actor, conversation);
    return chosen(response, offer.protocol);
  });
