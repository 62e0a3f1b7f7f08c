import { signal } from '@preact/signals';

/** Whether the simulated shop page stands beside the dashboard. */
export const testBeside = signal(false);

/** As in shell/frame.css: narrower than this there is no room for it. */
const ROOM = '(min-width: 1100px)';

export const testPage = (store: string): string => `/try/${store}/`;

/** Beside the dashboard where there is room, else in a tab of its own. */
export function openTest(store: string): void {
  if (matchMedia(ROOM).matches) testBeside.value = true;
  else open(testPage(store), '_blank', 'noopener');
}
