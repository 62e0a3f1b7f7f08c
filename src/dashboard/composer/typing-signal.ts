/** One frame in this time while the writing lasts; the other side lets it expire after twice as long. */
const EVERY = 3_000;

/** Tells that a public reply is being written: throttled, and over at once when it is. */
export class TypingSignal {
  #told = 0;

  constructor(private readonly tell: (on: boolean) => void) {}

  wrote(text: string): void {
    if (text.trim() === '') return this.stop();
    const now = Date.now();
    if (now - this.#told < EVERY) return;
    this.#told = now;
    this.tell(true);
  }

  stop(): void {
    if (this.#told === 0) return;
    this.#told = 0;
    this.tell(false);
  }
}
