import { type ReadonlySignal, signal } from '@preact/signals';

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
export const factsHidden = matches('(max-width: 1279.98px)');
