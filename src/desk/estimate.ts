import { estimate, MOST, type PickUp, WITHIN } from '../domain/estimate';

/** What the latest handoff of a conversation says; a null takes back what it said before (it was cancelled after all). */
export interface PickUpOf {
  n: number;
  pickUp: PickUp | null;
}

interface Kept extends PickUp {
  conversation: string;
  n: number;
}

const PICK_UPS = 'pick-ups';

/** The store's last pick-ups, one row, kept where every request passes, so that an estimate needs no query elsewhere. */
export class Estimates {
  #kept: Kept[];

  constructor(private readonly kv: SyncKvStorage) {
    this.#kept = kv.get<Kept[]>(PICK_UPS) ?? [];
  }

  learn(conversation: string, { n, pickUp }: PickUpOf): void {
    const others = this.#kept.filter((one) => one.conversation !== conversation || one.n !== n);
    const isKnown = others.length < this.#kept.length;
    if (isKnown === (pickUp !== null)) return;
    this.#kept = pickUp ? newest([...others, { conversation, n, ...pickUp }]) : others;
    this.kv.put(PICK_UPS, this.#kept);
  }

  /** The times stay, and nobody knows whose they were. */
  forget(conversation: string): void {
    if (!this.#kept.some((one) => one.conversation === conversation)) return;
    this.#kept = this.#kept.map((one) => (one.conversation === conversation ? { ...one, conversation: '' } : one));
    this.kv.put(PICK_UPS, this.#kept);
  }

  /** Minutes; null where there are too few to say. */
  now(now: number): number | null {
    return estimate(this.#kept, now);
  }
}

/** Some more than count are kept, because a cancelled one is taken back. */
function newest(kept: Kept[]): Kept[] {
  const byTime = kept.sort((a, b) => b.assignedAt - a.assignedAt);
  const last = byTime[0]?.assignedAt ?? 0;
  return byTime.slice(0, 2 * MOST).filter(({ assignedAt }) => assignedAt >= last - WITHIN);
}
