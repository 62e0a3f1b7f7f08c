import { signal } from '@preact/signals';
import type { StoreSettings } from '../../settings/schema';
import type { Versioned } from '../../settings/store';
import { type Answer, getSettings, putSettings } from '../session/api';
import { firstRows } from '../session/early';
import { Edits } from './edits';

/** One store's settings, as this page knows them, and what was changed but not saved yet. */
export class Kept {
  /** Null until the first answer. */
  readonly saved = signal<StoreSettings | null>(null);
  /** Why there is none. */
  readonly failed = signal('');
  /** The hours page's changes: they outlive a look at another page. */
  readonly hours = signal<StoreSettings | null>(null);
  readonly #edits = new Map<string, Edits>();
  #version = -1;

  constructor(readonly store: string) {
    void firstRows.then(() => this.load());
  }

  /** Another page's changes, by its name. */
  edits(page: string): Edits {
    const edits = this.#edits.get(page) ?? new Edits(this);
    this.#edits.set(page, edits);
    return edits;
  }

  async load(): Promise<void> {
    const answer = await getSettings(this.store);
    if (answer.ok) this.#take(answer.value);
    else if (!this.saved.value) this.failed.value = answer.message;
  }

  /** Saves these parts only: what somebody else changed in the meantime stays as they left it. */
  async save(parts: Partial<StoreSettings>): Promise<Answer<Versioned>> {
    const latest = await getSettings(this.store);
    if (!latest.ok) return latest;
    const answer = await putSettings(this.store, { ...latest.value.settings, ...parts });
    if (answer.ok) this.#take(answer.value);
    return answer;
  }

  #take({ settings, version }: Versioned): void {
    this.failed.value = '';
    // Answers may overtake each other.
    if (version < this.#version) return;
    this.#version = version;
    this.saved.value = settings;
  }
}
