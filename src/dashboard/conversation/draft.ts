import { computed, effect, signal } from '@preact/signals';
import { recall, remember } from '../parts/remember';

export type Tab = 'reply' | 'note';

/** What is being written in one conversation: a text for each tab, kept over reloads and never mixed. */
export class Draft {
  readonly tab = signal<Tab>('reply');
  readonly reply;
  readonly note;
  readonly text = computed(() => this[this.tab.value].value);
  readonly #stop: () => void;

  constructor(conversation: string) {
    this.reply = signal(recall(`reply:${conversation}`) ?? '');
    this.note = signal(recall(`note:${conversation}`) ?? '');
    const stops = [
      effect(() => remember(`reply:${conversation}`, this.reply.value)),
      effect(() => remember(`note:${conversation}`, this.note.value)),
    ];
    this.#stop = () => {
      for (const stop of stops) stop();
    };
  }

  write(text: string): void {
    this[this.tab.peek()].value = text;
  }

  /** Gives a text back that could not be sent. False where something new stands there already. */
  restore(tab: Tab, text: string): boolean {
    if (this[tab].peek().trim() !== '') return false;
    this[tab].value = text;
    return true;
  }

  close(): void {
    this.#stop();
  }
}
