import { setTimeout as pause } from 'node:timers/promises';
import { GOT_EVERY, SUBPROTOCOL, TOKEN_PREFIX } from './wire.ts';
import type { Side, World } from './world.ts';

/** A connection that comes back after every kill, and sends again what has no answer yet, as the real clients do. */

/** Any frame that comes in. Types and fields that are not known here are passed over. */
export interface Frame {
  type: string;
  id?: string;
  [field: string]: unknown;
}

export interface Order {
  type: string;
  id: string;
}

export interface Ack {
  seq: number;
  at: number;
  /** When the connection that brought it was opened. */
  since: number;
}

interface LineOptions {
  world: World;
  side: Side;
  path: string;
  /** Null: not now. */
  token(): Promise<string | null>;
  /** The first frame of every connection. */
  hello(): object;
  receive(frame: Frame): void;
  /** When what has no answer is sent again: the panel does it with its greeting, the dashboard after the welcome. */
  resend: 'with-hello' | 'after-welcome';
}

const SOON = 25;

export class Line {
  /** Which connection this is; 0 before the first. */
  connection = 0;
  /** Whether this connection was welcomed. */
  open = false;
  /** What was answered, by client id: every answer that came. */
  readonly acks = new Map<string, Ack[]>();
  readonly refusals: { order: Order | null; code: string }[] = [];
  /** Everything that was ever sent, in the order of its first time. */
  readonly sent: Order[] = [];
  /** What waits for an answer. `once`: not sent again, since its sender looks at the state instead. */
  waiting: { order: Order; once: boolean }[] = [];
  readonly #options: LineOptions;
  #socket: WebSocket | null = null;
  #since = 0;
  #said = 0;
  #came = 0;
  #over = false;

  constructor(options: LineOptions) {
    this.#options = options;
    void this.#run();
  }

  close(): void {
    this.#over = true;
    this.#socket?.close(1000);
  }

  /** Whether a person would have written so much since the connection was opened, as the server sees it. */
  get hurried(): boolean {
    return this.#said > 25 + (Date.now() - this.#since) / 200;
  }

  /** Says something that nobody answers. */
  say(frame: object): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify(frame));
    this.#said += 1;
  }

  /** Sends something that is to be answered. */
  order(order: Order, { once = false } = {}): void {
    this.sent.push(order);
    this.waiting.push({ order, once });
    this.say(order);
    this.#options.world.happened(`sent by ${this.#options.side}`);
  }

  /** Sends one of its last messages once more although it was answered, as a page does that was closed too soon to know. */
  repeat(): void {
    const order = this.sent.findLast(({ type, id }) => (type === 'send' || type === 'note') && this.acks.has(id));
    if (order) this.say(order);
  }

  async #run(): Promise<void> {
    const { world, token } = this.#options;
    while (!this.#over) {
      await world.runtime.up();
      const given = await token().catch(() => null);
      if (given !== null) await this.#connect(given);
      if (!this.#over) await pause(SOON);
    }
  }

  async #connect(token: string): Promise<void> {
    const { world, path } = this.#options;
    const url = world.runtime.origin.replace('http', 'ws') + path;
    const socket = new WebSocket(url, [SUBPROTOCOL, TOKEN_PREFIX + token]);
    const closed = Promise.withResolvers<void>();
    this.#socket = socket;
    socket.addEventListener('open', () => {
      this.connection += 1;
      this.#came = 0;
      this.#since = Date.now();
      this.#said = 0;
      this.waiting = this.waiting.filter(({ once }) => !once);
      this.say(this.#options.hello());
      if (this.#options.resend === 'with-hello') this.#again();
    });
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)));
    socket.addEventListener('close', () => closed.resolve());
    // A close follows.
    socket.addEventListener('error', () => {});
    await closed.promise;
    this.#socket = null;
    this.open = false;
  }

  #again(): void {
    for (const { order } of this.waiting) this.say(order);
  }

  #receive(data: string): void {
    const frame = JSON.parse(data) as Frame;
    if (++this.#came % GOT_EVERY === 0) this.#socket?.send(JSON.stringify({ type: 'got' }));
    const { world } = this.#options;
    world.happened('frames');
    if (frame.type === 'welcome') {
      const first = !this.open;
      this.open = true;
      if (first && this.#options.resend === 'after-welcome') this.#again();
    }
    if (frame.type === 'ack') this.#acknowledged(String(frame.id), Number(frame.seq), Number(frame.at));
    if (frame.type === 'error') this.#refused(frame);
    this.#options.receive(frame);
  }

  #acknowledged(id: string, seq: number, at: number): void {
    this.#options.world.happened(`acknowledged to ${this.#options.side}`);
    this.acks.set(id, [...(this.acks.get(id) ?? []), { seq, at, since: this.#since }]);
    this.waiting = this.waiting.filter(({ order }) => order.id !== id);
  }

  #refused({ id, code }: Frame): void {
    const order = this.sent.find((one) => one.id === id) ?? null;
    this.refusals.push({ order, code: String(code) });
    this.waiting = this.waiting.filter((one) => one.order.id !== id);
  }
}
