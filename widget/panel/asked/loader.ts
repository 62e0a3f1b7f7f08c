import { signal } from '@preact/signals';
import { queue, store, thread } from '../chat';
import { kept } from '../host';
import { later } from '../later';

/** Something is being written: the conversation is about to begin. */
export const begun = signal(false);

/** All that only a conversation needs: events, a person's words, cards, waiting, what is drawn beside the launcher. */
export const parts = later(
  () => import('./parts'),
  () =>
    kept.value.started ||
    begun.value ||
    store.value?.greeting?.includes('://') ||
    queue.value.length + thread.value.messages.length,
);
