import { signal } from '@preact/signals';

/**
 * Whether this browser is signed in no more, while the page is still open: by another tab, or by the server. The page says
 * so and stays as it is, with all that was typed.
 */
export const signedOut = signal(false);

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('baton');
channel?.addEventListener('message', ({ data }) => {
  if (data === 'signed_out') signedOut.value = true;
});

/** The other tabs of this browser hear of it at once. */
export const tellSignedOut = (): void => channel?.postMessage('signed_out');
