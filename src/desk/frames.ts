import * as v from 'valibot';
import type { StaffRef } from '../domain/actor';
import { CLOSE } from '../errors';
import { admitted } from '../protocol/admitted';
import { DeskFrame } from '../protocol/desk';
import { whyNot } from '../protocol/parse';
import { personOf } from '../protocol/person';
import type { Room } from './room';

/** What a dashboard says: looked at, and done. */
export function said(room: Room, socket: WebSocket, data: string | ArrayBuffer, now: number): void {
  const { dashboards } = room;
  const me = dashboards.who(socket);
  if (!me) return socket.close(CLOSE.unsupportedVersion, 'unsupported_version');
  const json = admitted(socket, data, now, dashboards);
  if (!json) return;
  const frame = v.safeParse(DeskFrame, json.value);
  if (frame.success) deskFrame(room, socket, me, frame.output, now);
  else dashboards.refuse(socket, whyNot(frame.issues));
}

function deskFrame(room: Room, socket: WebSocket, me: StaffRef, frame: DeskFrame, now: number): void {
  const { dashboards, people, mentions, queue } = room;
  switch (frame.type) {
    case 'got':
      return dashboards.window.got(socket);
    case 'duty':
      people.setDuty(me.id, frame.on, now);
      return room.kick();
    case 'mention_seen':
      if (mentions.seen(me.id, frame.conversation)) people.showMentions(me.id);
      return;
    case 'hello': {
      const [rows, duty, mine] = [queue.all(), people.onDuty(), mentions.of(me.id)];
      return dashboards.answer(socket, { type: 'welcome', me: personOf(me), rows, duty, mentions: mine, now });
    }
  }
}
