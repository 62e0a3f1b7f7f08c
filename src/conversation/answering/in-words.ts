import type { Env } from '../../env';
import type { Delivery, Job } from '../../outbox/outbox';
import { oweHistory } from '../deliveries/history';
import type { Room } from '../room';
import { type Told, wordsOf } from '../storage/records';

/** What led to a handoff in the assistant's own words: written once, beside the facts, and never waited for. */

export const IN_WORDS = 'words/';
const TRIES = 2;

interface InWordsJob {
  handoff: number;
  /** Up to which place it tells. */
  upTo: number;
}

export class InWords {
  /** What the assistant said as it asked for a person. */
  #given: string | null = null;

  constructor(private readonly room: Room) {}

  /** Lets `open` open a handoff that comes with these words. */
  with(words: string | undefined, open: () => void): void {
    this.#given = words ?? null;
    try {
      open();
    } finally {
      this.#given = null;
    }
  }

  /** A handoff has opened. Call it within that transaction. */
  opened(handoff: number, now: number): void {
    const { store, storeSettings, outbox } = this.room;
    if (store.inWords[handoff]) return;
    if (this.#given !== null) store.inWords = { ...store.inWords, [handoff]: { text: this.#given, at: now } };
    else if (storeSettings.responder === 'llm') {
      const upTo = store.last.seq;
      outbox.put<InWordsJob>(`${IN_WORDS}${handoff}`, now, () => ({ handoff, upTo }));
    }
  }

  /** Staff see it at once where they look, and history follows. */
  told(handoff: number, told: Told): void {
    const { room } = this;
    room.transaction(() => {
      room.store.inWords = { ...room.store.inWords, [handoff]: told };
      room.hooks.tell('summary.written', told.at, handoff);
      // History is told of a handoff when it ends.
      const isOver = room.state.handoffs.some(({ n, status }) => n === handoff && status === 'ended');
      if (isOver) oweHistory(room.outbox, [handoff], false, told.at);
    });
    room.showing.publishToStaff(told.at);
    room.timing.kick(told.at);
  }
}

/** Asks the store's model for them. What it cannot say is not said: the facts stand there anyway. */
export async function deliverInWords(job: Job, room: Room, env: Env): Promise<Delivery> {
  const { handoff, upTo } = job.payload as InWordsJob;
  if (room.store.inWords[handoff]) return { is: 'done' };
  const said = room.store
    .after(0)
    .flatMap(({ seq, body }) =>
      seq <= upTo && (body.kind === 'customer' || body.kind === 'assistant' || body.kind === 'staff')
        ? [{ from: body.kind, text: wordsOf(body) }]
        : [],
    );
  if (said.length === 0) return { is: 'done' };
  let told: Omit<Told, 'at'> | null;
  try {
    const opened = room.opening.named.map(({ title }) => title);
    const { inWords } = await import('../../assistant/llm/summary');
    told = await inWords(env, room.customer.store, room.storeSettings, said, opened);
  } catch {
    return job.attempts + 1 < TRIES ? { is: 'retry' } : { is: 'done' };
  }
  if (told) room.inWords.told(handoff, { ...told, at: Date.now() });
  return { is: 'done' };
}
