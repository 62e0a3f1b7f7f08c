import { signal } from '@preact/signals';
import { folded } from '../parts/format';
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

/**
 * What fits what was typed: short names that begin so first, then those that hold it, then texts with all of its words.
 * Of equally good ones, what is sent most comes first.
 */
export function matching(replies: readonly SavedReply[], typed: string): SavedReply[] {
  const sought = folded(typed).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  const rank = ({ name, texts }: SavedReply): number | null => {
    const called = folded(name);
    if (called.startsWith(sought)) return 0;
    if (called.includes(sought)) return 1;
    // Words begin with what was typed: two letters stand in the middle of nearly every text.
    const all = ` ${folded([name, ...Object.values(texts)].join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return words.every((word) => all.includes(` ${word}`)) ? 2 : null;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((one): one is { reply: SavedReply; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.reply.uses - a.reply.uses || a.reply.name.localeCompare(b.reply.name))
    .map(({ reply }) => reply);
}
