import { computed, effect, signal } from '@preact/signals';
import { leaveEmail, queue, refused, state } from '../chat';
import { readAddress } from './address';
import { standingOf } from './standing';
import { suggestionFor } from './typo';

/** The one address of a conversation, wherever it is asked for: what is typed moves along from the dock to the log. */

/** Milliseconds; long enough not to comment on every letter. */
const PAUSE = 400;

export const draft = signal('');
/** The button was pressed for something that is no address. */
export const wrong = signal(false);
/** The customer corrects the address that is known. */
const changing = signal(false);
/** What was left in this page: of an older address nobody asks any more what was meant. */
const given = signal('');

const contact = computed(() => state.value?.contact ?? null);
const onItsWay = computed(() => {
  const frame = queue.value.find((item) => item.frame.type === 'email')?.frame;
  return frame?.type === 'email' ? frame.address : null;
});
export const standing = computed(() =>
  standingOf(contact.value, { onItsWay: onItsWay.value, changing: changing.value }),
);

export function write(text: string): void {
  draft.value = text;
  wrong.value = false;
}

/** @returns whether it is an address: then it is on its way, unless it is the one that is known already */
export function submit(): boolean {
  const address = readAddress(draft.peek());
  wrong.value = !address;
  if (!address) return false;
  changing.value = false;
  if (address !== contact.peek()?.address) leaveEmail(address);
  return true;
}

/** Opens the form once more, with this in it. */
export function change(address: string): void {
  write(address);
  changing.value = true;
}

// What an earlier page kept, or the server refused, is still the customer's own: it stands in the field.
effect(() => {
  const now = standing.value;
  if (now.is === 'sending') given.value = draft.value = now.address;
  else if (now.is === 'known' && refused.peek() && given.peek() && now.address !== given.peek()) changing.value = true;
});

const settled = signal('');
effect(() => {
  const text = standing.value.is === 'known' ? given.value : draft.value;
  const timer = setTimeout(() => {
    settled.value = text;
  }, PAUSE);
  return () => clearTimeout(timer);
});

/** What was probably meant: once typing has paused, and still beside the thanks. It never holds anything up. */
export const suggestion = computed(() => {
  const now = standing.value;
  if (now.is === 'sending' || (now.is === 'known' && now.confirmed)) return null;
  const text = now.is === 'known' ? now.address : draft.value;
  return text === settled.value ? suggestionFor(text) : null;
});
