import type { Entry } from './records';
import { senderOf } from './records';

/** Everything that was said, by its place and by its sender's id. Places have no gaps. */
export class Log {
  readonly entries: Entry[];
  /** By sender, then by the sender's id: every message asks, and a key put together of both would be made for each. */
  readonly #bySender = new Map<string, Map<string, Entry>>();

  constructor(messages: Entry[], events: readonly Entry[]) {
    this.entries = [...messages, ...events].sort((a, b) => a.seq - b.seq);
    for (const entry of this.entries) this.#know(entry);
  }

  add(entry: Entry): void {
    this.entries.push(entry);
    this.#know(entry);
  }

  find(sender: string, cid: string): Entry | null {
    return this.#bySender.get(sender)?.get(cid) ?? null;
  }

  #know(entry: Entry): void {
    const sender = senderOf(entry.body);
    const known = this.#bySender.get(sender);
    if (known) known.set(entry.cid, entry);
    else this.#bySender.set(sender, new Map([[entry.cid, entry]]));
  }
}
