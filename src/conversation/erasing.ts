import { openHandoff } from '../domain/handoff';
import type { Room } from './room';

/**
 * Nothing of a conversation is kept: whoever has it open is told and shown out, and whoever comes back begins another one.
 * Again, it changes nothing.
 * @param quietSince where it goes for its age: only if nobody has written since then (epoch ms), or waits
 * @returns whether it is gone
 */
export async function eraseAll(room: Room, quietSince?: number): Promise<boolean> {
  const { store, state } = room;
  if (quietSince !== undefined && store.exists) {
    const isQuiet = (store.entries.at(-1)?.at ?? 0) < quietSince && openHandoff(state) === null;
    if (!isQuiet) return false;
  }
  room.sockets.closeAll();
  if (store.exists) await store.erase(Date.now());
  room.uploads.forget();
  // What was on its way has arrived by then: history and the desk can be cleaned for good.
  await room.outbox.allLanded();
  return true;
}
