import type { CustomerMessage, CustomerState, ToCustomer } from '../../src/protocol/customer';

/** What the customer's side knows of the conversation. Pure: the same frames in any order give the same thread. */
export interface Thread {
  /** By place, each once. */
  messages: readonly CustomerMessage[];
  /** Null until the first welcome. */
  state: CustomerState | null;
  /** Answers being streamed, by answer id: unstored, so never more than what stands on the screen. */
  streams: ReadonlyMap<string, string>;
}

export const EMPTY: Thread = { messages: [], state: null, streams: new Map() };

/** The last place up to which nothing is missing: what a new connection asks from. */
export function cursorOf({ messages }: Thread): number {
  let cursor = 0;
  for (const { seq } of messages) {
    if (seq > cursor + 1) break;
    cursor = seq;
  }
  return cursor;
}

/** Whether something lies behind a gap: then the client asks again from its cursor. */
export const hasGap = (thread: Thread): boolean => (thread.messages.at(-1)?.seq ?? 0) > cursorOf(thread);

/** Takes one frame in. Frames that say nothing about the thread leave it as it is. */
export function receive(thread: Thread, frame: ToCustomer): Thread {
  switch (frame.type) {
    case 'welcome':
      // What was being streamed when the connection broke is either in these messages or comes whole.
      return {
        messages: insert(thread.messages, frame.messages),
        state: newer(thread, frame.state),
        streams: new Map(),
      };
    case 'message':
      return {
        ...thread,
        messages: insert(thread.messages, [frame.message]),
        streams: frame.message.kind === 'assistant' ? without(thread.streams, frame.message.answer) : thread.streams,
      };
    case 'state':
      return { ...thread, state: newer(thread, frame.state) };
    case 'piece':
      return stream(thread, frame);
    case 'dropped':
      return { ...thread, streams: without(thread.streams, frame.answer) };
    default:
      return thread;
  }
}

/** Adds the customer's own message when its acknowledgement comes before (or without) its echo. */
export const stored = (thread: Thread, message: CustomerMessage): Thread => ({
  ...thread,
  messages: insert(thread.messages, [message]),
});

/** Shows an address as left when it is acknowledged, before the state that says so. */
export function left(thread: Thread, address: string): Thread {
  const { state } = thread;
  if (!state || state.contact?.address === address) return thread;
  return { ...thread, state: { ...state, contact: { address, confirmed: false } } };
}

function insert(known: readonly CustomerMessage[], fresh: readonly CustomerMessage[]): readonly CustomerMessage[] {
  const bySeq = new Map(known.map((message) => [message.seq, message]));
  for (const message of fresh) if (!bySeq.has(message.seq)) bySeq.set(message.seq, message);
  return bySeq.size === known.length ? known : [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

const newer = ({ state }: Thread, next: CustomerState) => (state && state.rev > next.rev ? state : next);

function stream(thread: Thread, piece: ToCustomer & { type: 'piece' }): Thread {
  if (thread.state && piece.turn < thread.state.turn) return thread;
  if (thread.messages.some((message) => message.kind === 'assistant' && message.answer === piece.answer)) return thread;
  const before = thread.streams.get(piece.answer) ?? '';
  // A part is missing: the message itself will bring it.
  if (piece.offset > before.length) return thread;
  return {
    ...thread,
    streams: new Map(thread.streams).set(piece.answer, before.slice(0, piece.offset) + piece.text),
  };
}

function without(streams: Thread['streams'], answer: string): Thread['streams'] {
  if (!streams.has(answer)) return streams;
  const rest = new Map(streams);
  rest.delete(answer);
  return rest;
}
