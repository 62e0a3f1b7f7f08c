import { signal } from '@preact/signals';
import { type Asked, type Found, type Result, search } from './door';
import type { Wanted } from './wanted';

/** One look into the history: its results so far, and how it goes on. */
export class Look {
  readonly results = signal<Result[] | null>(null);
  readonly next = signal<Found['next']>(null);
  /** Whether the last page was full; otherwise only as much was looked at as one request may. */
  readonly full = signal(true);
  /** More conversations hold these words than are ever looked at. */
  readonly capped = signal(false);
  readonly busy = signal(false);
  readonly failed = signal('');
  /** What came last is what was asked last. */
  #asked = 0;

  constructor(private readonly store: string) {}

  /** Begins anew. What was found before stands until the answer is here. */
  async begin(wanted: Wanted): Promise<void> {
    await this.#ask({ ...wanted, after: null } as Asked, []);
  }

  async goOn(wanted: Wanted): Promise<void> {
    const after = this.next.peek();
    if (after && !this.busy.peek()) await this.#ask({ ...wanted, after } as Asked, this.results.peek() ?? []);
  }

  async #ask(asked: Asked, before: readonly Result[]): Promise<void> {
    this.#asked += 1;
    const mine = this.#asked;
    this.busy.value = true;
    const answer = await search(this.store, asked);
    if (mine !== this.#asked) return;
    this.busy.value = false;
    this.failed.value = answer.ok ? '' : answer.message;
    if (!answer.ok) return;
    const { results, next, full, capped } = answer.value;
    this.results.value = [...before, ...results];
    this.next.value = next;
    this.full.value = full;
    this.capped.value = capped;
  }
}
