import { signal } from '@preact/signals';
import type { Tab } from './draft';

/** Lists that open out of the field: "/" in a reply, "@" in a note. */

export type ListKind = 'replies' | 'people';
const SIGNS: Record<Tab, { sign: string; is: ListKind }> = {
  reply: { sign: '/', is: 'replies' },
  note: { sign: '@', is: 'people' },
};
/** What is longer is no search any more. */
const LONGEST = 40;

export interface Opened {
  is: ListKind;
  /** Where what is typed for the list begins, its sign included, and where it ends: a choice takes its place. */
  from: number;
  to: number;
  /** Without the sign. */
  typed: string;
}

/** The list that is asked for by what stands before the caret: a sign at the beginning, or after a space. */
export function askedFor(tab: Tab, text: string, caret: number): Opened | null {
  const { sign, is } = SIGNS[tab];
  const from = text.lastIndexOf(sign, caret - 1);
  if (from < 0 || caret === 0 || !(from === 0 || /[\s(]/.test(text[from - 1] ?? ''))) return null;
  const typed = text.slice(from + 1, caret);
  return /^\s|\n/.test(typed) || typed.length > LONGEST ? null : { is, from, to: caret, typed };
}

/** Which list is open, and which of its choices is marked. The list itself says what there is to choose. */
export class Listing {
  readonly open = signal<Opened | null>(null);
  readonly at = signal(0);
  /** How many choices the list shows. */
  readonly count = signal(0);
  /** Lists that have come: until then nobody knows whether there is something to choose. */
  readonly known = new Set<ListKind>();
  /** What choosing one does. */
  pick: (n: number) => void = () => {};
  /** Where Escape has closed one: it stays closed while its sign stands there. */
  #dismissed: number | null = null;
  /** Opened by a button: what is typed from there on is the search, without a sign. */
  #start: { is: ListKind; from: number } | null = null;

  /** After every key and every move of the caret. */
  look(tab: Tab, text: string, caret: number): void {
    const asked = this.#start ? this.#started(this.#start, text, caret) : askedFor(tab, text, caret);
    if (asked === null || asked.from !== this.#dismissed) this.#dismissed = null;
    const shown = asked && asked.from !== this.#dismissed ? asked : null;
    const before = this.open.peek();
    if (shown?.typed !== before?.typed || shown?.from !== before?.from) this.at.value = 0;
    if (!shown) this.#start = null;
    this.open.value = shown;
  }

  #started({ is, from }: { is: ListKind; from: number }, text: string, caret: number): Opened | null {
    const typed = text.slice(from, caret);
    return caret < from || typed.includes('\n') || typed.length > LONGEST ? null : { is, from, to: caret, typed };
  }

  /** By a button, at the caret. */
  show(is: ListKind, caret: number): void {
    this.#start = { is, from: caret };
    this.#dismissed = null;
    this.at.value = 0;
    this.open.value = { is, from: caret, to: caret, typed: '' };
  }

  /** What was typed stays. */
  close(): void {
    this.#dismissed = this.#start ? null : (this.open.peek()?.from ?? null);
    this.#start = null;
    this.open.value = null;
  }

  /** @returns whether the key was the list's */
  key(event: KeyboardEvent): boolean {
    const open = this.open.peek();
    if (!open) return false;
    const count = this.count.peek();
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.isComposing;
    if (event.key === 'Escape') this.close();
    else if (!plain) return false;
    else if (event.key === 'Enter' && count === 0) {
      // Whoever searched and found nothing does not mean to send what they searched for.
      if (this.known.has(open.is)) this.close();
    } else if (count === 0) return false;
    else if (event.key === 'ArrowDown') this.at.value = (this.at.peek() + 1) % count;
    else if (event.key === 'ArrowUp') this.at.value = (this.at.peek() - 1 + count) % count;
    else if (event.key === 'Enter' || event.key === 'Tab') this.pick(this.at.peek());
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
