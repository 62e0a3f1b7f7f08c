import { effect, signal } from '@preact/signals';
import { broken, connected, trouble } from './chat';

const LOST_AFTER = 1_500;
const BACK_FOR = 2_500;

/** What the connection's banner says: nothing about a blink, "lost" after a moment, "back" for a moment. */
export const banner = signal<'lost' | 'back' | null>(null);

let timer: ReturnType<typeof setTimeout> | undefined;
effect(() => {
  const away = broken.value && !connected.value && !trouble.value;
  clearTimeout(timer);
  if (away) {
    if (banner.peek() === 'lost') return;
    timer = setTimeout(() => {
      banner.value = 'lost';
    }, LOST_AFTER);
  } else if (banner.peek()) {
    banner.value = trouble.value ? null : 'back';
    timer = setTimeout(() => {
      banner.value = null;
    }, BACK_FOR);
  }
});
