import { effect, signal } from '@preact/signals';
import { signedOut } from './over';
import { CLOSED, connect, GOT_EVERY, readFrame } from './wire';

/**
 * `connecting`: never been open yet; `failing`: and not for lack of trying. `lost`: was open, is trying again. `denied`,
 * `erased` and `outdated` are final.
 */
export type LineState = 'connecting' | 'failing' | 'open' | 'lost' | 'denied' | 'erased' | 'outdated';

export interface LineOptions<In extends { type: string }, Out> {
  path: string;
  /** A fresh ticket, `'denied'` where there will be none, or null where trying again may help. */
  ticket(): Promise<string | 'denied' | null>;
  /** A socket that was begun before, once. */
  early?(): Promise<WebSocket | null>;
  /** The first frame, with the cursor as it is by then. The answer to it is a `welcome`. */
  hello(): Out;
  receive(frame: In): void;
}

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 20_000;
/** How long a `hello` or a `ping` may stay unanswered before the connection counts as dead. */
const ANSWER_WITHIN = 6_000;
const OPEN_WITHIN = 15_000;
/** A phone or laptop that wakes gives several signs at once; one look is enough. */
const LOOK_AGAIN_AFTER = 2_000;
/** The platform answers a `ping` without waking anybody. What has gone silent is found out by it. */
const PING_EVERY = 25_000;
const FAILING_AFTER = 3;

/** A connection that comes back by itself: with growing pauses, and at once when the page wakes or the network is back. */
export class Line<In extends { type: string }, Out> {
  readonly state = signal<LineState>('connecting');
  /** Which connection this is: what was sent on an earlier one may be lost. */
  connection = 0;
  readonly #options: LineOptions<In, Out>;
  #socket: WebSocket | null = null;
  #tries = 0;
  #dialling = false;
  #over = false;
  #lookedAt = 0;
  /** Frames of this connection; the answer to a `ping` is none. */
  #came = 0;
  #again: ReturnType<typeof setTimeout> | undefined;
  #answer: ReturnType<typeof setTimeout> | undefined;
  readonly #unhear: () => void;
  readonly #pings = setInterval(() => this.#ping(), PING_EVERY);

  constructor(options: LineOptions<In, Out>) {
    this.#options = options;
    addEventListener('online', this.#wake);
    addEventListener('focus', this.#wake);
    addEventListener('pageshow', this.#wake);
    document.addEventListener('visibilitychange', this.#wake);
    this.#unhear = effect(() => {
      if (signedOut.value) queueMicrotask(() => this.#finish('denied'));
    });
    void this.#dial();
  }

  /** False where it could not go out; the caller keeps what must not be lost. */
  send(frame: Out): boolean {
    if (this.state.peek() !== 'open' || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  /** Asks for everything after the cursor once more. */
  catchUp(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify(this.#options.hello()));
    this.#expectAnswer(ANSWER_WITHIN);
  }

  close(): void {
    this.#over = true;
    removeEventListener('online', this.#wake);
    removeEventListener('focus', this.#wake);
    removeEventListener('pageshow', this.#wake);
    document.removeEventListener('visibilitychange', this.#wake);
    clearTimeout(this.#again);
    clearTimeout(this.#answer);
    clearInterval(this.#pings);
    this.#unhear();
    this.#socket?.close(1000);
    this.#socket = null;
  }

  readonly #wake = (): void => {
    if (this.#over || document.visibilityState === 'hidden') return;
    if (Date.now() - this.#lookedAt < LOOK_AGAIN_AFTER) return;
    this.#lookedAt = Date.now();
    if (this.#socket?.readyState === WebSocket.OPEN) this.catchUp();
    else if (!this.#socket && !this.#dialling) {
      this.#tries = 0;
      clearTimeout(this.#again);
      void this.#dial();
    }
  };

  async #dial(): Promise<void> {
    this.#dialling = true;
    const early = await this.#options.early?.();
    const ticket = early ? null : await this.#options.ticket();
    this.#dialling = false;
    if (this.#over) return early?.close(1000);
    if (ticket === 'denied') return this.#finish('denied');
    const socket = early ?? (ticket === null ? null : connect(this.#options.path, ticket));
    if (!socket || socket.readyState > WebSocket.OPEN) return this.#retry();
    this.#use(socket);
  }

  #use(socket: WebSocket): void {
    this.#socket = socket;
    this.#came = 0;
    this.#expectAnswer(OPEN_WITHIN);
    const opened = () => {
      if (this.#socket !== socket) return;
      this.connection += 1;
      this.catchUp();
    };
    if (socket.readyState === WebSocket.OPEN) opened();
    else socket.onopen = opened;
    socket.onmessage = (event) => this.#socket === socket && this.#receive(event.data);
    socket.onclose = (event) => this.#socket === socket && this.#closed(event.code);
  }

  #receive(data: unknown): void {
    clearTimeout(this.#answer);
    const frame = readFrame<In>(data);
    if (!frame) return;
    if (++this.#came % GOT_EVERY === 0) this.#socket?.send('{"type":"got"}');
    if (frame.type === 'welcome') {
      this.#tries = 0;
      this.state.value = 'open';
    }
    this.#options.receive(frame);
  }

  #ping(): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send('ping');
    this.#expectAnswer(ANSWER_WITHIN);
  }

  #expectAnswer(within: number): void {
    clearTimeout(this.#answer);
    this.#answer = setTimeout(() => this.#drop(), within);
  }

  /** Gives up on a connection that no longer answers; its close event may take minutes. */
  #drop(): void {
    this.#socket?.close(4000);
    this.#closed(4000);
  }

  #closed(code: number): void {
    this.#socket = null;
    clearTimeout(this.#answer);
    if (code === CLOSED.forbidden || code === CLOSED.notFound) this.#finish('denied');
    else if (code === CLOSED.erased) this.#finish('erased');
    else if (code === CLOSED.unsupportedVersion) this.#finish('outdated');
    else this.#retry();
  }

  #finish(state: 'denied' | 'erased' | 'outdated'): void {
    if (this.#over) return;
    this.state.value = state;
    this.close();
  }

  #retry(): void {
    if (this.#over) return;
    if (this.state.peek() === 'open') this.state.value = 'lost';
    else if (this.state.peek() === 'connecting' && this.#tries >= FAILING_AFTER) this.state.value = 'failing';
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.#tries++);
    clearTimeout(this.#again);
    // Half of the pause is chance, so that a whole team does not come back in the same instant after a deploy.
    this.#again = setTimeout(() => void this.#dial(), pause * (0.5 + Math.random() / 2));
  }
}
