import { openHandoff } from '../../domain/handoff';
import { unfilledIn } from '../../domain/saved-replies';
import { mayReply, reply } from '../../domain/talking';
import { personOf } from '../../protocol/person';
import type { StaffFrame } from '../../protocol/staff';
import { oweMention } from '../deliveries/mentions';
import type { Append, Room } from '../room';
import type { StaffSocket } from '../sockets/attachment';
import type { Entry } from '../storage/records';
import { forStaff } from '../views/staff';
import { acknowledge, sentBefore } from './acknowledging';
import { factFrame } from './staff-facts';
import { staffTarget } from './target';

/** What each frame of the staff's does. It was parsed before; here it is decided, persisted and published, through the room. */

export function staffFrame(room: Room, socket: WebSocket, from: StaffSocket, frame: StaffFrame, now: number): void {
  const staff = { id: from.id, name: from.name };
  // Whoever does something is there, whatever the desk said a moment ago.
  const open = openHandoff(room.state);
  if (open?.status === 'assigned' && open.goneSince !== null && open.assignee.id === from.id) {
    room.apply({ do: 'presence', staff: from.id, goneSince: null }, now);
  }
  switch (frame.type) {
    case 'hello': {
      const messages = room.store.after(frame.after).map(forStaff);
      const state = room.showing.staffState(now);
      return room.sockets.reply(socket, {
        type: 'welcome',
        me: personOf(staff),
        last: room.store.last.seq,
        messages,
        state,
        drafts: room.drafts.of(from.id),
        ...(room.env.FILES && { files: true as const }),
        now,
      });
    }
    case 'send':
      return staffSend(room, socket, from, frame, now);
    case 'note':
      return staffNote(room, socket, from, frame, now);
    case 'draft': {
      const { kind, text, cards, at } = frame;
      // A clock that is ahead does not win for ever.
      const kept = room.drafts.keep(from.id, kind, { text, cards, at: Math.min(at, now) });
      if (kept.isNew) return room.sockets.toPerson(from.id, { type: 'draft', kind, draft: kept.draft }, socket);
      return room.sockets.reply(socket, { type: 'draft', kind, draft: kept.draft });
    }
    case 'got':
      return room.sockets.window.got(socket);
    case 'typing': {
      // Whoever cannot reply here composes nothing that the customer could wait for.
      if (mayReply(open, staff)) room.sockets.toCustomers({ type: 'typing', on: frame.on });
      return room.sockets.toStaff({ type: 'typing', who: personOf(staff), on: frame.on }, socket);
    }
    case 'read': {
      if (frame.seq <= from.read) return;
      room.sockets.write(socket, { ...from, read: Math.min(frame.seq, room.store.last.seq) });
      room.showing.publishToCustomers(now);
      return room.showing.preview(now);
    }
    case 'claim': {
      const { handoff, over } = frame;
      return acknowledge(room, socket, frame.id, room.apply({ do: 'claim', staff, handoff, over }, now), now);
    }
    case 'transfer':
      return room.background(offer(room, socket, from, frame));
    case 'withdraw':
      return acknowledge(room, socket, frame.id, room.apply({ do: 'withdraw', staff }, now), now);
    case 'release':
      return acknowledge(room, socket, frame.id, room.apply({ do: 'release', staff }, now), now);
    case 'end': {
      const { outcome, note, checkIn } = frame;
      return acknowledge(room, socket, frame.id, room.apply({ do: 'end', staff, outcome, note, checkIn }, now), now);
    }
    case 'tag':
    case 'property':
    case 'task':
      return factFrame(room, socket, staff, frame, now);
  }
}

/** Whom it goes to is read from the store's people: a payload names nobody else. */
async function offer(
  room: Room,
  socket: WebSocket,
  from: StaffSocket,
  { id, to, note }: StaffFrame & { type: 'transfer' },
): Promise<void> {
  const target = await staffTarget(room.env.DB, from.store, to).catch(() => undefined);
  if (!target) return room.sockets.refuse(socket, target === null ? 'not_found' : 'unavailable', { id });
  const now = Date.now();
  const staff = { id: from.id, name: from.name };
  const body = { kind: 'note', from: staff, text: note } as const;
  const last = note ? [{ cid: id, body }] : [];
  acknowledge(room, socket, id, room.apply({ do: 'transfer', staff, to: target }, now, { last }), now);
}

function staffNote(
  room: Room,
  socket: WebSocket,
  from: StaffSocket,
  { id, text, mentions }: StaffFrame & { type: 'note' },
  now: number,
): void {
  if (sentBefore(room, socket, `staff:${from.id}`, { id, kind: 'note', text })) return;
  const others = [...new Set(mentions)].filter((one) => one !== from.id);
  const told = others.length > 0;
  const body = {
    kind: 'note',
    from: { id: from.id, name: from.name },
    text,
    ...(told && { mentions: others }),
  } as const;
  const owes = told ? ({ seq }: Entry) => oweMention(room.outbox, seq, now) : undefined;
  const entry = room.post([{ cid: id, body }], now, { owes })[0];
  if (entry) room.sockets.reply(socket, { type: 'ack', id, seq: entry.seq, at: entry.at });
  if (told) room.timing.kick(now);
}

function staffSend(
  room: Room,
  socket: WebSocket,
  from: StaffSocket,
  { id, text, seen, anyway, followUp, echo, cards = [], files: wanted = [] }: StaffFrame & { type: 'send' },
  now: number,
): void {
  const sender = `staff:${from.id}`;
  if (sentBefore(room, socket, sender, { id, kind: 'staff', text, cards, files: wanted })) return;
  const staff = { id: from.id, name: from.name };
  const open = openHandoff(room.state);
  if (open?.status === 'assigned' && !mayReply(open, staff)) {
    return room.sockets.refuse(socket, 'not_yours', { id, by: open.assignee.name });
  }
  // The sender's page has said so already: a variable never reaches a customer.
  if (unfilledIn(text)) return room.sockets.refuse(socket, 'unfilled', { id });
  const unseen = room.store.after(seen).some(({ body }) => body.kind === 'customer');
  if (unseen && !anyway) return room.sockets.refuse(socket, 'stale', { id });
  const files = wanted.length > 0 ? room.uploads.take(from.id, wanted) : [];
  if (!files) return room.sockets.refuse(socket, 'file_gone', { id });
  if (text === '' && files.length === 0) return room.sockets.refuse(socket, 'bad_frame', { id });
  const shown = { ...(cards.length > 0 && { cards }), ...(files.length > 0 && { files }) };
  const append: Append = { cid: id, body: { kind: 'staff', from: staff, text, ...shown } };
  // In the assignee's own talk a reply changes nothing that the log does not tell: no state is written for it.
  if (open?.status === 'assigned' && open.assignee.id === from.id) {
    const first = open.firstReplyAt === null ? reply(room.state, { do: 'reply', staff }, now) : null;
    const implied = first?.ok ? first.next : undefined;
    const entry = room.post([append], now, { implied, writer: echo === false ? socket : undefined })[0];
    if (first) room.showing.publishState(now);
    if (entry) room.sockets.reply(socket, { type: 'ack', id, seq: entry.seq, at: entry.at });
    return;
  }
  const command = followUp ? ({ do: 'follow_up' } as const) : ({ do: 'reply', staff } as const);
  acknowledge(room, socket, id, room.apply(command, now, { last: [append] }), now);
}
