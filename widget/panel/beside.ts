import { computed, effect, signal } from '@preact/signals';
import type { Drawing, FromPanel } from '../handshake';
import style from './beside.css?inline';
import { phase, queue, thread } from './chat';
import { escapes, inSight, keep, kept, page, tell } from './host';
import { keepable } from './outgoing';
import { count, say } from './words';

/** What the launcher shows while the panel is closed: unread messages, the wait, a person's first words. */

const PEEK_LASTS = 8_000;
const PEEK_LENGTH = 140;

const unread = computed(() =>
  thread.value.messages.filter(
    ({ kind, seq }) => (kind === 'staff' || kind === 'assistant') && seq > (kept.value.seen ?? 0),
  ),
);

type Peek = { name: string; initials: string; text: string };
const peek = signal<Peek | null>(null);
let peekTimer: ReturnType<typeof setTimeout> | undefined;
const hidePeek = () => {
  peek.value = null;
};

export const title = computed(() => (kept.value.name ? say('chatWith', { store: kept.value.name }) : say('chat')));

function draw(): Drawing[] {
  const drawings: Drawing[] = [];
  const waiting = phase.value.is === 'waiting';
  const number = unread.value.length;
  const note = number ? count('unread', number) : waiting ? say('waiting') : '';
  if (peek.value) {
    const { name, initials, text } = peek.value;
    const store = kept.value.name ?? '';
    drawings.push([
      'button',
      { class: 'peek' },
      ['span', { class: 'sr' }, say('newMessage', { name, store, text })],
      ['span', { class: 'face', 'aria-hidden': 'true' }, initials],
      ['span', { 'aria-hidden': 'true' }, ['b', {}, `${name}, ${say('support', { store })}`], ['bdi', {}, text]],
    ]);
  }
  if (waiting)
    drawings.push([
      'svg',
      { class: 'mark', viewBox: '0 0 32 32' },
      ['path', { class: 'pass', d: 'M11.5 17l3-5' }],
      ['path', { class: 'pass', d: 'M17.5 17l3-5' }],
    ]);
  if (number) drawings.push(['span', { class: 'count', 'aria-hidden': 'true' }, number > 9 ? '9+' : `${number}`]);
  drawings.push(['span', { hidden: '', id: 'note' }, note]);
  return drawings;
}

const look = (): FromPanel['look'] => ({
  title: title.value,
  open: say('openChat'),
  close: say('closeChat'),
  beside: draw(),
  style,
});

const unsent = computed(() => keepable(queue.value));

export const closePanel = (): void => tell(look(), unsent.peek(), true);

/** Keeps the launcher up to date from now on. */
export function dressLauncher(): void {
  effect(() => {
    kept.value;
    tell(look(), unsent.value);
  });

  // A person's first unread words, once for all that the customer has not seen yet.
  effect(() => {
    const first = unread.value.find((message) => message.kind === 'staff');
    if (inSight.value || page.value?.open) return hidePeek();
    const { seen = 0, peeked = 0 } = kept.peek();
    if (first?.kind !== 'staff' || peeked > seen) return;
    const { from, text, seq } = first;
    peek.value = {
      ...from,
      text: text.length > PEEK_LENGTH ? `${text.slice(0, PEEK_LENGTH).trimEnd()}…` : text,
    };
    keep({ peeked: seq });
    clearTimeout(peekTimer);
    peekTimer = setTimeout(hidePeek, PEEK_LASTS);
  });

  // Escape in the shop's page closes what is open: the peek, or the panel.
  let escaped = escapes.peek();
  effect(() => {
    if (escapes.value === escaped) return;
    escaped = escapes.value;
    if (page.peek()?.open) closePanel();
    else hidePeek();
  });

  // A tab in which the customer reads clears the others' badges.
  const { conversation } = kept.peek();
  if (conversation && 'BroadcastChannel' in window) {
    const others = new BroadcastChannel(`baton:${conversation}`);
    others.onmessage = ({ data }) => {
      if (typeof data === 'number' && data > (kept.peek().seen ?? 0)) keep({ seen: data });
    };
    effect(() => others.postMessage(kept.value.seen ?? 0));
  }
}
