import { signal } from '@preact/signals';

let ahead = 0;

/** The server's time in ms, moved on once a second. Only what shows a running time reads it, so only that is redrawn. */
export const clock = signal(Date.now());

const tick = () => {
  clock.value = serverNow();
};

/** Epoch ms, to the millisecond. */
export const serverNow = (): number => Date.now() + ahead;

/** Sets the clock by what the server said: a staff member's own clock may be minutes off. */
export function setClock(told: number): void {
  ahead = told - Date.now();
  tick();
}

setInterval(tick, 1_000);
