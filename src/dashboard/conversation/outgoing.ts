import { signal } from '@preact/signals';
import type { Card } from '../../protocol/common';
import type { SentFile } from '../../protocol/files';
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
  /** Products that go with a reply. */
  cards?: readonly Card[];
  /** Files that were uploaded for it. */
  files?: readonly SentFile[];
  /** Whom a note asks for. */
  mentions?: string[];
  state: 'sending' | 'stored' | 'refused';
}

/** What was written and is not in the log yet. Kept by client id until it is acknowledged, sent again with the same one. */
export class Outgoing {
  readonly letters = signal<readonly Letter[]>([]);
  readonly #key: string;

  /** @param of person and conversation */
  constructor(of: string) {
    this.#key = `unsent:${of}`;
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
  leftBehind(): Left[] {
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

type Left = Pick<Letter, 'id' | 'kind' | 'text' | 'cards' | 'files'>;

const isLetter = (value: unknown): value is Left =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'text' in value &&
  typeof value.text === 'string' &&
  (!('cards' in value) || Array.isArray(value.cards)) &&
  (!('files' in value) || Array.isArray(value.files)) &&
  'kind' in value &&
  (value.kind === 'send' || value.kind === 'note');
