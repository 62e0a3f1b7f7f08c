/**
 * A signal that aborts after a while, and leaves no timer behind once it is not needed any more: `AbortSignal.timeout` goes on
 * ticking after all is done, and would keep an object awake.
 */
export class Patience {
  readonly #abort = new AbortController();
  readonly #timers: ReturnType<typeof setTimeout>[] = [];
  readonly #follow = () => this.#abort.abort();

  /** @param outer aborts it too */
  constructor(private readonly outer?: AbortSignal) {
    if (outer?.aborted) this.#abort.abort();
    outer?.addEventListener('abort', this.#follow);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Aborts after so many milliseconds. @returns what calls that off */
  limit(ms: number): () => void {
    const timer = setTimeout(() => this.#abort.abort(new Error('timed out')), ms);
    this.#timers.push(timer);
    return () => clearTimeout(timer);
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.outer?.removeEventListener('abort', this.#follow);
  }
}

/** @throws what `work` throws, or when the time is up */
export async function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const patience = new Patience(outer);
  patience.limit(ms);
  try {
    return await work(patience.signal);
  } finally {
    patience.end();
  }
}
