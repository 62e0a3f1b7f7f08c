import { signal } from '@preact/signals';
import {
  type Answer,
  getResponder,
  type ModelWanted,
  newBotKey,
  newBotSecret,
  type ResponderView,
  saveBot,
  saveModel,
  testBot,
  tryModel,
} from '../../session/api';
import { assistant } from '../../words/en/assistant';
import { newerOf } from '../clash';

/** What came of the last press: well, or badly. */
export interface Came {
  well: boolean;
  words: string;
}

const saved = (): Came => ({ well: true, words: assistant.saved });

/** A store's own first responders, as its owners and admins see them. */
export class Responder {
  /** Null until the first answer. */
  readonly view = signal<ResponderView | null>(null);
  readonly failed = signal('');
  readonly busy = signal(false);
  readonly came = signal<Came | null>(null);
  /** Just made, and shown this once. */
  readonly secret = signal('');
  readonly key = signal('');

  constructor(readonly store: string) {
    void this.#load();
  }

  async #load(): Promise<void> {
    const answer = await getResponder(this.store);
    if (answer.ok) this.view.value = answer.value;
    else this.failed.value = answer.message;
  }

  saveModel(wanted: ModelWanted): Promise<Answer<ResponderView> | null> {
    return this.#save(() => saveModel(this.store, wanted));
  }

  tryModel(): Promise<void> {
    return this.#press(async () => cameOf(await tryModel(this.store)));
  }

  saveBot(wanted: { url: string; seen: number }): Promise<Answer<ResponderView> | null> {
    return this.#save(() => saveBot(this.store, wanted));
  }

  /** @returns what the server said; null where nothing was asked, because something else is under way */
  async #save(save: () => Promise<Answer<ResponderView>>): Promise<Answer<ResponderView> | null> {
    let answer: Answer<ResponderView> | null = null;
    await this.#press(async () => {
      answer = await save();
      return this.#took(answer);
    });
    return answer;
  }

  testBot(): Promise<void> {
    return this.#press(async () => {
      const came = cameOf(await testBot(this.store));
      // A test that failed stands among the failures of real calls nowhere, but newer ones may have come in.
      await this.#load();
      return came;
    });
  }

  make(what: 'secret' | 'key'): Promise<void> {
    return this.#press(async () => {
      const answer = await (what === 'secret' ? newBotSecret : newBotKey)(this.store);
      if (!answer.ok) return { well: false, words: answer.message };
      this.view.value = answer.value.view;
      this[what].value = answer.value.made;
      return { well: true, words: assistant.made };
    });
  }

  #took(answer: Answer<ResponderView>): Came | null {
    // Said beside the form, with what differs.
    if (newerOf(answer)) return null;
    if (!answer.ok) return { well: false, words: answer.message };
    this.view.value = answer.value;
    return saved();
  }

  async #press(act: () => Promise<Came | null>): Promise<void> {
    if (this.busy.peek()) return;
    this.busy.value = true;
    this.came.value = null;
    this.came.value = await act();
    this.busy.value = false;
  }
}

const cameOf = (answer: Answer<{ ok: boolean; message: string }>): Came =>
  answer.ok ? { well: answer.value.ok, words: answer.value.message } : { well: false, words: answer.message };
