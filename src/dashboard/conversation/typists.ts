import { signal } from '@preact/signals';
import type { StaffPerson } from '../../protocol/staff';

/** Null is the customer. */
export type Typist = StaffPerson | null;

/** The frames may stop coming without a last one. */
const EXPIRES = 6_000;

/** Who is writing right now. */
export class Typists {
  readonly now = signal<readonly Typist[]>([]);
  readonly #ends = new Map<string, ReturnType<typeof setTimeout>>();

  set(who: Typist, on: boolean): void {
    const key = who?.id ?? '';
    clearTimeout(this.#ends.get(key));
    this.#ends.delete(key);
    const others = this.now.peek().filter((one) => (one?.id ?? '') !== key);
    if (on)
      this.#ends.set(
        key,
        setTimeout(() => this.set(who, false), EXPIRES),
      );
    if (on || others.length < this.now.peek().length) this.now.value = on ? [...others, who] : others;
  }

  close(): void {
    for (const end of this.#ends.values()) clearTimeout(end);
  }
}
