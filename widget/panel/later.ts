import { effect, type Signal, signal } from '@preact/signals';
import { connected } from './chat';
import { look } from './fresh';
import { learn, spoken } from './words';

/**
 * What is fetched when it is first needed, with its words: it is no part of the first paint.
 * @param wanted read as a signal: whether it is needed now
 * @returns null until it is here; false when it could not be had, until it is
 */
export function later<T extends object>(
  load: () => Promise<T>,
  wanted: () => unknown,
  words?: 'files',
): Signal<T | null | false> {
  const part = signal<T | null | false>(null);
  let asking = false;
  // What could not be fetched is tried again with the next thing said, or the next connection.
  effect(() => {
    connected.value;
    if (!spoken.value || !wanted() || asking || part.peek()) return;
    asking = true;
    Promise.all([load(), learn(words)])
      .then(([module]) => {
        part.value = module;
      })
      .catch(() => {
        asking = false;
        part.value = false;
        void look(true);
      });
  });
  return part;
}
