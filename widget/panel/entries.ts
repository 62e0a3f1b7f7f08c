import type { CustomerFrame, CustomerMessage } from '../../src/protocol/customer';
import type { SentFile } from '../../src/protocol/files';
import { contactPlace } from './contact';
import type { Queue } from './outgoing';
import type { Thread } from './thread';

type Assistant = Extract<CustomerMessage, { kind: 'assistant' }>;
type Staff = Extract<CustomerMessage, { kind: 'staff' }>;
export type Event = Extract<CustomerMessage, { kind: 'event' }>['event'];
export type Thumb = Extract<CustomerFrame, { type: 'rate' }>['thumb'];
export interface RatingState {
  handoff: number;
  thumb: Thumb | null;
  comment: string;
  /** Milliseconds until it is asked; missing where that is now. */
  in?: number | undefined;
}

/** What stands in the log, from top to bottom. */
export type Entry =
  | { is: 'day'; key: string; at: number }
  | { is: 'by'; key: string; name: string | null }
  | {
      is: 'own';
      key: string;
      text: string;
      at: number;
      status: 'stored' | 'sending' | 'failed';
      id: string;
      /** The names of what was attached, where it came by email. */
      mail: readonly string[] | null;
      files: readonly SentFile[] | undefined;
    }
  /** From here on it is new to the customer. */
  | { is: 'new'; key: string }
  | { is: 'stamp'; key: string; at: number; seen: boolean }
  | { is: 'greeting'; key: string; text: string; at: number }
  | { is: 'answer'; key: string; message: Assistant }
  | { is: 'stream'; key: string; text: string }
  | { is: 'staff'; key: string; message: Staff }
  /** `contact`: an address is asked for below it, or the thanks for one stand there. */
  | { is: 'event'; key: string; event: Event; contact: boolean }
  | { is: 'rating'; key: string; rating: RatingState };

interface Scene {
  thread: Thread;
  queue: Queue;
  /** The assistant's first words, which are not stored; null while they are not known. */
  greeting: string | null;
  /** When the panel was first opened: the greeting's time where nothing was said yet. */
  since: number;
  /** The last place that was seen before; 0: nothing is new. */
  newAfter: number;
  /** The start of the reader's day (`reading.midnight`). */
  midnight(at: number): number;
}

/** Orders messages, names who speaks where that changes, and puts the stamp under the newest own message. */
export function entriesOf({ thread, queue, greeting, since, newAfter, midnight }: Scene): Entry[] {
  const entries: Entry[] = [];
  let day = 0;
  let speaker: string | null | undefined;
  const onDay = (at: number) => {
    if (midnight(at) === day) return;
    day = midnight(at);
    speaker = undefined;
    entries.push({ is: 'day', key: `d${day}`, at });
  };
  /** @param name null: the assistant */
  const by = (name: string | null, key: string) => {
    if (speaker === name) return;
    speaker = name;
    entries.push({ is: 'by', key: `b${key}`, name });
  };

  const first = thread.messages[0]?.at ?? since;
  const { state } = thread;
  const newest = thread.messages.findLast((message) => message.kind === 'customer')?.seq;
  const place = contactPlace(thread);
  const unsent = queue.some(({ frame }) => frame.type === 'send');
  if (greeting !== null) {
    onDay(first);
    by(null, 'greeting');
    entries.push({ is: 'greeting', key: 'greeting', text: greeting, at: first });
  }
  for (const message of thread.messages) {
    onDay(message.at);
    const key = `${message.seq}`;
    if (newAfter && message.seq > newAfter && message.kind !== 'customer') {
      newAfter = 0;
      speaker = undefined;
      entries.push({ is: 'new', key: '' });
    }
    switch (message.kind) {
      case 'customer':
        entries.push({
          is: 'own',
          key: message.id,
          text: message.text,
          at: message.at,
          status: 'stored',
          id: message.id,
          mail: message.mail?.attachments ?? null,
          files: message.files,
        });
        if (message.seq === newest && !unsent)
          entries.push({ is: 'stamp', key: 'stamp', at: message.at, seen: (state?.seen ?? 0) >= message.seq });
        break;
      case 'assistant':
        by(null, key);
        entries.push({ is: 'answer', key, message });
        break;
      case 'staff':
        by(message.from.name, key);
        entries.push({ is: 'staff', key, message });
        break;
      case 'event':
        speaker = undefined;
        entries.push({ is: 'event', key, event: message.event, contact: place === message.seq });
        if (message.event.what === 'ended' && state?.rating?.handoff === message.event.handoff)
          entries.push({ is: 'rating', key: `r${state.rating.handoff}`, rating: state.rating });
        break;
    }
  }
  for (const [answer, text] of thread.streams) {
    by(null, answer);
    entries.push({ is: 'stream', key: answer, text });
  }
  for (const { frame, at, failed } of queue) {
    if (frame.type !== 'send') continue;
    const status = failed ? 'failed' : 'sending';
    entries.push({
      is: 'own',
      key: frame.id,
      text: frame.text,
      at,
      status,
      id: frame.id,
      mail: null,
      files: frame.files,
    });
  }
  return entries;
}
