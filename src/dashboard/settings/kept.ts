import { signal } from '@preact/signals';
import type { SettingsArea } from '../../settings/areas';
import type { Revised } from '../../settings/change';
import type { StoreSettings } from '../../settings/schema';
import { type Answer, changeSettings, getSettings } from '../session/api';
import { firstRows } from '../session/early';
import { Edits } from './edits';

export type Seen = Partial<Record<SettingsArea, number>>;

/** One store's settings, as this page knows them, and what was changed but not saved yet. */
export class Kept {
  /** Null until the first answer. */
  readonly saved = signal<StoreSettings | null>(null);
  /** Why there is none. */
  readonly failed = signal('');
  readonly #edits = new Map<string, Edits>();
  #version = -1;
  #seen: Seen = {};

  constructor(readonly store: string) {
    void firstRows.then(() => this.load());
  }

  /** A page's changes, by its name: they outlive a look at another page. */
  edits(page: string): Edits {
    const edits = this.#edits.get(page) ?? new Edits(this);
    this.#edits.set(page, edits);
    return edits;
  }

  /** The revisions of what `saved` shows. */
  get seen(): Seen {
    return this.#seen;
  }

  async load(): Promise<void> {
    const answer = await getSettings(this.store);
    if (answer.ok) this.take(answer.value);
    else if (!this.saved.value) this.failed.value = answer.message;
  }

  /**
   * Saves these parts only: what somebody else changed elsewhere stays as they left it.
   * @param seen what was seen of the areas that they belong to: refused where somebody has changed one of them since
   */
  async save(parts: Partial<StoreSettings>, seen: Seen): Promise<Answer<Revised>> {
    const answer = await changeSettings(this.store, { parts, seen });
    if (answer.ok) this.take(answer.value);
    return answer;
  }

  take({ settings, version, revisions }: Revised): void {
    this.failed.value = '';
    // Answers may overtake each other.
    if (version < this.#version) return;
    this.#version = version;
    this.#seen = seenIn(revisions);
    this.saved.value = settings;
  }
}

const seenIn = (revisions: Revised['revisions']): Seen =>
  Object.fromEntries(Object.entries(revisions).map(([area, revision]) => [area, revision?.n ?? 0]));
