import { sendUses } from './door';

/** How often saved replies were sent: told together after a while, a row each, and not with every message. */

const TOGETHER = 60_000;
const MOST = 20;
const EACH = 50;

const waiting = new Map<string, Map<string, number>>();
let timer: ReturnType<typeof setTimeout> | undefined;

export function countUses(store: string, ids: readonly string[]): void {
  if (ids.length === 0) return;
  const counted = waiting.get(store) ?? new Map<string, number>();
  waiting.set(store, counted);
  for (const id of ids) counted.set(id, Math.min(EACH, (counted.get(id) ?? 0) + 1));
  clearTimeout(timer);
  timer = setTimeout(tell, TOGETHER);
}

/** What is lost on the way is a figure that is one too low. */
function tell(): void {
  clearTimeout(timer);
  for (const [store, counted] of waiting) {
    const uses = [...counted].map(([id, times]) => ({ id, times }));
    for (let from = 0; from < uses.length; from += MOST) void sendUses(store, uses.slice(from, from + MOST));
  }
  waiting.clear();
}

// Not in Node, where the tests of what imports this run.
if (typeof addEventListener === 'function') addEventListener('pagehide', tell);
