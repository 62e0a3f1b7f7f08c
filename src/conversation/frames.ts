import { consentOf } from '../domain/consent';
import { openHandoff, responderOf } from '../domain/handoff';
import { unfilledIn } from '../domain/saved-replies';
import { mayReply, reply } from '../domain/talking';
import type { ErrorCode } from '../errors';
import type { Card } from '../protocol/common';
import type { CustomerFrame } from '../protocol/customer';
import { personOf } from '../protocol/person';
import { withNews } from '../protocol/shop';
import type { StaffFrame } from '../protocol/staff';
import { TRIGGER } from './asking';
import { oweMention } from './mentions';
import type { Entry } from './records';
import type { Append, Applied, Room } from './room';
import type { CustomerSocket, StaffSocket } from './sockets';
import { factFrame } from './staff-facts';
import { staffTarget } from './target';
import { forStaff } from './views';

/** What each frame does. It was parsed before; here it is decided, persisted and published, through the room. */

export function customerFrame(
  room: Room,
  socket: WebSocket,
  from: CustomerSocket,
  frame: CustomerFrame,
  now: number,
): void {
  switch (frame.type) {
    case 'hello':
      return customerHello(room, socket, from, frame, now);
    case 'send':
      return customerSend(room, socket, from, frame, now);
    case 'request': {
      begin(room, from, now);
      return room.whenReady((then) => {
        const asked = { source: 'customer', reason: 'customer_request', trigger: '' } as const;
        answer(room, socket, frame.id, room.asking.request(asked, then), then);
      });
    }
    case 'cancel':
      return answer(room, socket, frame.id, room.apply({ do: 'cancel', seen: frame.seen }, now), now);
    case 'rate': {
      const { handoff, thumb, comment } = frame;
      return answer(room, socket, frame.id, room.apply({ do: 'rate', handoff, thumb, comment }, now), now);
    }
    case 'typing':
      room.sockets.toStaff({ type: 'typing', who: null, on: frame.on });
      if (frame.on) room.showing.customerTyping(now);
      return;
    case 'page':
      room.opening.moved(socket, { ...from, page: frame.page });
      return room.showing.publishToStaff(now);
    case 'set': {
      const shop = withNews(from.shop, frame);
      if (!shop) return room.sockets.refuse(socket, 'too_large');
      room.sockets.write(socket, { ...from, shop });
      return room.showing.publishToStaff(now);
    }
    case 'email': {
      begin(room, from, now);
      const { network = null, origin = null } = from;
      if (!room.mailing.leave(frame.address, { network, origin }, now)) {
        return room.sockets.refuse(socket, 'not_allowed_now', { id: frame.id });
      }
      return room.sockets.reply(socket, { type: 'ack', id: frame.id, seq: room.store.last.pub, at: now });
    }
    case 'read':
      if (frame.seq <= from.read) return;
      room.sockets.write(socket, { ...from, read: Math.min(frame.seq, room.store.last.pub) });
      return room.showing.publishToStaff(now);
  }
}

function customerHello(
  room: Room,
  socket: WebSocket,
  from: CustomerSocket,
  { after, lang, tz, page }: CustomerFrame & { type: 'hello' },
  now: number,
): void {
  room.opening.moved(socket, { ...from, lang, ...(tz ? { tz } : {}), ...(page ? { page } : {}) });
  const shown = room.store.customer?.lang ?? lang;
  const messages = room.store.afterPublic(after).flatMap((entry) => room.showing.forCustomer(entry, shown) ?? []);
  const state = room.showing.customerState(now);
  room.sockets.reply(socket, { type: 'welcome', last: room.store.last.pub, messages, state, now });
  room.showing.publishToStaff(now);
  room.showing.presenceChanged(now);
}

/** Writes down what is known of the customer, with the first thing they do. */
function begin(room: Room, from: CustomerSocket, now: number): void {
  if (room.store.exists) return;
  const { store, conversation, lang = 'en', tz = null, device, test } = from;
  room.store.transaction(() => {
    room.store.customer = {
      store,
      conversation,
      lang,
      tz,
      startedAt: now,
      ...(device && { device }),
      ...(test && { test }),
    };
    room.keepSettings();
  });
}

const CUSTOMER = 'customer';

function customerSend(
  room: Room,
  socket: WebSocket,
  from: CustomerSocket,
  { id, text }: CustomerFrame & { type: 'send' },
  now: number,
): void {
  if (sentBefore(room, socket, CUSTOMER, id, 'customer', text)) return;
  begin(room, from, now);
  const append: Append = { cid: id, body: { kind: 'customer', text } };
  const entry = room.post([append], now, { writer: socket })[0];
  if (entry?.pub) room.sockets.reply(socket, { type: 'ack', id, seq: entry.pub, at: entry.at });
  const lang = from.lang ?? 'en';
  if (room.asking.reopen(now)) return;
  if (accepted(room, entry, text, lang) || room.asking.byWords(text, lang)) return;
  if (responderOf(room.state).is === 'assistant') room.answering.ask();
}

