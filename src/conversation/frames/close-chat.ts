import { openHandoff } from '../../domain/handoff';
import type { Append, Applied, Room } from '../room';

/**
 * The customer ends the chat. Whoever waits or talks cancels with it, and is asked how it was; history gets the words at
 * once, since nothing more is to come. It is no lock: whoever writes on, or is written to, goes on.
 */
export function closeChat(room: Room, now: number): Applied {
  const { store } = room;
  if (!store.exists) return { ok: true, entries: [] };
  const last = store.entries.findLast(({ pub }) => pub !== null)?.body;
  if (last?.kind === 'event' && last.event.what === 'closed') return { ok: true, entries: [] };
  // What is still being answered is asked for no more, and asks for nobody.
  room.answering.drop();
  const closed: Append = {
    cid: `closed-${store.last.seq + 1}`,
    body: { kind: 'event', event: { what: 'closed' } },
  };
  const applied: Applied = openHandoff(room.state)
    ? room.apply({ do: 'cancel' }, now, { last: [closed] })
    : { ok: true, entries: room.post([closed], now) };
  if (!applied.ok) return applied;
  room.timing.pause(now);
  room.timing.kick(now);
  return applied;
}
