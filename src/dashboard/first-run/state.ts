import { signal } from '@preact/signals';
import { hc, type InferRequestType, type InferResponseType } from 'hono/client';
import type { FirstRunApi } from '../../routes/first-run';
import { remember } from '../parts/remember';
import { ask } from '../session/api';

const route = hc<FirstRunApi>(location.origin).api.stores[':store']['first-run'];
export type Run = InferResponseType<typeof route.$get>;
export type Step = Run['steps'][number]['step'];
type Mark = InferRequestType<typeof route.$put>['json'];

/** How far the store is; null until it is known, and where nobody asks because all is done. */
export const run = signal<Run | null>(null);
/** Which store that is. */
let of = '';

/** What this browser has seen done, it asks for no more (shell/frame.tsx). */
const key = (store: string) => `first-run:${store}`;
function take(store: string, answer: { ok: true; value: Run } | { ok: false }): void {
  if (!answer.ok || store !== of) return;
  run.value = answer.value;
  remember(key(store), answer.value.isOver ? 'over' : '');
}

export async function look(store: string): Promise<void> {
  if (store !== of) run.value = null;
  of = store;
  take(store, await ask(() => route.$get({ param: { store } })));
}

export const mark = async (store: string, step: Step, as: Mark['as']): Promise<void> =>
  take(store, await ask(() => route.$put({ param: { store }, json: { step, as } })));
