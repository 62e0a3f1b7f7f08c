import { computed, signal } from '@preact/signals';
import { same } from '../../domain/changes';
import { AREA_OF, partsOf, type SettingsArea } from '../../settings/areas';
import type { Newer } from '../../settings/audit';
import type { Revised } from '../../settings/change';
import type { StoreSettings } from '../../settings/schema';
import { settings as words } from '../words/en/settings';
import { Clash, newerOf } from './clash';
import type { Kept, Seen } from './kept';
import { type NumberKey, readNumber } from './numbers';

type Parts = Partial<StoreSettings>;
type Key = keyof StoreSettings;

/** What was changed on one page and is not saved yet. It outlives a look at another page. */
export class Edits {
  readonly #parts = signal<Parts>({});
  /** Numbers as they stand in their fields, until they are saved. */
  readonly #typed = signal<Partial<Record<NumberKey, string>>>({});
  readonly busy = signal(false);
  /** What became of the last saving. */
  readonly said = signal('');
  readonly failed = signal('');
  /** Somebody else has changed the same meanwhile. */
  readonly clash = new Clash((key, { chosen, mine }) =>
    chosen === 'mine' ? this.#put(key, mine) : this.#drop(key as NumberKey),
  );
  /** What stood there when the first change was made: what others do since has not been seen. */
  #base: { settings: StoreSettings; seen: Seen } | null = null;

  /** As saved, with what was changed here; null until the settings are known. */
  readonly value = computed<StoreSettings | null>(() => {
    const saved = this.kept.saved.value;
    return saved && { ...saved, ...this.#parts.value };
  });
  readonly changed = computed(() => {
    const saved = this.kept.saved.value;
    const differs = ([key, value]: [string, unknown]) => !same(value, saved?.[key as keyof StoreSettings]);
    return Object.entries(this.#parts.value).some(differs) || this.#faults().length > 0;
  });

  constructor(private readonly kept: Kept) {}

  change(parts: Parts): void {
    const settings = this.kept.saved.peek();
    if (settings && !this.#base) this.#base = { settings, seen: this.kept.seen };
    this.#parts.value = { ...this.#parts.value, ...parts };
    this.said.value = '';
    this.failed.value = '';
  }

  #put(key: string, value: unknown): void {
    this.#parts.value = { ...this.#parts.value, [key]: value };
  }

  #drop(key: NumberKey): void {
    const { [key]: _, ...others } = this.#parts.value;
    this.#parts.value = others;
    this.forget(key);
  }

  /** What stands in a number's field, and what is wrong with it. */
  field(key: NumberKey): { text: string; fault: string } {
    const text = this.#typed.value[key];
    if (text === undefined) return { text: String(this.value.value?.[key] ?? ''), fault: '' };
    const read = readNumber(text, key);
    return { text, fault: read.ok ? '' : read.words };
  }

  type(key: NumberKey, text: string): void {
    this.#typed.value = { ...this.#typed.value, [key]: text };
    const read = readNumber(text, key);
    this.change(read.ok ? { [key]: read.number } : {});
  }

  /** A field that is not shown any more cannot be wrong. */
  forget(key: NumberKey): void {
    const { [key]: _, ...others } = this.#typed.value;
    this.#typed.value = others;
  }

  /** As saved again; why it could not be saved stays. */
  revert(): void {
    const why = this.failed.peek();
    this.discard();
    this.failed.value = why;
  }

  discard(): void {
    this.#base = null;
    this.clash.over();
    this.#parts.value = {};
    this.#typed.value = {};
    this.said.value = '';
    this.failed.value = '';
  }

  /**
   * Saves what was changed on this page, and nothing else.
   * @param wrong what must be mended first; empty where nothing must
   */
  async save(wrong = ''): Promise<void> {
    if (this.busy.peek()) return;
    this.failed.value = wrong || (this.#faults().length > 0 ? words.lookFirst : '');
    if (this.failed.peek()) return;
    this.busy.value = true;
    const saving = this.#parts.peek();
    const answer = await this.kept.save(saving, this.#seenOf(saving));
    this.busy.value = false;
    const newer = newerOf<Revised>(answer);
    if (newer) return this.#meet(saving, newer.value, newer.revision);
    if (!answer.ok) {
      this.failed.value = answer.message;
      return;
    }
    // What was changed while it was being saved is still to be saved.
    const since = Object.entries(this.#parts.peek()).filter(([key, value]) => value !== saving[key as Key]);
    this.#parts.value = Object.fromEntries(since);
    this.#typed.value = Object.fromEntries(
      Object.entries(this.#typed.peek()).filter(([key]) => key in this.#parts.peek()),
    );
    this.#base = since.length > 0 ? this.#now() : null;
    this.clash.over();
    this.said.value = words.savedNow;
  }

  /** Shows what somebody else made of it, and saves again where that is nothing to choose between. */
  #meet(saving: Parts, theirs: Revised, revision: Newer['revision']): Promise<void> | void {
    const was = this.#base?.settings ?? theirs.settings;
    const areas = new Set(Object.keys(saving).map((key) => AREA_OF[key as Key]));
    const mine = Object.assign({}, ...[...areas].map((area) => ({ ...partsOf(area, was), ...partsOf(area, saving) })));
    this.kept.take(theirs);
    this.#base = this.#now();
    if (!this.clash.meet({ was, mine, theirs: theirs.settings }, revision)) return this.save();
  }

  #now(): { settings: StoreSettings; seen: Seen } | null {
    const settings = this.kept.saved.peek();
    return settings && { settings, seen: this.kept.seen };
  }

  #seenOf(parts: Parts): Seen {
    const seen = this.#base?.seen ?? this.kept.seen;
    const areas: SettingsArea[] = Object.keys(parts).map((key) => AREA_OF[key as Key]);
    return Object.fromEntries(areas.map((area) => [area, seen[area] ?? 0]));
  }

  #faults(): string[] {
    return Object.entries(this.#typed.value).flatMap(([key, text]) => {
      const read = readNumber(text ?? '', key as NumberKey);
      return read.ok ? [] : [read.words];
    });
  }
}
