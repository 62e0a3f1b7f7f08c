import type { Entry } from './records';
import { senderOf } from './records';

/** Everything that was said, by its place and by its sender's id. Places have no gaps. */
export class Log {
  readonly entries: Entry[];
  readonly #byId = new Map<string, Entry>();

  constructor(messages: Entry[], events: readonly Entry[]) {
    this.entries = [...messages, ...events].sort((a, b) => a.seq - b.seq);
    for (const entry of this.entries) this.#byId.set(idOf(senderOf(entry.body), entry.cid), entry);
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.#byId.set(idOf(senderOf(entry.body), entry.cid), entry);
  }

  find(sender: string, cid: string): Entry | null {
    return this.#byId.get(idOf(sender, cid)) ?? null;
  }
}

const idOf = (sender: string, cid: string): string => `${sender} ${cid}`;
