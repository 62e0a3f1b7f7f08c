import type { ErrorCode } from '../../errors';
import type { Card } from '../../protocol/common';
import type { SentFile } from '../../protocol/files';
import type { Applied, Room } from '../room';

/** What a sender hears of what they have sent: where it stands, or why nothing changed. */

/** The customer, as the sender of a message; see `ConversationStore.find`. */
export const CUSTOMER = 'customer';

/** Sent again with the same id it is the same message; with other words it is refused. */
export function sentBefore(
  room: Room,
  socket: WebSocket,
  sender: string,
  sent: {
    id: string;
    kind: string;
    text: string;
    cards?: readonly Card[];
    files?: readonly Pick<SentFile, 'id'>[];
  },
): boolean {
  const { id, kind, text, cards = [], files = [] } = sent;
  const before = room.store.find(sender, id);
  if (!before) return false;
  const { body } = before;
  const known = (body.kind === 'staff' && body.cards) || [];
  const sameCards = JSON.stringify(known) === JSON.stringify(cards);
  const ids = (of: readonly Pick<SentFile, 'id'>[]) => of.map((file) => file.id).join();
  const sameFiles = ids(('files' in body && body.files) || []) === ids(files);
  const same = body.kind === kind && 'text' in body && body.text === text && sameCards && sameFiles;
  if (!same) room.sockets.refuse(socket, 'id_reused', { id });
  else {
    const seq = sender === CUSTOMER ? (before.pub ?? 0) : before.seq;
    room.sockets.reply(socket, { type: 'ack', id, seq, at: before.at });
  }
  return true;
}

/** Acknowledges a command once it is stored, or says why nothing changed. */
export function acknowledge(room: Room, socket: WebSocket, id: string, applied: Applied, now: number): void {
  const isCustomer = room.sockets.read(socket)?.as === 'customer';
  if (!applied.ok) {
    const code: ErrorCode = applied.reason === 'not_due' ? 'not_allowed_now' : applied.reason;
    const by = applied.by && (isCustomer ? room.showing.shownName(applied.by.name) : applied.by.name);
    return room.sockets.refuse(socket, code, { id, by });
  }
  const mine = applied.entries.at(-1);
  const seq = (isCustomer ? mine?.pub : mine?.seq) ?? (isCustomer ? room.store.last.pub : room.store.last.seq);
  room.sockets.reply(socket, { type: 'ack', id, seq, at: mine?.at ?? now });
}
