import { signal } from '@preact/signals';
import { getResponder, type ModelWanted, type ResponderView, saveModel, tryModel } from '../../session/api';

/** What came of the last press: well, badly, or nothing yet. */
export interface Came {
  well: boolean;
  words: string;
}

/** A store's own first responders, as its owners and admins see them. */
export class Responder {
  /** Null until the first answer. */
  readonly view = signal<ResponderView | null>(null);
  readonly failed = signal('');
  readonly busy = signal(false);
  readonly model = signal<Came | null>(null);

  constructor(readonly store: string) {
    void this.#load();
  }

  async #load(): Promise<void> {
    const answer = await getResponder(this.store);
    if (answer.ok) this.view.value = answer.value;
    else this.failed.value = answer.message;
  }

  saveModel(wanted: ModelWanted): Promise<void> {
    return this.#press(async () => {
      const answer = await saveModel(this.store, wanted);
      if (answer.ok) this.view.value = answer.value;
      return answer.ok ? { well: true, words: 'Saved.' } : { well: false, words: answer.message };
    });
  }

  tryModel(): Promise<void> {
    return this.#press(async () => {
      const answer = await tryModel(this.store);
      return answer.ok
        ? { well: answer.value.ok, words: answer.value.message }
        : { well: false, words: answer.message };
    });
  }

  async #press(act: () => Promise<Came>): Promise<void> {
    if (this.busy.peek()) return;
    this.busy.value = true;
    this.model.value = null;
    this.model.value = await act();
    this.busy.value = false;
  }
}
