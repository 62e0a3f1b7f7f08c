import { DEFAULT_SETTINGS, type StoreSettings } from '../settings/schema';
import type { KnownSettings } from './records';
import type { ConversationStore } from './store';

/** The store's settings as this conversation knows them: in memory, and from the first message on in its storage. */
export class Settings {
  #known: KnownSettings | null = null;

  constructor(private readonly store: ConversationStore) {}

  get known(): KnownSettings | null {
    this.#known ??= this.store.settings;
    return this.#known;
  }

  get now(): StoreSettings {
    return this.known?.settings ?? DEFAULT_SETTINGS;
  }

  /** @returns whether they are newer than what was known */
  adopt(read: KnownSettings): boolean {
    const { known } = this;
    const isNews = !known || known.version < read.version;
    const hooks = hooksAt(read) > hooksAt(known) ? read.hooks : known?.hooks;
    if (isNews || hooks !== known.hooks) this.#known = { ...(isNews ? read : known), ...(hooks && { hooks }) };
    this.keep();
    return isNews;
  }

  /** Writes them down where there is a place for it and they stand there no better. */
  keep(): void {
    if (!this.store.exists || !this.#known) return;
    const stored = this.store.settings;
    const isOld = !stored || stored.version < this.#known.version || hooksAt(stored) < hooksAt(this.#known);
    if (isOld) this.store.settings = this.#known;
  }
}

const hooksAt = (known: KnownSettings | null): number => known?.hooks?.at ?? 0;

/** How long anything waits for settings: whoever asks for a person is not kept waiting for a table. */
const PATIENCE = 1_500;

/** What a promise brings soon; null when it fails or takes too long. */
export async function soon<T>(work: Promise<T>): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  try {
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), PATIENCE);
    });
    return await Promise.race([work, late]);
  } catch {
    return null;
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
