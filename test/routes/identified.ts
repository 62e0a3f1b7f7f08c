import { env } from 'cloudflare:test';
import { sign } from 'hono/jwt';
import { expect } from 'vitest';
import { newIdentitySecret } from '../../src/accounts/identity-key';
import { openToken } from '../../src/accounts/tokens';
import { SUBPROTOCOL } from '../../src/protocol/common';
import type { EarlierConversation, SessionAnswer } from '../../src/protocol/customer';
import { CustomerClient } from '../conversation/client';
import { ask, knock, newStore, refusal, SECRET, type Store } from './visit';

/** A shop that signs its customers in, and its customers' devices: over HTTP and sockets, as the panel does. */

export interface Shop extends Store {
  secret: string;
}

export const editor = (store: string) => ({ store, id: 'ana', name: 'Ana' });

export async function newShop(name: string): Promise<Shop> {
  const store = await newStore(name);
  return { ...store, secret: await newIdentitySecret(env, editor(store.id), Date.now()) };
}

export const rotate = ({ id }: Store): Promise<string> => newIdentitySecret(env, editor(id), Date.now());

export const seconds = (from = 0): number => Math.floor(Date.now() / 1_000) + from;

export const MILA = { sub: 'c-1', name: 'Mila Petrova', email: 'mila@identity.example' };

let made = 0;
/** As the shop's server makes one for each page that it shows. */
export const tokenOf = (shop: Shop, claims: Record<string, unknown> = MILA, secret = shop.secret): Promise<string> =>
  sign({ aud: shop.key, exp: seconds(3_600), jti: String(++made), ...claims }, secret, 'HS256');

/** One browser: it keeps the token that it was given last. */
export class Device {
  token: string | undefined;
  conversation = '';

  constructor(
    readonly shop: Shop,
    token?: string,
  ) {
    this.token = token;
  }

  request(identity?: string, anew = false): Promise<Response> {
    const headers: Record<string, string> = this.token ? { authorization: `Bearer ${this.token}` } : {};
    return ask('/widget/session', {
      json: { store: this.shop.key, ...(anew && { anew }), ...(identity && { identity }) },
      headers,
    });
  }

  async open(identity?: string, anew = false): Promise<SessionAnswer> {
    const response = await this.request(identity, anew);
    expect(response.status, await response.clone().text()).toBe(200);
    const answer = await response.json<SessionAnswer>();
    this.token = answer.token;
    this.conversation = answer.conversation;
    return answer;
  }

  async signIn(claims: Record<string, unknown> = MILA): Promise<SessionAnswer> {
    return this.open(await tokenOf(this.shop, claims));
  }

  async refused(identity?: string): Promise<string> {
    return refusal(await this.request(identity));
  }

  async signOut(): Promise<void> {
    await ask('/widget/sign-out', { method: 'POST', headers: { authorization: `Bearer ${this.token}` } });
    this.token = undefined;
  }

  /** What they talked about before, as it is listed for them; or why not. */
  async earlier(): Promise<string[] | string> {
    const answer = await ask('/widget/conversations', { headers: { authorization: `Bearer ${this.token}` } });
    if (!answer.ok) return refusal(answer);
    const { conversations } = await answer.json<{ conversations: EarlierConversation[] }>();
    return conversations.map(({ words: said }) => said);
  }

  async read(conversation: string): Promise<string> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await ask(`/widget/conversation?id=${conversation}`, { headers });
    return answer.ok ? String(answer.status) : refusal(answer);
  }

  /** What becomes of asking for links to the conversation's files. */
  async files(): Promise<string> {
    const headers = { authorization: `Bearer ${this.token}` };
    const answer = await ask('/widget/files/links', { json: { files: ['a'.repeat(22)] }, headers });
    return answer.ok ? String(answer.status) : refusal(answer);
  }

  /** @returns the socket, whatever becomes of it */
  async knock(): Promise<CustomerClient> {
    const answer = await knock('/widget/socket', [SUBPROTOCOL, `token.${this.token}`]);
    expect(answer.status).toBe(101);
    return new CustomerClient(answer.webSocket as WebSocket);
  }

  async connect(): Promise<CustomerClient> {
    const client = await this.knock();
    await client.hello();
    return client;
  }

  /** Connects, says it, and stays. */
  async say(text: string): Promise<CustomerClient> {
    const client = await this.connect();
    expect((await client.say(text)).type).toBe('ack');
    return client;
  }

  claims() {
    return openToken(SECRET, 'visitor', this.token ?? '', Date.now());
  }
}

/** The code that a socket was closed with. */
export const closing = (client: CustomerClient): Promise<number> => client.until(() => client.closed?.code);

export const words = (client: CustomerClient): string[] =>
  client.messages.flatMap((m) => (m.kind === 'customer' || m.kind === 'staff' ? [m.text] : []));
