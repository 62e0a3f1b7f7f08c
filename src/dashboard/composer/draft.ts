import { computed, effect, signal } from '@preact/signals';
import type { Card } from '../../protocol/common';
import type { Written } from '../../protocol/staff';
import { recall, remember } from '../parts/remember';

export type Tab = 'reply' | 'note';
const TABS: readonly Tab[] = ['reply', 'note'];

/** After so long without a key, in ms, it is kept for the person's other devices; sooner where the field is left. */
const REST = 10_000;
const LEFT = 2_000;

const NOTHING: Written = { text: '', cards: [], at: 0 };
const isEmpty = ({ text, cards }: Written): boolean => text.trim() === '' && cards.length === 0;
const isSame = (one: Written, other: Written): boolean =>
  one.text === other.text && JSON.stringify(one.cards) === JSON.stringify(other.cards);
/** Nothing of it would be missed beside the other. */
const isWithin = (one: Written, other: Written): boolean =>
  other.text.includes(one.text.trim()) && one.cards.every(({ id }) => other.cards.some((card) => card.id === id));

/** What this needs of its conversation. */
interface Door {
  /** False where it could not go out. */
  save(tab: Tab, draft: Written): boolean;
  /** The server's time, epoch ms. */
  now(): number;
}

/**
 * What is being written in one conversation: a text for each tab, never mixed. In this browser it is kept with every key;
 * on the server, for the same person's other devices, after a rest. Of two the newest stands in the field, and what only the
 * older one says is offered beside it.
 */
export class Draft {
  readonly tab = signal<Tab>('reply');
  readonly reply = signal('');
  readonly note = signal('');
  /** Products that go with the reply. */
  readonly cards = signal<readonly Card[]>([]);
  readonly text = computed(() => this[this.tab.value].value);
  /** What was written on another device and is not in the field. */
  readonly elsewhere = signal<{ tab: Tab; text: string; cards: readonly Card[] } | null>(null);
  /** Saved replies that went into the text: counted when it is sent. */
  readonly used = new Set<string>();
  readonly #mine: Record<Tab, Written> = { reply: NOTHING, note: NOTHING };
  /** What the server has, as far as this page knows. */
  readonly #held: Record<Tab, Written> = { reply: NOTHING, note: NOTHING };
  #rest: ReturnType<typeof setTimeout> | undefined;
  readonly #stop: () => void;

  /** @param key of this person and conversation */
  constructor(
    private readonly key: string,
    private readonly door: Door,
  ) {
    const kept = keptUnder(key);
    for (const tab of TABS) {
      this.#held[tab] = kept.held[tab] ?? NOTHING;
      this.#adopt(tab, kept[tab] ?? NOTHING);
    }
    const stops = TABS.map((tab) => effect(() => this.#typed(tab, this[tab].value, this.#cardsOf(tab))));
    this.#stop = () => {
      for (const stop of stops) stop();
    };
  }

  #cardsOf(tab: Tab): Card[] {
    return tab === 'reply' ? [...this.cards.value] : [];
  }

  #typed(tab: Tab, text: string, cards: Card[]): void {
    const next = { text, cards, at: this.door.now() };
    // What came from the server was not typed here.
    if (isSame(next, this.#mine[tab])) return;
    this.#mine[tab] = next;
    if (tab === 'reply' && isEmpty(next)) this.used.clear();
    this.#keep();
    this.#saveAfter(REST);
  }

  write(text: string): void {
    this[this.tab.peek()].value = text;
  }

  /** Gives a text back that could not be sent. False where something new stands there already. */
  restore(tab: Tab, text: string, cards: readonly Card[] = []): boolean {
    if (!isEmpty(this.#mine[tab])) return false;
    this[tab].value = text;
    if (tab === 'reply') this.cards.value = cards;
    return true;
  }

  /** The field was left: its text is worth keeping soon, unless that was on the way to sending it. */
  left(): void {
    this.#saveAfter(LEFT);
  }

  #saveAfter(ms: number): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.save(), ms);
  }

  /** Tells the server what it does not have yet. */
  save(): void {
    clearTimeout(this.#rest);
    for (const tab of TABS) {
      const mine = this.#mine[tab];
      if (isSame(mine, this.#held[tab]) || !this.door.save(tab, mine)) continue;
      this.#held[tab] = mine;
      this.#keep();
    }
  }

  /**
   * What the server has. @param theirs nothing where it has none; `sent`: it went out from another device, and only the
   * server's copy is left of it
   */
  receive(tab: Tab, theirs: Written = NOTHING, sent = false): void {
    const mine = this.#mine[tab];
    const isMineNew = !isSame(mine, this.#held[tab]);
    const isTheirsNew = !isSame(theirs, this.#held[tab]);
    this.#held[tab] = theirs;
    if (sent) {
      if (isSame(mine, theirs)) this.#adopt(tab, { ...NOTHING, at: this.door.now() });
    } else if (isSame(mine, theirs)) this.#adopt(tab, theirs);
    else if (!isMineNew) this.#adopt(tab, theirs);
    else if (isTheirsNew && theirs.at > mine.at) {
      this.#adopt(tab, theirs);
      this.#offer(tab, mine, theirs);
    } else if (isTheirsNew) this.#offer(tab, theirs, mine);
    this.#keep();
    if (!isSame(this.#mine[tab], theirs)) this.#saveAfter(REST);
  }

  #adopt(tab: Tab, written: Written): void {
    this.#mine[tab] = written;
    this[tab].value = written.text;
    if (tab === 'reply') this.cards.value = written.cards;
  }

  #offer(tab: Tab, older: Written, newer: Written): void {
    if (isEmpty(older) || isWithin(older, newer)) return;
    this.elsewhere.value = { tab, text: older.text.trim(), cards: older.cards };
  }

  /** Puts it behind what stands in the field. */
  takeElsewhere(): void {
    const other = this.elsewhere.peek();
    this.elsewhere.value = null;
    if (!other) return;
    const text = this[other.tab].peek();
    this[other.tab].value = text.trim() === '' ? other.text : `${text.trimEnd()}\n\n${other.text}`;
    const known = this.cards.peek();
    if (other.tab === 'reply')
      this.cards.value = [...known, ...other.cards.filter((card) => !known.some(({ id }) => id === card.id))];
  }

  close(): void {
    clearTimeout(this.#rest);
    this.#stop();
  }

  #keep(): void {
    const { reply, note } = this.#mine;
    const nothing = [reply, note, this.#held.reply, this.#held.note].every(isEmpty);
    remember(this.key, nothing ? '' : JSON.stringify({ reply, note, held: this.#held }));
  }
}

type Kept = Partial<Record<Tab, Written>>;

function keptUnder(key: string): Kept & { held: Kept } {
  try {
    const read: unknown = JSON.parse(recall(key) ?? '{}');
    return { ...writtenIn(read), held: writtenIn(typeof read === 'object' && read && Reflect.get(read, 'held')) };
  } catch {
    return { held: {} };
  }
}

function writtenIn(value: unknown): Kept {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    TABS.flatMap((tab) => {
      const one: unknown = Reflect.get(value, tab);
      return isWritten(one) ? [[tab, one]] : [];
    }),
  );
}

const isWritten = (value: unknown): value is Written =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'at' in value &&
  typeof value.at === 'number' &&
  'cards' in value &&
  Array.isArray(value.cards);
