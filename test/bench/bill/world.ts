import type { ToCustomer } from '../../../src/protocol/customer';
import type { ToDesk } from '../../../src/protocol/desk';
import type { ToStaff } from '../../../src/protocol/staff';
import { GOT_EVERY } from '../../../src/protocol/window.ts';

/** How a running Baton is reached. */
export interface Door {
  origin: string;
  setupKey: string;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** An open socket. */
  socket(path: string, protocols: string[]): Promise<WebSocket>;
  /** The text of every mail to an address, oldest first. */
  mails(to: string): Promise<string[]>;
  /** What its clients have sent. */
  readonly sent: { frames: number; closes: number };
}

/** Where a conversation is played: the same script runs in a test and in the bench, each with a runtime of its own. */
export interface World extends Door {
  /** Sets the clock of the Worker and its objects, which then stands still. */
  setClock(now: number): Promise<void>;
  /** What has come of what clients sent. */
  progress(): Promise<Progress>;
  objects(of: { store: string; conversation: string }): PlayedObject[];
}

export interface Progress {
  /** Pieces of work that objects have not ended. */
  busy: number;
  /** Frames and ends of sockets that have arrived at objects. */
  frames: number;
  closes: number;
}

export interface PlayedObject {
  nextAlarm(): Promise<number | null>;
  fireAlarm(): Promise<void>;
  /** Its memory goes, its sockets and its storage stay. */
  hibernate(): Promise<void>;
}

/** Idle this long, an object hibernates. */
const SLEEP_AFTER = 10_000;

/** Moves a world's clock: what falls due on the way happens at its time, and what was quiet for long enough sleeps. */
export class Clock {
  now: number;
  readonly #world: World;
  readonly #objects: PlayedObject[];

  constructor(world: World, now: number, objects: PlayedObject[]) {
    this.#world = world;
    this.now = now;
    this.#objects = objects;
  }

  /** Until all that was sent has arrived, and all that came of it is done. */
  async settled(): Promise<void> {
    const { sent } = this.#world;
    for (;;) {
      const { busy, frames, closes } = await this.#world.progress();
      if (busy === 0 && frames === sent.frames && closes === sent.closes) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async moveTo(time: number): Promise<void> {
    if (time < this.now) throw new Error('Time does not go back');
    await this.settled();
    for (;;) {
      const due = await this.#due();
      const alarm = due && due.at <= time ? due : null;
      const next = alarm ? Math.max(alarm.at, this.now) : time;
      if (next - this.now >= SLEEP_AFTER) await Promise.all(this.#objects.map((object) => object.hibernate()));
      this.now = next;
      await this.#world.setClock(next);
      if (!alarm) return;
      await alarm.object.fireAlarm();
      await this.settled();
    }
  }

  async #due(): Promise<{ at: number; object: PlayedObject } | null> {
    let soonest: { at: number; object: PlayedObject } | null = null;
    for (const object of this.#objects) {
      const at = await object.nextAlarm();
      if (at !== null && (!soonest || at < soonest.at)) soonest = { at, object };
    }
    return soonest;
  }
}

type Frame = ToCustomer | ToStaff | ToDesk;
export type Typed<K extends Frame['type']> = Extract<Frame, { type: K }>;

/** One end of a socket. What it does not know, it lets pass. */
export class Client {
  readonly #socket: WebSocket;
  readonly #sent: Door['sent'];
  #came = 0;
  readonly #listeners = new Set<(frame: Frame) => void>();
  /** The newest place that has come in. */
  last = 0;

  constructor(socket: WebSocket, sent: Door['sent']) {
    this.#socket = socket;
    this.#sent = sent;
    socket.addEventListener('message', (event: MessageEvent) => {
      const frame = JSON.parse(String(event.data)) as Frame;
      if (++this.#came % GOT_EVERY === 0) this.send({ type: 'got' });
      if (frame.type === 'message') this.last = frame.message.seq;
      if (frame.type === 'welcome' && 'last' in frame) this.last = frame.last;
      for (const listener of this.#listeners) listener(frame);
    });
  }

  send(frame: { type: string; [field: string]: unknown }): void {
    this.#sent.frames += 1;
    this.#socket.send(JSON.stringify(frame));
  }

  /** @returns what ends it */
  on(listener: (frame: Frame) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first frame from now on that fits. @throws when something is refused before it comes */
  next<K extends Frame['type']>(type: K, fits: (frame: Typed<K>) => boolean = () => true): Promise<Typed<K>> {
    return new Promise((resolve, reject) => {
      const end = this.on((frame) => {
        if (frame.type === 'error') reject(new Error(`Refused: ${JSON.stringify(frame)}`));
        else if (frame.type === type && fits(frame as Typed<K>)) resolve(frame as Typed<K>);
        else return;
        end();
      });
    });
  }

  /** Sends something, and waits for what comes back to it. */
  answered<K extends 'ack' | 'welcome'>(frame: { type: string; [field: string]: unknown }, type: K) {
    const answer = this.next<K>(type, (back) => !('id' in back) || back.id === frame.id);
    this.send(frame);
    return answer;
  }

  close(): void {
    this.#sent.closes += 1;
    this.#socket.close(1000);
  }
}
