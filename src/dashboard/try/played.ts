import { signal } from '@preact/signals';
import { hc } from 'hono/client';
import { SUBPROTOCOL, TOKEN_PREFIX } from '../../protocol/common';
import type { CustomerFrame } from '../../protocol/customer';
import type { TestAnswer } from '../../protocol/test';
import type { Api } from '../../routes/api';

/**
 * A customer whom somebody of the staff plays. The launcher keeps its token under the test's own key, as it does on any
 * shop's page; what the page tells beside (cart, properties) goes over a socket of the page's own, as of a second tab.
 */

type Shop = Omit<CustomerFrame & { type: 'set' }, 'type'>;
type Known = Pick<TestAnswer, 'key' | 'name'>;

const AGAIN = 2_000;
const kept = (key: string) => `baton:${key}`;

export class Played {
  readonly state = signal<{ is: 'beginning' | 'signed_out' | 'failed' } | { is: 'ready'; name: string }>({
    is: 'beginning',
  });
  readonly shop = signal<Shop>({});
  #key = '';
  #socket: WebSocket | null = null;

  constructor(readonly store: string) {
    this.shop.value = read<Shop>(sessionStorage.getItem(this.#place('shop'))) ?? {};
  }

  #place(what: string): string {
    return `baton-try:${this.store}:${what}`;
  }

  /** Goes on as the same customer after a reload or on the next page. */
  async begin(): Promise<void> {
    const known = read<Known>(sessionStorage.getItem(this.#place('known')));
    if (known && localStorage.getItem(kept(known.key))) this.#ready(known);
    else await this.#mint();
  }

  /** Somebody new, who has said nothing. */
  async anew(): Promise<void> {
    if (this.#key) localStorage.removeItem(kept(this.#key));
    sessionStorage.clear();
    location.assign(`/try/${this.store}/`);
  }

  async #mint(): Promise<void> {
    const { stores } = hc<Api>(location.origin).api;
    const asked = await stores[':store'].test.$post({ param: { store: this.store } }).catch(() => null);
    if (!asked?.ok) {
      this.state.value = { is: asked?.status === 401 ? 'signed_out' : 'failed' };
      return;
    }
    const body = JSON.stringify(await asked.json());
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/widget/test', { method: 'POST', headers, body }).catch(() => null);
    if (!answer?.ok) {
      this.state.value = { is: 'failed' };
      return;
    }
    const { token, conversation, key, name } = (await answer.json()) as TestAnswer;
    localStorage.setItem(kept(key), JSON.stringify({ token, conversation }));
    sessionStorage.setItem(this.#place('known'), JSON.stringify({ key, name } satisfies Known));
    this.#ready({ key, name });
  }

  #ready({ key, name }: Known): void {
    this.#key = key;
    this.state.value = { is: 'ready', name };
    const tag = document.createElement('script');
    tag.src = '/widget.js';
    tag.dataset.store = key;
    document.body.append(tag);
    if (Object.keys(this.shop.peek()).length > 0) this.#connect();
  }

  tell(shop: Shop): void {
    this.shop.value = shop;
    sessionStorage.setItem(this.#place('shop'), JSON.stringify(shop));
    if (this.#socket?.readyState === WebSocket.OPEN) this.#say(this.#socket);
    else this.#connect();
  }

  #connect(): void {
    const { token } = read<{ token?: string }>(localStorage.getItem(kept(this.#key))) ?? {};
    if (!token || this.#socket?.readyState === WebSocket.CONNECTING) return;
    const socket = new WebSocket('/widget/socket', [SUBPROTOCOL, `${TOKEN_PREFIX}${token}`]);
    this.#socket = socket;
    socket.onopen = () => this.#say(socket);
    socket.onclose = () => setTimeout(() => this.#connect(), AGAIN);
  }

  #say(socket: WebSocket): void {
    const frame: CustomerFrame = { type: 'set', ...this.shop.peek() };
    socket.send(JSON.stringify(frame));
  }
}

function read<T>(json: string | null): T | null {
  try {
    return JSON.parse(json ?? 'null') as T | null;
  } catch {
    return null;
  }
}
