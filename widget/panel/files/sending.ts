import { computed, signal } from '@preact/signals';
import type { ErrorBody, ErrorCode } from '../../../src/errors';
import type { FileAnswer, SentFile } from '../../../src/protocol/files';

/** Files on their way to the server, before the message that they go with. The customer's panel and the dashboard use it. */

// The schemas stay out of the bundle: only what they are worth is here (src/protocol/files.ts).
export const MAX_FILE = 10 * 1024 * 1024;
export const MOST_FILES = 5;

export interface Item {
  key: number;
  /** Null where it was uploaded before this page. */
  file: File | null;
  name: string;
  /** Bytes. */
  size: number;
  /** A picture of it, while it is on this device only; null for what is none. */
  preview: string | null;
  /** `failed`: it may go well the next time. `refused`: it will not. */
  state: 'waiting' | 'sending' | 'ready' | 'failed' | 'refused';
  /** Of the way, 0 to 1. */
  part: number;
  sent?: SentFile;
  why?: ErrorCode | 'offline';
  /** The same in the server's words. */
  said?: string;
}

interface Door {
  /** Where they are posted, and how one says who one is. Read for each file. */
  address(): { url: string; headers: Record<string, string> };
}

const AGAIN: readonly string[] = ['too_fast', 'unavailable', 'offline', 'unauthorized'];

export class Sending {
  readonly items = signal<readonly Item[]>([]);
  /** More were given than a message takes. */
  readonly tooMany = signal(false);
  readonly busy = computed(() => this.items.value.some(({ state }) => state === 'waiting' || state === 'sending'));
  /** What goes with the next message: none while one is still on its way. */
  readonly ready = computed(() => !this.busy.value && this.items.value.some(({ state }) => state === 'ready'));
  #key = 0;
  #running: { key: number; request: XMLHttpRequest } | null = null;

  constructor(private readonly door: Door) {}

  add(files: Iterable<File>): void {
    const given = [...files];
    const room = MOST_FILES - this.items.peek().filter(({ state }) => state !== 'refused').length;
    this.tooMany.value = given.length > room;
    const fresh = given.slice(0, Math.max(0, room)).map((file): Item => {
      const why = file.size > MAX_FILE ? 'file_too_large' : file.size === 0 ? 'file_empty' : undefined;
      const preview = /^image\/(jpeg|png|gif|webp)$/.test(file.type) ? URL.createObjectURL(file) : null;
      const { name, size } = file;
      return {
        key: ++this.#key,
        file,
        name,
        size,
        preview,
        part: 0,
        ...(why ? { state: 'refused', why } : { state: 'waiting' }),
      };
    });
    this.items.value = [...this.items.peek(), ...fresh];
    this.#next();
  }

  /** Also one that is on its way. */
  remove(key: number): void {
    if (this.#running?.key === key) this.#running.request.abort();
    this.#drop(({ key: one }) => one === key);
  }

  again(key: number): void {
    this.#change(key, { state: 'waiting', part: 0, why: undefined });
    this.#next();
  }

  /** What is ready, which is then the message's; what was refused is forgotten with it. */
  taken(): SentFile[] | undefined {
    if (!this.ready.peek()) return undefined;
    const sent = this.items.peek().flatMap((item) => (item.state === 'ready' && item.sent ? [item.sent] : []));
    this.#drop(({ state }) => state === 'ready' || state === 'refused');
    return sent;
  }

  /** What could not go out with its message is ready for the next. */
  giveBack(files: readonly SentFile[]): void {
    const items = files.map((sent): Item => {
      const { name, size } = sent;
      return { key: ++this.#key, file: null, name, size, preview: null, state: 'ready', part: 1, sent };
    });
    this.items.value = [...items, ...this.items.peek()];
  }

  /** Everything of it is over. */
  clear(): void {
    this.#running?.request.abort();
    this.#drop(() => true);
  }

  #drop(gone: (item: Item) => boolean): void {
    for (const { preview } of this.items.peek().filter(gone)) if (preview) URL.revokeObjectURL(preview);
    this.items.value = this.items.peek().filter((item) => !gone(item));
    this.tooMany.value = false;
    this.#next();
  }

  #change(key: number, change: { [K in keyof Item]?: Item[K] | undefined }): void {
    this.items.value = this.items.peek().map((item) => (item.key === key ? ({ ...item, ...change } as Item) : item));
  }

  /** One after another: a phone's line carries no more, and the server holds one at a time. */
  #next(): void {
    const item = this.items.peek().find(({ state }) => state === 'waiting');
    if (this.#running || !item?.file) return;
    const { key, file } = item;
    // Only this kind of request tells how far it is.
    const request = new XMLHttpRequest();
    this.#running = { key, request };
    this.#change(key, { state: 'sending' });
    const { url, headers } = this.door.address();
    request.open('POST', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('content-type', file.type || 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => this.#change(key, { part: total ? loaded / total : 0 });
    request.onloadend = () => {
      this.#running = null;
      this.#change(key, resultOf(request));
      this.#next();
    };
    request.send(file);
  }
}

function resultOf({ status, response }: XMLHttpRequest): Pick<Item, 'state'> & Partial<Item> {
  const { file, error } = (response ?? {}) as Partial<FileAnswer & ErrorBody>;
  if (status === 201 && file) return { state: 'ready', part: 1, sent: file, name: file.name, size: file.size };
  const why = error?.code ?? (status === 0 ? 'offline' : 'unavailable');
  const said = error ? { said: error.message } : {};
  return { state: AGAIN.includes(why) ? 'failed' : 'refused', part: 0, why, ...said };
}
