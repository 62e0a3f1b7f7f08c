import { signal } from '@preact/signals';

/** As long as the server lets pass between two signs, and a little more. */
const EXPIRES = 12_000;

/** In which conversations of the list the customer composes right now. The signs stop coming without a last one. */
export class Writing {
  readonly now = signal<ReadonlySet<string>>(new Set());
  readonly #ends = new Map<string, ReturnType<typeof setTimeout>>();

  heard(id: string): void {
    clearTimeout(this.#ends.get(id));
    this.#ends.set(
      id,
      setTimeout(() => this.over(id), EXPIRES),
    );
    if (!this.now.peek().has(id)) this.now.value = new Set(this.now.peek()).add(id);
  }

  over(id: string): void {
    clearTimeout(this.#ends.get(id));
    this.#ends.delete(id);
    if (!this.now.peek().has(id)) return;
    const rest = new Set(this.now.peek());
    rest.delete(id);
    this.now.value = rest;
  }

  close(): void {
    for (const end of this.#ends.values()) clearTimeout(end);
  }
}
