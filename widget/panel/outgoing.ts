import type { CustomerFrame, CustomerMessage } from '../../src/protocol/customer';

/** What must arrive: kept until acknowledged or refused, under the client id it was made with. */
export type Delivery = Extract<CustomerFrame, { id: string }>;
export interface Outgoing {
  frame: Delivery;
  /** When it was made, epoch milliseconds. */
  at: number;
  /** Refused: stays where it is until the customer tries again. */
  failed: boolean;
}
export type Queue = readonly Outgoing[];

export const add = (queue: Queue, frame: Delivery, at: number): Queue => [...queue, { frame, at, failed: false }];
export const settle = (queue: Queue, id: string): Queue => queue.filter((item) => item.frame.id !== id);

/** What a new connection sends, in order. */
export const due = (queue: Queue): Delivery[] => queue.filter((item) => !item.failed).map((item) => item.frame);

/** A message's own words came back as stored: nothing to send any more. */
export const settleStored = (queue: Queue, messages: readonly CustomerMessage[]): Queue => {
  const ids = new Set(messages.map((message) => (message.kind === 'customer' ? message.id : '')));
  return queue.some((item) => ids.has(item.frame.id)) ? queue.filter((item) => !ids.has(item.frame.id)) : queue;
};

/**
 * A refused message waits for "Try again"; a refused press of a button is over, the state says what is true.
 * @param fresh the id it goes out under then, where the old one is spent (`id_reused`)
 */
export const refuse = (queue: Queue, id: string, fresh = id): Queue =>
  queue.flatMap((item) =>
    item.frame.id !== id
      ? [item]
      : item.frame.type === 'send'
        ? [{ ...item, frame: { ...item.frame, id: fresh }, failed: true }]
        : [],
  );

/** Goes to the end of the queue, which is where it is sent. */
export const retry = (queue: Queue, id: string): Queue => {
  const item = queue.find(({ frame }) => frame.id === id);
  return item ? [...settle(queue, id), { ...item, failed: false }] : queue;
};

/** Client ids: 8–40 of `[A-Za-z0-9_-]`, unguessable enough never to meet. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, '0')).join('');
};

/**
 * What outlives a reload: words, addresses and ratings, and what stands in the field. A press of a button is not repeated
 * to somebody who has come back.
 */
export const keepable = (queue: Queue, draft: string): unknown[] => [
  ...queue.filter(({ frame }) => frame.type === 'send' || frame.type === 'rate' || frame.type === 'email'),
  ...(draft ? [{ draft }] : []),
];

/** Takes back what stood in the field. */
export const draftIn = (kept: unknown): string => {
  const last: unknown = Array.isArray(kept) && (kept.at(-1) as { draft?: unknown } | null)?.draft;
  return typeof last === 'string' ? last : '';
};

/** Takes back what an earlier page kept; anything that is not a queue of ours is nothing. */
export const revive = (kept: unknown): Queue => (Array.isArray(kept) ? kept.filter(isOutgoing) : []);

const isOutgoing = (item: unknown): item is Outgoing => {
  const { frame, at, failed } = (item ?? {}) as Partial<Outgoing>;
  return (
    typeof at === 'number' &&
    typeof failed === 'boolean' &&
    typeof frame?.id === 'string' &&
    ((frame.type === 'send' && typeof frame.text === 'string') ||
      (frame.type === 'email' && typeof frame.address === 'string') ||
      (frame.type === 'rate' && typeof frame.handoff === 'number'))
  );
};
