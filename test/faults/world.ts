import { setTimeout as pause } from 'node:timers/promises';
import type { Runtime } from './runtime.ts';

/** What the kills go by: not the clock, but what has happened. */
export type Side = 'customer' | 'staff';
type Count = `sent by ${Side}` | `acknowledged to ${Side}` | 'frames' | 'mails';

/** Where everybody lives. */
export class World {
  readonly runtime: Runtime;
  /** Whether people begin anything new. */
  acting = true;
  /** How often it happened to anybody. */
  readonly counts: Record<Count, number> = {
    'sent by customer': 0,
    'sent by staff': 0,
    'acknowledged to customer': 0,
    'acknowledged to staff': 0,
    frames: 0,
    mails: 0,
  };
  #waits: { goals: [Count, number][]; done: () => void }[] = [];

  constructor(runtime: Runtime) {
    this.runtime = runtime;
  }

  happened(of: Count): void {
    this.counts[of] += 1;
    const due = this.#waits.filter(({ goals }) => goals.some(([count, at]) => this.counts[count] >= at));
    if (due.length === 0) return;
    this.#waits = this.#waits.filter((wait) => !due.includes(wait));
    for (const { done } of due) done();
  }

  /**
   * Resolves the moment that one of these has happened so many times more.
   * @throws when that does not come in a time in which even a slow machine does much
   */
  async more(times: Partial<Record<Count, number>>, within = 60_000): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const late = setTimeout(() => resolve(false), within);
    const goals = (Object.entries(times) as [Count, number][]).map(([of, n]): [Count, number] => [
      of,
      this.counts[of] + n,
    ]);
    this.#waits.push({ goals, done: () => resolve(true) });
    const came = await promise;
    clearTimeout(late);
    // Thrown here and not by the timer: it says who waited.
    const { complaints } = this.runtime;
    if (!came)
      throw new Error(`In ${within / 1_000} s there were no ${JSON.stringify(times)}. ${complaints.join('\n')}`);
  }

  /** Waits for something that is bound to come. @throws when it does not, in a time in which even a slow machine does much */
  async comes(what: string, holds: () => boolean, within = 120_000): Promise<void> {
    for (const begun = Date.now(); !holds(); await pause(2)) {
      if (Date.now() - begun > within) throw new Error(`In ${within / 1_000} s it did not come: ${what}`);
    }
  }
}
