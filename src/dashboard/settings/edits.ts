import { computed, signal } from '@preact/signals';
import type { StoreSettings } from '../../settings/schema';
import type { Kept } from './kept';
import { type NumberKey, readNumber } from './numbers';

type Parts = Partial<StoreSettings>;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What was changed on one page and is not saved yet. It outlives a look at another page. */
export class Edits {
  readonly #parts = signal<Parts>({});
  /** Numbers as they stand in their fields, until they are saved. */
  readonly #typed = signal<Partial<Record<NumberKey, string>>>({});
  readonly busy = signal(false);
  /** What became of the last saving. */
  readonly said = signal('');
  readonly failed = signal('');

  /** As saved, with what was changed here; null until the settings are known. */
  readonly value = computed<StoreSettings | null>(() => {
    const saved = this.kept.saved.value;
    return saved && { ...saved, ...this.#parts.value };
  });
  readonly changed = computed(() => {
    const saved = this.kept.saved.value;
    const differs = ([key, value]: [string, unknown]) => !same(value, saved?.[key as keyof StoreSettings]);
    return Object.entries(this.#parts.value).some(differs) || this.#faults().length > 0;
  });

  constructor(private readonly kept: Kept) {}

  change(parts: Parts): void {
    this.#parts.value = { ...this.#parts.value, ...parts };
    this.said.value = '';
    this.failed.value = '';
  }

  /** What stands in a number's field, and what is wrong with it. */
  field(key: NumberKey): { text: string; fault: string } {
    const text = this.#typed.value[key];
    if (text === undefined) return { text: String(this.value.value?.[key] ?? ''), fault: '' };
    const read = readNumber(text, key);
    return { text, fault: read.ok ? '' : read.words };
  }

  type(key: NumberKey, text: string): void {
    this.#typed.value = { ...this.#typed.value, [key]: text };
    const read = readNumber(text, key);
    this.change(read.ok ? { [key]: read.number } : {});
  }

  /** A field that is not shown any more cannot be wrong. */
  forget(key: NumberKey): void {
    const { [key]: _, ...others } = this.#typed.value;
    this.#typed.value = others;
  }

  discard(): void {
    this.#parts.value = {};
    this.#typed.value = {};
    this.said.value = '';
    this.failed.value = '';
  }

  /**
   * Saves what was changed on this page, and nothing else.
   * @param wrong what must be mended first; empty where nothing must
   */
  async save(wrong = ''): Promise<void> {
    if (this.busy.peek()) return;
    this.failed.value = wrong || (this.#faults().length > 0 ? 'Some numbers need a look first. They are marked.' : '');
    if (this.failed.peek()) return;
    this.busy.value = true;
    const saving = this.#parts.peek();
    const answer = await this.kept.save(saving);
    this.busy.value = false;
    if (!answer.ok) {
      this.failed.value = answer.message;
      return;
    }
    // What was changed while it was being saved is still to be saved.
    const since = Object.entries(this.#parts.peek()).filter(([key, value]) => value !== saving[key as keyof Parts]);
    this.#parts.value = Object.fromEntries(since);
    this.#typed.value = Object.fromEntries(
      Object.entries(this.#typed.peek()).filter(([key]) => key in this.#parts.peek()),
    );
    this.said.value = 'Saved. It holds from now on, for those who wait too.';
  }

  #faults(): string[] {
    return Object.entries(this.#typed.value).flatMap(([key, text]) => {
      const read = readNumber(text ?? '', key as NumberKey);
      return read.ok ? [] : [read.words];
    });
  }
}
