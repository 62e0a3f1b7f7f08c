import { computed, signal } from '@preact/signals';
import type { FromPanel, Kept, ToPanel } from '../handshake';

/** The shop's page, as the launcher tells it. Null until the first word: nothing happens before. */
export const page = signal<Pick<ToPanel, 'open' | 'full' | 'langs' | 'url' | 'title'> | null>(null);
/** What an earlier page of this tab could not send. */
export let unsentBefore: unknown;
/** What the shop's storage keeps for us. */
export const kept = signal<Kept>({});
/** Counts up when the customer opens the panel: focus goes to "Message". */
export const focusAsked = signal(0);
/** Counts up with every Escape in the shop's page. */
export const escapes = signal(0);

const awake = signal(document.visibilityState === 'visible');
document.addEventListener('visibilitychange', () => {
  awake.value = document.visibilityState === 'visible';
});
/** Whether the customer can see the messages. */
export const inSight = computed(() => awake.value && page.value?.open === true);

let home = '';

const isSituation = (data: unknown): data is ToPanel => {
  const { baton, open, full, langs, url, title, kept } = (data ?? {}) as Partial<ToPanel>;
  return (
    baton === 'page' &&
    typeof open === 'boolean' &&
    typeof full === 'boolean' &&
    Array.isArray(langs) &&
    langs.every((lang) => typeof lang === 'string') &&
    typeof url === 'string' &&
    typeof title === 'string' &&
    typeof kept === 'object' &&
    kept !== null
  );
};

/** Listens to the parent window only; its first well-formed word fixes the origin that every answer goes to. */
export function listen(): void {
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== parent || parent === window || (home && origin !== home) || !isSituation(data)) return;
    if (!home) {
      home = origin;
      kept.value = data.kept;
      unsentBefore = data.unsent;
    }
    const { open, full, langs, url, title } = data;
    page.value = { open, full, langs, url, title };
    if (data.focus) focusAsked.value += 1;
    if (data.escaped) escapes.value += 1;
  });
}

export const keep = (change: Partial<Kept>): void => {
  kept.value = { ...kept.peek(), ...change };
};

/** A page without an origin of its own (a file, a sandbox) cannot be addressed exactly, so it is told nothing. */
export function tell(look: FromPanel['look'], unsent: unknown, close = false): void {
  if (!home || home === 'null') return;
  const message: FromPanel = { baton: 'panel', kept: kept.peek(), unsent, look, close };
  parent.postMessage(message, home);
}
