import { signal } from '@preact/signals';
import { recall, remember } from '../parts/remember';
import { clientId } from '../session/wire';

/** A reply or note on its way. `ack`: stored, and about to appear as a message. `refused`: it came back. */
export interface Letter {
  id: string;
  kind: 'send' | 'note';
  text: string;
  seen: number;
  anyway: boolean;
  /** An answer to what is owed: it takes nobody's place. */
  followUp: boolean;
  state: 'sending' | 'stored' | 'refused';
}

/** What was written and is not in the log yet. Kept by client id until it is acknowledged, sent again with the same one. */
export class Outgoing {
  readonly letters = signal<readonly Letter[]>([]);
  readonly #key: string;

  constructor(conversation: string) {
    this.#key = `unsent:${conversation}`;
  }

  add(letter: Omit<Letter, 'id' | 'state'>): Letter {
    const added: Letter = { ...letter, id: clientId(), state: 'sending' };
    this.#set([...this.letters.peek(), added]);
    return added;
  }

  stored(id: string): void {
    this.#set(this.letters.peek().map((letter) => (letter.id === id ? { ...letter, state: 'stored' } : letter)));
  }

  refused(id: string): void {
    this.#set(this.letters.peek().map((letter) => (letter.id === id ? { ...letter, state: 'refused' } : letter)));
  }

  /** Takes one out: it stands in the log now, or its text went back into the composer. */
  take(id: string): Letter | null {
    const letter = this.letters.peek().find((one) => one.id === id) ?? null;
    if (letter) this.#set(this.letters.peek().filter((one) => one.id !== id));
    return letter;
  }

  /** What a closed page left behind, to be compared with the log once. */
  leftBehind(): { id: string; kind: Letter['kind']; text: string }[] {
    const kept = recall(this.#key);
    remember(this.#key, '');
    if (!kept) return [];
    try {
      const read: unknown = JSON.parse(kept);
      return Array.isArray(read) ? read.filter(isLetter) : [];
    } catch {
      return [];
    }
  }

  #set(letters: readonly Letter[]): void {
    this.letters.value = letters;
    const unsent = letters.filter((letter) => letter.state !== 'stored');
    remember(this.#key, unsent.length > 0 ? JSON.stringify(unsent) : '');
  }
}

const isLetter = (value: unknown): value is { id: string; kind: Letter['kind']; text: string } =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'text' in value &&
  typeof value.text === 'string' &&
  'kind' in value &&
  (value.kind === 'send' || value.kind === 'note');
