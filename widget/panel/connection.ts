import { type Signal, signal } from '@preact/signals';
import type { PROTOCOL, TOKEN_PREFIX } from '../../src/protocol/common';
import type { CustomerFrame, ToCustomer } from '../../src/protocol/customer';
import type { GOT_EVERY as Every } from '../../src/protocol/window';

// Types only: these fail to compile when the wire moves on, and the schemas stay out of the bundle.
const VERSION: (typeof PROTOCOL)['version'] = 1;
const PREFIX: typeof TOKEN_PREFIX = 'token.';
const GOT_EVERY: typeof Every = 64;

/** Close codes of src/errors.ts that ask something of us. */
const TOO_OLD = 4426;
const TOO_FAST = 4429;
const ERASED = 4410;

const ANSWER_WITHIN = 10_000;
/** After a sleep, or in another network, a line is more probably dead than slow. */
const WAKE_WITHIN = 2_500;
const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

interface Options {
  /** The token to connect with. `anew`: the last one did not get through the door. Null: not now. */
  authorize(anew: boolean): Promise<string | null>;
  /** What a new connection says first, in order. */
  greeting(): CustomerFrame[];
  onFrame(frame: ToCustomer): void;
  /** This page is older than the oldest version that the server serves. */
  onTooOld(): void;
  /** There is nothing behind this token any more: another one is wanted. */
  onErased(): void;
}

export interface Connection {
  /** A frame has come over the present socket. */
  connected: Signal<boolean>;
  /** An attempt has failed, or a connection was lost, since the last good one. */
  broken: Signal<boolean>;
  start(): void;
  stop(): void;
  /** Says it if there is a line; what must arrive is in the queue and part of the next greeting. */
  send(frame: CustomerFrame): void;
}

/** One socket to the conversation, made again with growing delays, at once when the page or the network comes back. */
export function createConnection({ authorize, greeting, onFrame, onTooOld, onErased }: Options): Connection {
  const connected = signal(false);
  const broken = signal(false);
  let socket: WebSocket | null = null;
  let failures = 0;
  let retryTimer: ReturnType<typeof setTimeout> | undefined;
  let answerTimer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let asking = false;
  let anew = true;
  let came = 0;

  async function connect(): Promise<void> {
    clearTimeout(retryTimer);
    if (!running || socket || asking) return;
    asking = true;
    const token = await authorize(anew);
    asking = false;
    if (!running) return;
    if (!token) return later();

    const line = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/widget/socket`, [
      `baton.v${VERSION}`,
      PREFIX + token,
    ]);
    socket = line;
    came = 0;
    // Until a first frame comes, nobody knows whether the token is still good.
    anew = true;
    expectAnswer();
    line.onopen = () => {
      for (const frame of greeting()) send(frame);
    };
    line.onmessage = ({ data }) => {
      if (socket !== line) return;
      const frame = parse(data);
      if (!frame) return;
      heard();
      if (++came % GOT_EVERY === 0) send({ type: 'got' });
      failures = 0;
      anew = false;
      connected.value = true;
      broken.value = false;
      onFrame(frame);
    };
    line.onclose = ({ code }) => {
      if (socket !== line) return;
      if (code === TOO_FAST) failures = Math.max(failures, 4);
      if (code > 4_000 && code !== TOO_FAST) anew = true;
      if (code === ERASED) onErased();
      drop();
      if (code === TOO_OLD) onTooOld();
    };
  }

  function drop(): void {
    const line = socket;
    socket = null;
    heard();
    line?.close();
    connected.value = false;
    if (running) later();
  }

  function later(): void {
    broken.value = true;
    clearTimeout(retryTimer);
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** failures) * (0.5 + Math.random() / 2);
    failures += 1;
    retryTimer = setTimeout(connect, delay);
  }

  /** What is said meanwhile gives a dead line no more time. */
  function expectAnswer(within?: number): void {
    if (within) heard();
    answerTimer ??= setTimeout(drop, within ?? ANSWER_WITHIN);
  }

  function heard(): void {
    clearTimeout(answerTimer);
    answerTimer = undefined;
  }

  function send(frame: CustomerFrame): void {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify(frame));
    // A line that died in a tunnel says nothing; these frames are always answered.
    if (frame.type === 'hello' || 'id' in frame) expectAnswer();
  }

  /** A page that was asleep may hold a dead socket: the greeting finds out, and brings what was missed. */
  function wake(): void {
    if (!running || document.visibilityState === 'hidden') return;
    if (!socket) return void connect();
    if (connected.value) send(greeting()[0]!);
    expectAnswer(WAKE_WITHIN);
  }

  document.addEventListener('visibilitychange', wake);
  addEventListener('online', wake);
  addEventListener('pageshow', wake);
  addEventListener('offline', () => running && drop());
  // An open socket would keep the shop's page out of the back/forward cache.
  addEventListener('pagehide', () => {
    if (!running) return;
    drop();
    clearTimeout(retryTimer);
  });

  return {
    connected,
    broken,
    send,
    start() {
      if (running) return;
      running = true;
      void connect();
    },
    stop() {
      running = false;
      clearTimeout(retryTimer);
      drop();
    },
  };
}

function parse(data: unknown): ToCustomer | null {
  try {
    const frame = typeof data === 'string' ? (JSON.parse(data) as Partial<ToCustomer> | null) : null;
    // Our own server's frames, checked there against the same types; a type we do not know is passed over later.
    return typeof frame?.type === 'string' ? (frame as ToCustomer) : null;
  } catch {
    return null;
  }
}
