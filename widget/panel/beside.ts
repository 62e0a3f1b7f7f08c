import { computed, effect, signal } from '@preact/signals';
import type { FromPanel } from '../handshake';
import { draftKept, queue, store } from './chat';
import { escapes, kept, page, tell, unsentBefore } from './host';
import { keepable, revive } from './outgoing';
import { say } from './words';

/** What is drawn beside the launcher, and what its listeners hear, once there is a conversation. */
export const besides = signal<Pick<FromPanel['look'], 'beside' | 'style' | 'news'>>({ beside: [], style: '' });

export const title = computed(() => (kept.value.name ? say('chatWith', { store: kept.value.name }) : say('chat')));

const look = (): FromPanel['look'] => ({
  title: title.value,
  open: say('openChat'),
  close: say('closeChat'),
  ...besides.value,
});

// Until it is known which conversation it is, what an earlier page kept still waits.
const unsent = computed(() => [
  ...(store.value ? [] : revive(unsentBefore)),
  ...keepable(queue.value, draftKept.value),
]);

export const closePanel = (): void => tell(look(), unsent.peek(), true);

/** Keeps the launcher up to date from now on. */
export function dressLauncher(): void {
  effect(() => {
    kept.value;
    tell(look(), unsent.value);
  });

  // Escape in the shop's page.
  let escaped = escapes.peek();
  effect(() => {
    if (escapes.value === escaped) return;
    escaped = escapes.value;
    if (page.peek()?.open) closePanel();
  });
}
