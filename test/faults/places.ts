import type { Frame } from './line.ts';

/** The history that one tab keeps: every message it was ever shown, in the order in which they came. */

export interface Shown {
  kind: string;
  seq: number;
  at: number;
  id?: string;
  text?: string;
  answer?: string;
  from?: { name: string };
  event?: { what: string; handoff: number; [field: string]: unknown };
}

export type Arrival =
  /** The answer to a `hello` that asked for everything after a place. */
  | { as: 'welcome'; connection: number; after: number; last: number; seqs: number[] }
  /** On a connection that was welcomed. */
  | { as: 'live'; connection: number; seq: number }
  /** Before the welcome, which brings it once more. */
  | { as: 'early'; connection: number; seq: number };

export class Places {
  readonly arrivals: Arrival[] = [];
  /** What stood at a place when it was first seen. */
  readonly shown = new Map<number, string>();
  /** Places at which something else was seen later. */
  readonly rewritten: { seq: number; before: string; after: string }[] = [];
  /** Each pair of a state's rev and the turn that it told of. */
  readonly turns: { rev: number; turn: number }[] = [];
  /** The newest place that is here. */
  last = 0;
  readonly #asked: number[] = [];

  /** Called with each `hello` that goes out. @returns the cursor that it carries */
  ask(connection: 'new' | 'same'): number {
    if (connection === 'new') this.#asked.length = 0;
    this.#asked.push(this.last);
    return this.last;
  }

  note(frame: Frame, { connection, open }: { connection: number; open: boolean }): void {
    const { message, messages, state } = frame as { message?: Shown; messages?: Shown[]; state?: State };
    if (frame.type === 'welcome' && messages) {
      const after = this.#asked.shift() ?? -1;
      const seqs = messages.map(({ seq }) => seq);
      this.arrivals.push({ as: 'welcome', connection, after, last: Number(frame.last), seqs });
      for (const one of messages) this.#see(one);
      this.last = Math.max(this.last, ...seqs);
    }
    if (frame.type === 'message' && message) {
      const { seq } = message;
      this.arrivals.push({ as: open ? 'live' : 'early', connection, seq });
      this.#see(message);
      if (open) this.last = Math.max(this.last, seq);
    }
    if (state && typeof state.rev === 'number') this.turns.push({ rev: state.rev, turn: state.turn });
  }

  #see(message: Shown): void {
    const text = JSON.stringify(message);
    const before = this.shown.get(message.seq);
    if (before === undefined) this.shown.set(message.seq, text);
    else if (before !== text) this.rewritten.push({ seq: message.seq, before, after: text });
  }
}

interface State {
  rev: number;
  turn: number;
}
