import { CLOSE } from '../../errors';
import { admitted, idOf } from '../../protocol/admitted';
import { SUBPROTOCOL } from '../../protocol/common';
import { CustomerFrame } from '../../protocol/customer';
import { frameParser, whyNot } from '../../protocol/parse';
import { StaffFrame } from '../../protocol/staff';
import type { ConversationJobs } from '../deliveries/jobs';
import { actorOf, conversationOf } from '../door';
import { customerFrame } from '../frames/customer';
import { staffFrame } from '../frames/staff';
import type { Room } from '../room';
import type { Attachment } from './attachment';

/** Who comes, what they send, who goes: what the platform tells of a conversation's sockets. */

const parseCustomer = frameParser(CustomerFrame);
const parseStaff = frameParser(StaffFrame);

/** A WebSocket upgrade of an actor whom the Worker has verified. */
export async function connect(room: Room, request: Request): Promise<Response> {
  const actor = actorOf(request);
  const conversation = conversationOf(request);
  if (!actor || !conversation) return new Response(null, { status: 400 });
  // Before anything is read for them.
  if (actor.type === 'customer' && !room.sockets.hasRoom(Date.now())) return shutOut(CLOSE.tooFast, 'too_many');
  // Read with every connection, so that a request finds them there; the first one waits for them, a moment at most.
  const reading = room.settings.load(actor.store);
  if (room.settings.known) room.background(reading);
  else await reading;
  const { exists, erased } = room.store;
  const { origin } = new URL(request.url);
  if (erased) return shutOut(CLOSE.erased, 'erased');
  if (actor.type === 'staff' && !exists) return shutOut(CLOSE.notFound, 'not_found');
  if (actor.type === 'customer' && !room.identity.admits(actor, origin, Date.now())) {
    return shutOut(CLOSE.unauthorized, 'unauthorized');
  }
  const { 0: client, 1: server } = new WebSocketPair();
  room.sockets.accept(server, actor, { conversation, origin });
  return upgraded(client);
}

const upgraded = (client: WebSocket): Response =>
  new Response(null, { status: 101, webSocket: client, headers: { 'sec-websocket-protocol': SUBPROTOCOL } });

/** A browser learns why only by the code of an open socket's closing. Not for hibernation: there it would come too early. */
function shutOut(code: number, reason: string): Response {
  const { 0: client, 1: server } = new WebSocketPair();
  server.accept();
  server.close(code, reason);
  return upgraded(client);
}

/** Whatever a socket sends is parsed here, and nothing else of it goes on. */
export function receive(room: Room, socket: WebSocket, data: string | ArrayBuffer, now: number): void {
  const { sockets } = room;
  const from = sockets.read(socket);
  if (!from) return socket.close(CLOSE.unsupportedVersion, 'unsupported_version');
  // Said in the moment in which it was erased.
  if (room.store.erased) return;
  const json = admitted(socket, data, now, sockets);
  if (!json) return;
  room.wake(now);
  if (from.as === 'customer') {
    const frame = parseCustomer(json.value);
    if (frame.success) customerFrame(room, socket, from, frame.output, now);
    else sockets.refuse(socket, whyNot(frame.issues), { id: idOf(json.value) });
  } else {
    const frame = parseStaff(json.value);
    if (frame.success) staffFrame(room, socket, from, frame.output, now);
    else sockets.refuse(socket, whyNot(frame.issues), { id: idOf(json.value) });
  }
}

/** A socket is closing. */
export function disconnect(room: Room, socket: WebSocket, jobs: ConversationJobs): void {
  const left = room.sockets.read(socket);
  if (left && room.store.exists) leaves(room, socket, left, jobs);
  room.sockets.left();
}

/** What this socket had read outlives it; the other side sees that it has gone. */
function leaves(room: Room, socket: WebSocket, left: Attachment, jobs: ConversationJobs): void {
  const { store, showing, opening, sockets } = room;
  sockets.keepNotes(left);
  store.transaction(() => {
    showing.keepSeen(left);
    if (left.as === 'customer') opening.keep([left]);
    if (sockets.isEmpty(socket)) jobs.keep();
  });
  showing.presenceChanged(Date.now());
  if (left.as !== 'customer') return;
  showing.publishToStaff(Date.now());
  // Staff's words may have to follow them by email.
  room.timing.arm(Date.now());
}
