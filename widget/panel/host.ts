import { computed, signal } from '@preact/signals';
import type { FromPanel, Kept, ToPanel } from '../handshake';
import { isSituation } from './from-page';

/** The shop's page, as the launcher tells it. Null until the first word: nothing happens before. */
export const page = signal<Pick<ToPanel, 'open' | 'full' | 'langs' | 'url' | 'title'> | null>(null);
/** What an earlier page of this tab could not send. */
export let unsentBefore: unknown;
/** A conversation had begun before this page. */
export let returning = false;
/** What the shop's storage keeps for us. */
export const kept = signal<Kept>({});
/** Counts up when the customer opens the panel: focus goes to "Message". */
export const focusAsked = signal(0);
/** Counts up with every Escape in the shop's page. */
export const escapes = signal(0);

/** What the shop's page says of its customer, and in the customer's name until it is on its way. Not looked at yet. */
export const beside = signal<{ shop?: unknown; say?: unknown[] }>({});

const awake = signal(document.visibilityState === 'visible');
document.addEventListener('visibilitychange', () => {
  awake.value = document.visibilityState === 'visible';
});
/** Whether the customer can see the messages. */
export const inSight = computed(() => awake.value && page.value?.open === true);

export let home = '';
/** The shop's page has said who is signed in: what knows of that is on its way. */
export let identified: Promise<void> | undefined;

/** Listens to the parent window only; its first well-formed word fixes the origin that every answer goes to. */
export function listen(): void {
  addEventListener('message', ({ data, origin, source }) => {
    if (source !== parent || parent === window || (home && origin !== home) || !isSituation(data)) return;
    if (!home) {
      home = origin;
      kept.value = data.kept;
      returning = data.kept.started === true;
      unsentBefore = data.unsent;
    }
    // Who was signed in before, and whether somebody still is, nobody else needs.
    if (data.identity !== undefined || data.kept.customer)
      identified = import('./identity').then(
        (part) => part.heard(data),
        () => {},
      );
    // Of somebody who has left nothing else is of interest.
    if (data.identity === null) return;
    const { open, full, langs, url, title } = data;
    page.value = { open, full, langs, url, title };
    const { shop, say = [] } = data;
    if (shop || say[0]) beside.value = { shop, say: (beside.peek().say ?? []).concat(say) };
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
