import { noteFailure, readyBot } from '../../assistant/webhook/bot';
import { callBot } from '../../assistant/webhook/call';
import { responderOf } from '../../domain/handoff';
import type { Env } from '../../env';
import type { Delivery, Job } from '../../outbox/outbox';
import type { BotMessage } from '../../protocol/bot';
import type { Room } from '../room';
import { type Entry, wordsOf } from '../storage/records';
import { customerName } from '../views/staff';
import { handedBack } from './told-before';

/** Calls of the merchant's own bot, one for each message of the customer. They wait in the outbox, so none is lost. */

export const CALL = 'bot/';
const TRIES = 3;

interface CallJob {
  /** The place of the message. */
  seq: number;
  turn: number;
}

/** Owes a call for each of these messages, once each; whatever was called before is left alone. */
export function callFor(room: Room, questions: readonly number[], now: number): void {
  const { turn } = room.state;
  const waiting = new Set(room.outbox.waiting<CallJob>(CALL).map(({ payload }) => payload.seq));
  const heard = room.store.botHeard;
  const uncalled = questions.filter((seq) => seq > heard && !waiting.has(seq));
  if (uncalled.length === 0) return;
  room.transaction(() => {
    for (const seq of uncalled) room.outbox.put<CallJob>(`${CALL}${seq}`, now, () => ({ seq, turn }));
  });
  room.timing.arm(now);
  room.timing.kick(now);
}

export async function deliverCall(job: Job, room: Room, env: Env): Promise<Delivery> {
  const { seq, turn } = job.payload as CallJob;
  const { store, conversation } = room.customer;
  const isWanted = () => room.state.turn === turn && responderOf(room.state).is === 'assistant';
  // Somebody else answers by now: what was asked is theirs.
  if (!isWanted()) return { is: 'done' };
  const now = Date.now();
  const bot = await readyBot(env, store, now).catch(() => undefined);
  if (bot === null) {
    if (isWanted()) room.answering.giveWay(seq);
    return { is: 'done' };
  }
  const data = messageFor(room, seq, now);
  if (!data || !isWanted()) return { is: 'done' };
  const event = { type: 'message', timestamp: new Date(now).toISOString(), data } as const;
  const called = bot
    ? await callBot(env, bot, `${conversation}-${seq}`, event)
    : ({ is: 'failed', failure: { why: 'no_answer' }, again: true } as const);
  if (called.is === 'taken') {
    room.store.botHeard = Math.max(room.store.botHeard, seq);
    return { is: 'done' };
  }
  if (called.again && job.attempts + 1 < TRIES) {
    return { is: 'retry', ...('after' in called && called.after !== undefined && { after: called.after }) };
  }
  if (isWanted()) room.answering.fail(seq);
  await noteFailure(env, store, { at: Date.now(), ...called.failure }).catch(() => {});
  return { is: 'done' };
}

/** It took the message and never answered: for the merchant to see. */
export const botWasLate = (env: Env, store: string, at: number): Promise<void> =>
  noteFailure(env, store, { at, why: 'late' }).catch(() => {});

function messageFor(room: Room, seq: number, now: number): BotMessage | null {
  const entries = room.store.entries;
  const asked = entries.find((entry) => entry.seq === seq);
  if (asked?.body.kind !== 'customer') return null;
  const { customer, state, store, sockets } = room;
  const hours = room.hours(now);
  const back = handedBack(state, entries);
  const { contact } = store;
  return {
    conversation: customer.conversation,
    turn: state.turn,
    message: {
      seq,
      text: asked.body.text,
      at: asked.at,
      ...(asked.body.files && { files: asked.body.files.map(({ name, size }) => ({ name, size })) }),
    },
    history: saidBetween(entries, store.botHeard, seq),
    customer: {
      name: customerName(customer),
      language: customer.lang,
      timeZone: customer.tz,
      page: sockets.customers().findLast((client) => client.page)?.page ?? null,
      opened: room.opening.named,
      email: contact && { address: contact.address, confirmed: contact.state === 'confirmed' },
      verified: customer.verified ?? null,
    },
    shop: { isOpen: hours.open, opensAt: hours.open ? null : hours.opensAt },
    handedBack: back && { by: back.by, outcome: back.outcome, privateNote: back.note },
  };
}

/** What customers may read, after one place and before another. */
const saidBetween = (entries: readonly Entry[], after: number, before: number): BotMessage['history'] =>
  entries.flatMap(({ seq, at, body }) =>
    seq > after && seq < before && (body.kind === 'customer' || body.kind === 'assistant' || body.kind === 'staff')
      ? [{ seq, from: body.kind, text: wordsOf(body), at }]
      : [],
  );
