import { signal } from '@preact/signals';
import type { StoreOfMine } from '../session/api';

/** Whether the reader is asked for a new store. */
export const adding = signal(false);

export const askForStore = (): void => {
  adding.value = true;
};
export const stopAsking = (): void => {
  adding.value = false;
};

/** Whoever owns a store, whichever, may add another. */
export const mayAdd = (stores: readonly StoreOfMine[]): boolean => stores.some(({ role }) => role === 'owner');
