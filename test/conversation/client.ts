import { env, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { expect } from 'vitest';
import { openConversation } from '../../src/conversation/door';
import { openDesk } from '../../src/desk/door';
import type { CustomerActor, StaffActor } from '../../src/domain/actor';
import type { CustomerFrame, CustomerMessage, CustomerState, ToCustomer } from '../../src/protocol/customer';
import type { DeskFrame, ToDesk } from '../../src/protocol/desk';
import type { StaffFrame, StaffMessage, StaffState, ToStaff } from '../../src/protocol/staff';
import { GOT_EVERY } from '../../src/protocol/window';

/** Real sockets to the real objects, as a client would hold them. */

const REQUEST = new Request('https://baton.example/socket', { headers: { upgrade: 'websocket' } });
let ids = 0;
export const clientId = () => `client-id-${String(++ids).padStart(6, '0')}`;

class Client<Out, In extends { type: string }> {
  readonly frames: In[] = [];
  /** False: as one whose page sleeps, it does not say that anything came. */
  reads = true;
  #came = 0;
  closed: { code: number; reason: string } | null = null;
  #waiting: (() => void)[] = [];

  constructor(readonly socket: WebSocket) {
    socket.accept();
    socket.addEventListener('message', (event) => {
      const frame = JSON.parse(String(event.data)) as In;
      this.frames.push(frame);
      if (this.reads && ++this.#came % GOT_EVERY === 0) socket.send(JSON.stringify({ type: 'got' }));
      this.came(frame);
      this.news();
    });
    socket.addEventListener('close', ({ code, reason }) => {
      this.closed = { code, reason };
      this.news();
    });
  }

  /** For what a client does by itself. */
  protected came(_frame: In): void {}

  protected news(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  send(frame: Out): void {
    this.socket.send(JSON.stringify(frame));
  }

  raw(data: string | ArrayBuffer): void {
    this.socket.send(data);
  }

  /** Waits until something holds of what has come in so far. */
  async until<T>(what: (frames: In[]) => T | null | undefined | false): Promise<T> {
    for (;;) {
      const found = what(this.frames);
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async next<K extends In['type']>(type: K, matches: (frame: Extract<In, { type: K }>) => boolean = () => true) {
    const from = this.frames.length;
    return this.until((frames) =>
      frames
        .slice(from)
        .find((f): f is Extract<In, { type: K }> => f.type === type && matches(f as Extract<In, { type: K }>)),
    );
  }

  /** Sends a frame that carries an id and waits for what comes back to it. */
  async ask(frame: Out & { id: string }): Promise<Extract<In, { type: 'ack' | 'error' }>> {
    const from = this.frames.length;
    this.send(frame);
    return this.until((frames) =>
      frames
        .slice(from)
        .find(
          (f): f is Extract<In, { type: 'ack' | 'error' }> =>
            (f.type === 'ack' || f.type === 'error') && (f as { id?: string }).id === frame.id,
        ),
    );
  }

  close(): void {
    this.socket.close(1000);
  }
}

function open(response: Response): WebSocket {
  expect(response.status).toBe(101);
  if (!response.webSocket) throw new Error('no socket');
  return response.webSocket;
}

export class CustomerClient extends Client<CustomerFrame, ToCustomer> {
  get state(): CustomerState {
    const state = this.frames.findLast((f) => f.type === 'state' || f.type === 'welcome');
    if (state?.type !== 'state' && state?.type !== 'welcome') throw new Error('no state yet');
    const { rating } = state.state;
    return { ...state.state, rating: rating?.in ? null : rating };
  }

  readonly #said = new Map<string, string>();

  override send(frame: CustomerFrame): void {
    if (frame.type === 'send') this.#said.set(frame.id, frame.text);
    super.send(frame);
  }

  /** As the panel does: its own words stand where they are acknowledged, and a question comes up when its time comes. */
  protected override came(frame: ToCustomer): void {
    const text = frame.type === 'ack' ? this.#said.get(frame.id) : undefined;
    if (frame.type === 'ack' && text !== undefined && !this.messages.some(({ seq }) => seq === frame.seq)) {
      const { id, seq, at } = frame;
      this.frames.push({ type: 'message', message: { kind: 'customer', seq, at, id, text } });
    }
    if (!('state' in frame) || !frame.state.rating?.in) return;
    const { rating } = frame.state;
    setTimeout(() => {
      delete rating.in;
      this.news();
    }, rating.in);
  }

  /** Every message seen, in order of arrival. */
  get messages(): CustomerMessage[] {
    return this.frames.flatMap((f) => (f.type === 'welcome' ? f.messages : f.type === 'message' ? [f.message] : []));
  }

  async hello(after = 0, lang = 'en') {
    this.send({ type: 'hello', after, lang, tz: 'Europe/Sofia', page: { url: 'https://shop.example/p', title: 'P' } });
    return this.next('welcome');
  }

  say(text: string, id = clientId()) {
    return this.ask({ type: 'send', id, text });
  }

  phase(is: CustomerState['phase']['is']) {
    return this.until(() => this.frames.length > 0 && this.state.phase.is === is && this.state);
  }

  message(matches: (message: CustomerMessage) => boolean) {
    return this.until(() => this.messages.find(matches));
  }
}

export class StaffClient extends Client<StaffFrame, ToStaff> {
  get state(): StaffState {
    const state = this.frames.findLast((f) => f.type === 'state' || f.type === 'welcome');
    if (state?.type !== 'state' && state?.type !== 'welcome') throw new Error('no state yet');
    return state.state;
  }

  get messages(): StaffMessage[] {
    return this.frames.flatMap((f) => (f.type === 'welcome' ? f.messages : f.type === 'message' ? [f.message] : []));
  }

  get last(): number {
    return Math.max(0, ...this.messages.map((m) => m.seq));
  }

  async hello(after = 0) {
    this.send({ type: 'hello', after });
    return this.next('welcome');
  }

  claim(over: string | null = null) {
    const handoff = this.state.handoff;
    const seen = handoff && handoff.status !== 'ended' ? handoff.n : null;
    return this.ask({ type: 'claim', id: clientId(), handoff: seen, over });
  }

  reply(text: string, id = clientId()) {
    return this.ask({ type: 'send', id, text, seen: this.last, anyway: false });
  }

  end(outcome: 'resolved' | 'escalated' | 'follow_up' = 'resolved', note = '') {
    return this.ask({ type: 'end', id: clientId(), outcome, note });
  }

  message(matches: (message: StaffMessage) => boolean) {
    return this.until(() => this.messages.find(matches));
  }
}

export class DeskClient extends Client<DeskFrame, ToDesk> {
  row(id: string, matches: (row: Extract<ToDesk, { type: 'row' }>['row']) => boolean = () => true) {
    return this.until((frames) => {
      const rows = frames.flatMap((f) => (f.type === 'row' ? [f.row] : f.type === 'welcome' ? f.rows : []));
      return rows.findLast((row) => row.id === id && matches(row));
    });
  }
}

/** From here on a connection that has died, before anybody was told: what the runtime throws then. */
export function dying(socket: WebSocket): void {
  socket.send = () => {
    throw new TypeError("Can't call WebSocket send() after close().");
  };
}

/** A store and a conversation of its own for each test. */
export function scene(store = `bot-${crypto.randomUUID()}`, conversation: string = crypto.randomUUID()) {
  const actor: CustomerActor = { type: 'customer', store, conversation };
  const staffActor = (id: string, name: string): StaffActor => ({ type: 'staff', store, id, name, role: 'agent' });
  return {
    store,
    conversation,
    /** A new one each time: a stub does not survive the abort of its object. */
    get stub() {
      return env.CONVERSATION.get(env.CONVERSATION.idFromName(`${store}/${conversation}`));
    },
    desk: env.DESK.get(env.DESK.idFromName(store)),
    /** Memory is gone, sockets and storage stay: what hibernation and a new version do. */
    async evict() {
      await runInDurableObject(this.stub, () => {});
      await evictDurableObject(this.stub);
    },
    async customer(device?: string, signedIn?: CustomerActor['signedIn']) {
      const from = { ...actor, device, signedIn };
      const client = new CustomerClient(open(await openConversation(env, REQUEST, from, conversation)));
      await client.hello();
      return client;
    },
    /** Connected, and nothing said yet. */
    async silent() {
      return new CustomerClient(open(await openConversation(env, REQUEST, actor, conversation)));
    },
    async staff(id = 'ana', name = 'Ana Kovač') {
      const client = new StaffClient(open(await openConversation(env, REQUEST, staffActor(id, name), conversation)));
      await client.hello();
      return client;
    },
    async stranger(id = 'ana', name = 'Ana Kovač') {
      return new StaffClient(open(await openConversation(env, REQUEST, staffActor(id, name), conversation)));
    },
    async atDesk(id = 'ana', name = 'Ana Kovač') {
      const client = new DeskClient(open(await openDesk(env, REQUEST, staffActor(id, name))));
      client.send({ type: 'hello' });
      await client.next('welcome');
      return client;
    },
  };
}
