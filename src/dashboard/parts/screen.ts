import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { testBeside } from '../testing/testing';

function matches(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const on = signal(list.matches);
  list.addEventListener('change', () => {
    on.value = list.matches;
  });
  return on;
}

/** One column at a time. The same widths as in narrow.css. */
export const phone = matches('(max-width: 640px)');
/** Too narrow for the facts column: they are behind a button. */
const narrow = matches('(max-width: 1279.98px)');
export const factsHidden = computed(() => narrow.value || testBeside.value);
