import { computed, effect, signal } from '@preact/signals';
import { connected, draft, draftKept, queue, renew, thinking, thread } from './chat';
import { inSight } from './host';
import { build } from './reload';

/**
 * A panel may stay open for days. It goes on with what it has as long as the server serves it, and loads itself again once
 * there is a newer one and nobody would notice; sooner where a part of it is gone that is needed now.
 */

const stale = signal<'no' | 'older' | 'broken'>('no');

/** Nothing is on its way in either direction. */
const quiet = computed(() => queue.value.length + thread.value.streams.size === 0 && !thinking.value);

effect(() => {
  if (stale.value === 'no' || !quiet.value) return;
  // What was typed comes back. A part that is missing cannot wait until it is sent, only for a pause in it.
  if (stale.value === 'broken' ? draft.value === draftKept.value : !inSight.value && !draft.value) renew();
});

let failures = 0;

/** Asks which panel is the newest: one small asset, and no request to the Worker. @param failed a part could not be fetched */
export async function look(failed: boolean): Promise<void> {
  try {
    const answer = await fetch('/panel-build.txt', { cache: 'no-cache' });
    const newest = answer.ok ? await answer.text() : build;
    // Some browsers remember a part that they could not fetch, until the page is another.
    if (failed && (newest !== build || ++failures > 1)) stale.value = 'broken';
    else if (newest !== build && stale.peek() === 'no') stale.value = 'older';
  } catch {}
}

// Whoever deploys ends all sockets: a connection that comes back may have found a newer server.
let before = false;
effect(() => {
  if (!connected.value) return;
  if (before) void look(false);
  before = true;
});