/** A yes to the assistant's offer opens what it offered. */
function accepted(room: Room, entry: Entry | undefined, text: string, lang: string): boolean {
  if (!entry || responderOf(room.state).is !== 'assistant') return false;
  const before = room.store.entries.findLast(({ seq, body }) => seq < entry.seq && body.kind !== 'note')?.body;
  if (before?.kind !== 'assistant' || !before.offer || consentOf(text, lang) !== 'yes') return false;
  const asked = { source: 'assistant', reason: before.offer.reason, trigger: questionBefore(room, entry.seq) } as const;
  room.whenReady((then) => {
    room.asking.request(asked, then);
  });
  return true;
}

/** What the customer wanted to know before they said yes. */
function questionBefore(room: Room, seq: number): string {
  const question = room.store.entries.findLast((entry) => entry.seq < seq && entry.body.kind === 'customer')?.body;
  return question?.kind === 'customer' ? question.text.slice(0, TRIGGER) : '';
}

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
      return answer(room, socket, frame.id, room.apply({ do: 'claim', staff, handoff, over }, now), now);
    }
    case 'transfer':
      return room.background(offer(room, socket, from, frame));
    case 'withdraw':
      return answer(room, socket, frame.id, room.apply({ do: 'withdraw', staff }, now), now);
    case 'release':
      return answer(room, socket, frame.id, room.apply({ do: 'release', staff }, now), now);
    case 'end': {
      const { outcome, note, checkIn } = frame;
      return answer(room, socket, frame.id, room.apply({ do: 'end', staff, outcome, note, checkIn }, now), now);
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
  answer(room, socket, id, room.apply({ do: 'transfer', staff, to: target }, now, { last }), now);
}

function staffNote(
  room: Room,
  socket: WebSocket,
  from: StaffSocket,
  { id, text, mentions }: StaffFrame & { type: 'note' },
  now: number,
): void {
  if (sentBefore(room, socket, `staff:${from.id}`, id, 'note', text)) return;
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
  { id, text, seen, anyway, followUp, cards = [] }: StaffFrame & { type: 'send' },
  now: number,
): void {
  const sender = `staff:${from.id}`;
  if (sentBefore(room, socket, sender, id, 'staff', text, cards)) return;
  const staff = { id: from.id, name: from.name };
  const open = openHandoff(room.state);
  if (open?.status === 'assigned' && !mayReply(open, staff)) {
    return room.sockets.refuse(socket, 'not_yours', { id, by: open.assignee.name });
  }
  // The sender's page has said so already: a variable never reaches a customer.
  if (unfilledIn(text)) return room.sockets.refuse(socket, 'unfilled', { id });
  const unseen = room.store.after(seen).some(({ body }) => body.kind === 'customer');
  if (unseen && !anyway) return room.sockets.refuse(socket, 'stale', { id });
  const append: Append = { cid: id, body: { kind: 'staff', from: staff, text, ...(cards.length > 0 && { cards }) } };
  // In the assignee's own talk a reply changes nothing that the log does not tell: no state is written for it.
  if (open?.status === 'assigned' && open.assignee.id === from.id) {
    const first = open.firstReplyAt === null ? reply(room.state, { do: 'reply', staff }, now) : null;
    const entry = room.post([append], now, { implied: first?.ok ? first.next : undefined })[0];
    if (first) room.showing.publishState(now);
    if (entry) room.sockets.reply(socket, { type: 'ack', id, seq: entry.seq, at: entry.at });
    return;
  }
  const command = followUp ? ({ do: 'follow_up' } as const) : ({ do: 'reply', staff } as const);
  answer(room, socket, id, room.apply(command, now, { last: [append] }), now);
}

/** Sent again with the same id it is the same message; with other words it is refused. */
function sentBefore(
  room: Room,
  socket: WebSocket,
  sender: string,
  id: string,
  kind: string,
  text: string,
  cards: readonly Card[] = [],
): boolean {
  const before = room.store.find(sender, id);
  if (!before) return false;
  const { body } = before;
  const known = (body.kind === 'staff' && body.cards) || [];
  const sameCards = JSON.stringify(known) === JSON.stringify(cards);
  const same = body.kind === kind && 'text' in body && body.text === text && sameCards;
  if (!same) room.sockets.refuse(socket, 'id_reused', { id });
  else {
    const seq = sender === CUSTOMER ? (before.pub ?? 0) : before.seq;
    room.sockets.reply(socket, { type: 'ack', id, seq, at: before.at });
  }
  return true;
}

/** Acknowledges a command once it is stored, or says why nothing changed. */
function answer(room: Room, socket: WebSocket, id: string, applied: Applied, now: number): void {
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
