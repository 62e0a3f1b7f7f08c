import { signal } from '@preact/signals';
import { getReplies, type SavedReply } from './door';

/** On opening the list again: another look is worth a request after this long. */
const STALE = 30_000;

/** The saved replies of one store that the reader finds: loaded when they are first asked for. */
class Replies {
  readonly list = signal<readonly SavedReply[] | null>(null);
  /** Why they could not be had. */
  readonly failed = signal('');
  #looked = 0;

  constructor(private readonly store: string) {}

  async load(): Promise<void> {
    this.#looked = Date.now();
    const answer = await getReplies(this.store);
    if (answer.ok) this.list.value = answer.value.replies;
    else this.#looked = 0;
    this.failed.value = answer.ok ? '' : answer.message;
  }

  /** Looks again where that was a while ago. */
  async freshen(): Promise<void> {
    if (Date.now() - this.#looked > STALE) await this.load();
  }
}

const known = new Map<string, Replies>();

export function repliesOf(store: string): Replies {
  const replies = known.get(store) ?? new Replies(store);
  known.set(store, replies);
  return replies;
}
