import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chance } from './chance.ts';

/**
 * A mail API that outlives every kill. It speaks Resend's protocol and keeps its idempotency keys; and it fails, hangs,
 * breaks the line after it took a mail, or takes its time, as chance will have it, until it is told to be calm.
 */

export interface Mail {
  to: string[];
  subject: string;
  text: string;
  html: string;
  headers?: Record<string, string>;
}

/** One request that came in whole. */
export interface Attempt {
  key: string;
  body: string;
  /** What became of it. `replayed`: the key was known, and nothing was sent again. */
  was: Mood | 'replayed' | 'conflict' | 'busy';
}

type Mood = 'taken' | 'taken-late' | 'taken-lost' | 'taken-silent' | 'silent' | 'broken' | 'limited';

const MOODS: Partial<Record<Mood, number>> = {
  taken: 25,
  'taken-late': 25,
  'taken-lost': 15,
  'taken-silent': 10,
  silent: 10,
  broken: 10,
  limited: 5,
};
/** After so many bad answers to one key it is taken, so that waits between tries stay short. */
const PATIENCE = 3;
const LATE = 250;

export class MailApi {
  readonly attempts: Attempt[] = [];
  /** What was sent to somebody: one mail a key, as it was first taken. */
  readonly sent = new Map<string, { mail: Mail; body: string }>();
  readonly #chance: Chance;
  readonly #bad = new Map<string, number>();
  readonly #busy = new Set<string>();
  readonly #hanging = new Set<IncomingMessage>();
  #calm = true;
  #heard = (): void => {};
  url = '';

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => void this.#receive(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param heard called with every mail that comes in from now on */
  rage(heard = this.#heard): void {
    this.#calm = false;
    this.#heard = heard;
  }

  /** From now on every mail is taken at once, and what hangs breaks off. */
  calm(): void {
    this.#calm = true;
    for (const request of this.#hanging) request.socket.destroy();
  }

  /** Whether anybody has tried to send something to this address. */
  wasTried(address: string): boolean {
    return this.attempts.some(({ body }) => body.includes(`"${address}"`));
  }

  /** The last mail that went to this address. */
  lastTo(address: string): Mail | null {
    return [...this.sent.values()].findLast(({ mail }) => mail.to.includes(address))?.mail ?? null;
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A line that breaks off is the other side's death.
    request.on('error', () => {});
    response.on('error', () => {});
    // A character may arrive in two halves.
    request.setEncoding('utf8');
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      return;
    }
    this.#heard();
    const key = String(request.headers['idempotency-key'] ?? '');
    const say = (status: number, value: unknown, headers: Record<string, string> = {}) =>
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    const known = this.sent.get(key);
    if (known && known.body !== body) {
      this.attempts.push({ key, body, was: 'conflict' });
      return void say(409, { name: 'invalid_idempotent_request' });
    }
    if (this.#busy.has(key)) {
      this.attempts.push({ key, body, was: 'busy' });
      return void say(409, { name: 'concurrent_idempotent_requests' });
    }
    if (known) {
      this.attempts.push({ key, body, was: 'replayed' });
      return void say(200, { id: key });
    }
    const mood = this.#moodFor(key);
    this.attempts.push({ key, body, was: mood });
    if (mood.startsWith('taken')) this.sent.set(key, { mail: JSON.parse(body) as Mail, body });
    if (mood === 'taken') return void say(200, { id: key });
    if (mood === 'taken-lost') return void request.socket.destroy();
    if (mood === 'broken') return void say(500, { name: 'internal_server_error' });
    if (mood === 'limited') return void say(429, { name: 'rate_limit_exceeded' }, { 'retry-after': '1' });
    this.#hold(key, request, response);
    if (mood === 'taken-late') setTimeout(() => this.#hanging.has(request) && say(200, { id: key }), LATE);
  }

  /** In progress until it was answered, or its line has ended. */
  #hold(key: string, request: IncomingMessage, response: ServerResponse): void {
    this.#busy.add(key);
    this.#hanging.add(request);
    response.once('close', () => {
      this.#busy.delete(key);
      this.#hanging.delete(request);
    });
  }

  #moodFor(key: string): Mood {
    const bad = this.#bad.get(key) ?? 0;
    if (this.#calm || bad >= PATIENCE) return 'taken';
    const mood = this.#chance.weigh(MOODS);
    if (mood !== 'taken') this.#bad.set(key, bad + 1);
    return mood;
  }
}
