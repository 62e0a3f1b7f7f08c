import { type Circumstances, NOTHING_KNOWN } from '../domain/deadlines';
import { type Lifecycle, openHandoff } from '../domain/handoff';
import type { Entry } from './storage/records';

/** One public message of a person's, as far as it matters who waits for whom. */
interface Word {
  pub: number;
  at: number;
  from: 'customer' | 'staff';
}

/**
 * Who spoke last, and since when the other side waits. Read once from the messages and then kept along, because every
 * message asks for it.
 */
export class Turns {
  #words: Word[] | null = null;

  constructor(private readonly entries: () => readonly Entry[]) {}

  /** A new message was stored. */
  see(entry: Entry): void {
    this.#words?.push(...wordsOf(entry));
  }

  /** A transaction was rolled back. */
  forget(): void {
    this.#words = null;
  }

  get #all(): Word[] {
    this.#words ??= this.entries().flatMap(wordsOf);
    return this.#words;
  }

  /** What staff wrote after a public place. */
  staffAfter(pub: number): { pub: number; at: number }[] {
    return this.#all.filter((word) => word.from === 'staff' && word.pub > pub);
  }

  circumstances(state: Lifecycle, contact: boolean): Circumstances {
    const open = openHandoff(state);
    const words = this.#all;
    const wroteAt = words.findLast((word) => word.from === 'customer')?.at ?? null;
    if (open?.status !== 'assigned') return { ...NOTHING_KNOWN, wroteAt, contact };
    const last = words.findLastIndex((word) => word.from === 'staff');
    const spoken = words[last];
    // Nobody of the staff has said anything since it was asked for: that itself is waited for.
    if (!spoken || (spoken.at < open.requestedAt && open.reopened === 0)) {
      return { owedSince: open.assignedAt, silentSince: null, wroteAt, contact };
    }
    const unanswered = words[last + 1];
    if (unanswered) return { owedSince: Math.max(unanswered.at, open.assignedAt), silentSince: null, wroteAt, contact };
    return { owedSince: null, silentSince: Math.max(spoken.at, open.assignedAt), wroteAt, contact };
  }
}

function wordsOf({ pub, at, body }: Entry): Word[] {
  if (pub === null || (body.kind !== 'customer' && body.kind !== 'staff')) return [];
  return [{ pub, at, from: body.kind }];
}
