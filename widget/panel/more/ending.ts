import { computed, effect, signal } from '@preact/signals';
import { connected, deliver, goOnIn, queue, refused, thread } from '../chat';
import { kept } from '../host';
import { newId } from '../outgoing';
import { storeKey } from '../reload';
import { openSession } from '../session';
import { focusMessage } from '../views/composer';

/** Ending a chat, and beginning another. */

/** What the menu has opened. */
export const view = signal<'copy' | 'earlier' | 'end' | 'anew' | null>(null);

export const isBegun = computed(() => thread.value.messages.some(({ kind }) => kind === 'customer'));
/** The customer ended it, and nobody has said anything since. */
export const isOver = computed(() => {
  const isEnd = (m: (typeof thread.value.messages)[number]) => m.kind === 'event' && m.event.what === 'ended';
  const last = thread.value.messages.findLast((m) => m.kind !== 'assistant' && !isEnd(m));
  return last?.kind === 'event' && last.event.what === 'closed';
});

/** Under way: then it is not begun once more. */
export const beginning = signal(false);

export function endChat(): void {
  deliver({ type: 'end', id: newId() });
}

/** Waits until something holds of what is known. */
const until = (holds: () => boolean) =>
  new Promise<void>((done) => {
    const stop = effect(() => {
      if (!holds()) return;
      done();
      // The first time it has not been given yet.
      queueMicrotask(() => stop());
    });
  });

/** Ends what there is, where that was not done yet, and goes on in another conversation, in every tab. */
export async function beginAnew(): Promise<void> {
  if (beginning.peek()) return;
  beginning.value = true;
  refused.value = null;
  if (!isOver.peek()) endChat();
  await until(() => connected.value && !queue.value.some(({ frame }) => frame.type === 'end'));
  const { conversation, token } = kept.peek();
  const session = await openSession(storeKey, token, true);
  beginning.value = false;
  if (!session.ok) {
    refused.value = session.code === 'too_fast' ? session.code : 'unavailable';
    return;
  }
  const others = new BroadcastChannel(`baton:${conversation}`);
  others.postMessage(session.answer);
  others.close();
  goOnIn(session.answer);
  focusMessage();
}
