import { computed, effect, signal } from '@preact/signals';
import type { Drawing, FromPanel } from '../../handshake';
import { besides } from '../beside';
import { goOnIn, phase, state, thread } from '../chat';
import { escapes, inSight, keep, kept, page } from '../host';
import { sayAny as say } from '../words';
import style from './beside.css?inline';
import { count } from './counted';
import { spoken } from './spoken';

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

/** Who and when, and no words: a shop's page carries other people's scripts too. */
function news(): FromPanel['look']['news'] {
  const now = phase.value;
  const last = thread.value.messages.findLast(({ kind }) => kind !== 'event');
  const from = last?.kind === 'customer' ? 'customer' : last?.kind === 'staff' ? 'person' : 'assistant';
  return {
    unread: unread.value.length,
    is: now.is,
    ...(now.is === 'person' && { name: now.person.name }),
    ...(state.value && { last: { seq: last?.seq ?? 0, at: last?.at ?? 0, from } }),
  };
}

effect(() => {
  besides.value = { beside: draw(), style, news: news() };
});

// A person's first unread words, once for all that the customer has not seen yet.
effect(() => {
  const first = unread.value.find((message) => message.kind === 'staff');
  if (inSight.value || page.value?.open) return hidePeek();
  const { seen = 0, peeked = 0 } = kept.peek();
  if (first?.kind !== 'staff' || peeked > seen) return;
  const { from, seq } = first;
  const text = spoken(first);
  peek.value = {
    ...from,
    text: text.length > PEEK_LENGTH ? `${text.slice(0, PEEK_LENGTH).trimEnd()}…` : text,
  };
  keep({ peeked: seq });
  clearTimeout(peekTimer);
  peekTimer = setTimeout(hidePeek, PEEK_LASTS);
});

// Escape in the shop's page.
effect(() => {
  if (escapes.value) hidePeek();
});

const conversation = computed(() => kept.value.conversation);

// A tab in which the customer reads clears the others' badges; one that begins another conversation takes them along.
effect(() => {
  if (!conversation.value || !('BroadcastChannel' in window)) return;
  const others = new BroadcastChannel(`baton:${conversation.value}`);
  others.onmessage = ({ data }) => {
    if (typeof data !== 'number') goOnIn(data);
    else if (data > (kept.peek().seen ?? 0)) keep({ seen: data });
  };
  const stop = effect(() => others.postMessage(kept.value.seen ?? 0));
  return () => {
    stop();
    others.close();
  };
});
