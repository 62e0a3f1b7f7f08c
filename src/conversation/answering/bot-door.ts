import type * as v from 'valibot';
import { responderOf } from '../../domain/handoff';
import type { ErrorCode } from '../../errors';
import type { BotAnswer, BotHandoff, BotPiece, BotTyping } from '../../protocol/bot';
import { TRIGGER } from '../asking';
import type { Room } from '../room';
import type { Entry } from '../storage/records';
import { BOT_ANSWER } from './answer-message';
import { isAsked, lastAsked } from './owed';

/** What the merchant's own bot says to a conversation: parsed and authorised before; here it is decided and stored. */

export type BotCommand =
  | ({ do: 'answer' } & v.InferOutput<typeof BotAnswer>)
  | ({ do: 'piece' } & BotPiece)
  | ({ do: 'typing' } & BotTyping)
  | ({ do: 'handoff' } & BotHandoff);

/** `seq`: the place of what was stored, where something was. */
export type BotResult = { ok: true; seq: number | null } | { ok: false; code: ErrorCode };

const answerId = (id: string): string => BOT_ANSWER + id;
const refused = (code: ErrorCode): BotResult => ({ ok: false, code });

/** The customer has ended the chat since they asked: what comes now would be the last word of a chat that is over. */
function isOver(entries: readonly Entry[], re: number | undefined): boolean {
  const closed = entries.findLast(({ body }) => body.kind === 'event' && body.event.what === 'closed')?.seq ?? 0;
  return closed > (re ?? lastAsked(entries));
}

export function botSays(room: Room, command: BotCommand, now: number): BotResult {
  const { store, state } = room;
  const before = command.do === 'answer' ? store.find('assistant', answerId(command.id)) : null;
  if (before && command.do === 'answer' && isSame(before, command.text)) return { ok: true, seq: before.seq };
  const isTheirs = room.storeSettings.responder === 'webhook' && responderOf(state).is === 'assistant';
  const re = command.do === 'answer' ? command.re : undefined;
  if (!isTheirs || state.turn !== command.turn || isOver(store.entries, re)) return refused('stale_turn');
  if (before) return refused('id_reused');
  switch (command.do) {
    case 'answer':
      return answer(room, command, now);
    case 'piece': {
      const { id, offset, text } = command;
      return room.answering.piece(answerId(id), offset, text) ? { ok: true, seq: null } : refused('out_of_order');
    }
    case 'typing':
      room.sockets.toCustomers({ type: 'typing', on: command.on });
      return { ok: true, seq: null };
    case 'handoff': {
      const { reason, urgency, summary } = command;
      const trigger = store.entries.findLast(isAsked)?.body.text.slice(0, TRIGGER) ?? '';
      const raised = urgency === 'urgent' ? urgency : undefined;
      room.handOver({ reason, trigger, urgency: raised, summary: summary || undefined }, null, now);
      return { ok: true, seq: store.last.seq };
    }
  }
}

/** It may have ended with words of ours, about a person. */
const isSame = ({ body }: Entry, text: string): boolean =>
  body.kind === 'assistant' && (body.text === text || (text !== '' && body.text.startsWith(`${text}\n\n`)));

function answer(room: Room, command: BotAnswer, now: number): BotResult {
  const { id, re, text, cards, links, replies, asksEmail, confidence, query } = command;
  const done = {
    type: 'done',
    by: 'webhook',
    query,
    confidence,
    products: cards.map((card) => ({ id: card.id, title: card.title, url: card.url })),
    articles: links,
    handoff: null,
    ...(asksEmail && { asksEmail }),
    ...(replies.length > 0 && { replies }),
  } as const;
  room.answering.whole(answerId(id), { re, text, cards, links }, done, now);
  return { ok: true, seq: room.store.find('assistant', answerId(id))?.seq ?? null };
}
