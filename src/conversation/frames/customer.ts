import { consentOf } from '../../domain/consent';
import { responderOf } from '../../domain/handoff';
import type { CustomerFrame } from '../../protocol/customer';
import { withNews } from '../../protocol/shop';
import { TRIGGER } from '../asking';
import { askForCopy } from '../mail/copies';
import type { Append, Room } from '../room';
import type { CustomerSocket } from '../sockets/attachment';
import { type Entry, wordsOf } from '../storage/records';
import { acknowledge, CUSTOMER, sentBefore } from './acknowledging';
import { closeChat } from './close-chat';

/** What each frame of the customer's does. It was parsed before; here it is decided, persisted and published, through the room. */

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
      return room.settings.whenReady((then) => {
        const asked = { source: 'customer', reason: 'customer_request', trigger: '' } as const;
        acknowledge(room, socket, frame.id, room.asking.request(asked, then), then);
      });
    }
    // After the request that may still wait for the settings.
    case 'cancel':
      return room.settings.whenReady((then) => {
        acknowledge(room, socket, frame.id, room.apply({ do: 'cancel', seen: frame.seen }, then), then);
      });
    case 'end':
      return room.settings.whenReady((then) => acknowledge(room, socket, frame.id, closeChat(room, then), then));
    case 'rate': {
      const { handoff, thumb, comment } = frame;
      return acknowledge(room, socket, frame.id, room.apply({ do: 'rate', handoff, thumb, comment }, now), now);
    }
    case 'got':
      return room.sockets.window.got(socket);
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
    case 'transcript': {
      const { network = null, origin = null } = from;
      const refused = askForCopy(room, frame.address, { network, origin }, now);
      if (refused) return room.sockets.refuse(socket, refused, { id: frame.id });
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
  const files = room.env.FILES && { files: true as const };
  room.sockets.reply(socket, { type: 'welcome', last: room.store.last.pub, messages, state, ...files, now });
  room.showing.publishToStaff(now);
  room.showing.presenceChanged(now);
}

/** Writes down what is known of the customer, with the first thing they do. */
function begin(room: Room, from: CustomerSocket, now: number): void {
  if (room.store.exists) return;
  const { store, conversation, lang = 'en', tz = null, visitor, device, test } = from;
  const { signedIn, network = null, origin = null } = from;
  room.store.transaction(() => {
    const customer = {
      store,
      conversation,
      lang,
      tz,
      startedAt: now,
      ...(visitor && { visitor }),
      ...(device && { device }),
      ...(test && { test }),
    };
    room.store.customer = room.identity.begun(customer, signedIn, { network, origin });
    room.settings.keep();
  });
}

function customerSend(
  room: Room,
  socket: WebSocket,
  from: CustomerSocket,
  { id, text, files: wanted = [] }: CustomerFrame & { type: 'send' },
  now: number,
): void {
  if (sentBefore(room, socket, CUSTOMER, { id, kind: 'customer', text, files: wanted })) return;
  const files = wanted.length > 0 ? room.uploads.take(CUSTOMER, wanted) : [];
  if (!files) return room.sockets.refuse(socket, 'file_gone', { id });
  if (text === '' && files.length === 0) return room.sockets.refuse(socket, 'bad_frame', { id });
  begin(room, from, now);
  const append: Append = { cid: id, body: { kind: 'customer', text, ...(files.length > 0 && { files }) } };
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
  room.settings.whenReady((then) => {
    room.asking.request(asked, then);
  });
  return true;
}

/** What the customer wanted to know before they said yes. */
function questionBefore(room: Room, seq: number): string {
  const question = room.store.entries.findLast((entry) => entry.seq < seq && entry.body.kind === 'customer')?.body;
  return question?.kind === 'customer' ? wordsOf(question).slice(0, TRIGGER) : '';
}
