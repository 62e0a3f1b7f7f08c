import { conversationStub } from '../conversation/door';
import type { Env } from '../env';
import { eraseFiles } from '../files/kept';
import { eraseFromHistory, quietSince, toErase } from '../history/erase';
import { type Delivery, type Job, Outbox } from '../outbox/outbox';
import { SqlJobs } from '../outbox/sql-jobs';
import { readSettings, type Versioned } from '../settings/store';

/** What erasing needs of its desk. */
interface Surroundings {
  sql: SqlStorage;
  env: Env;
  /** Which conversations stand in the queue. */
  open(): string[];
  /** Whatever the desk itself holds of a conversation goes. */
  forget(conversation: string): void;
}

/** What the store's sweep did last. */
export interface Swept {
  /** Epoch ms. */
  at: number;
  erased: number;
}

const ERASE = 'erase';
const SWEEP = 'sweep';
interface SweepJob {
  store: string;
  last: Swept | null;
}

/** In one step: a step takes a second or two, and has twenty. */
const AT_ONCE = 20;
/** Each is some twenty billed rows: what is old goes slowly, some 1,400 conversations a day. */
const SWEEP_AGAIN = 20 * 60_000;
const DAY = 86_400_000;

/**
 * Conversations that are to go, because somebody wants it or because of their age. Which ones stands in D1 until all of one
 * is gone, so whatever breaks off, wherever it does, is done again: every step changes nothing the second time.
 */
export class Erasing {
  readonly #outbox: Outbox;

  constructor(private readonly around: Surroundings) {
    this.#outbox = new Outbox(new SqlJobs(around.sql, 'erase_outbox'), (job) => this.#deliver(job));
  }

  /** There is something to erase. */
  begin(store: string, now: number): void {
    this.#outbox.put<{ store: string }>(ERASE, now, () => ({ store }));
  }

  /** The store's settings say how long conversations are kept. */
  planned(store: string, { settings }: Pick<Versioned, 'settings'>, now: number): void {
    if (settings.keepConversations) {
      this.#outbox.put<SweepJob>(SWEEP, now, (waiting) => ({ store, last: waiting?.last ?? null }));
    } else this.#outbox.erase(({ key }) => key === SWEEP);
  }

  get swept(): Swept | null {
    return this.#outbox.waiting<SweepJob>(SWEEP)[0]?.payload.last ?? null;
  }

  nextDue(): number | null {
    return this.#outbox.nextDue(0);
  }

  /** Never throws for what failed: that stays due. */
  async due(): Promise<void> {
    while ((await this.#outbox.run(Date.now())) > 0);
  }

  /** Waits until what was asked for is gone, or failed. */
  async done(): Promise<void> {
    await this.due();
    await this.#outbox.landed(ERASE);
  }

  #deliver({ key, payload }: Job): Promise<Delivery> {
    return key === ERASE ? this.#erase((payload as { store: string }).store) : this.#sweep(payload as SweepJob);
  }

  async #erase(store: string): Promise<Delivery> {
    const ids = await toErase(this.around.env.DB, store, AT_ONCE);
    const gone = await this.#each(ids, async (id) => {
      await conversationStub(this.around.env, store, id).erase();
      await this.#gone(store, id);
      return true;
    });
    if (gone.failed > 0) return { is: 'retry' };
    return ids.length === AT_ONCE ? { is: 'retry', after: 0 } : { is: 'done' };
  }

  async #sweep({ store, last }: SweepJob): Promise<Delivery> {
    const { env, open } = this.around;
    const { keepConversations } = (await readSettings(env.DB, store)).settings;
    if (!keepConversations) return { is: 'done' };
    const now = Date.now();
    const before = monthsBefore(now, keepConversations);
    const ids = await quietSince(env.DB, store, before, { besides: open(), most: AT_ONCE });
    const { erased, failed } = await this.#each(ids, async (id) => {
      // It may have been taken up again a moment ago: it knows.
      if (!(await conversationStub(env, store, id).erase(before))) return false;
      await this.#gone(store, id);
      return true;
    });
    if (failed > 0) return { is: 'retry' };
    const goesOn = ids.length === AT_ONCE;
    // A look that goes on over several steps counts as one.
    const counted = last && now - last.at < 2 * SWEEP_AGAIN ? last.erased : 0;
    this.#outbox.rewrite(SWEEP, { store, last: { at: now, erased: counted + erased } } satisfies SweepJob);
    return { is: 'retry', after: goesOn ? SWEEP_AGAIN : DAY };
  }

  /** One that cannot be erased now keeps no other one back. */
  async #each(ids: readonly string[], erase: (id: string) => Promise<boolean>) {
    const done = await Promise.allSettled(ids.map(erase));
    return {
      erased: done.filter((one) => one.status === 'fulfilled' && one.value).length,
      failed: done.filter(({ status }) => status === 'rejected').length,
    };
  }

  /** Its own storage is empty, and nothing of it is on its way any more. */
  async #gone(store: string, id: string): Promise<void> {
    this.around.forget(id);
    await eraseFiles(this.around.env, { store, conversation: id });
    await eraseFromHistory(this.around.env.DB, store, id, Date.now());
  }
}

/** The same day and time of an earlier month, in UTC; where that month is shorter, its last day. */
export function monthsBefore(now: number, months: number): number {
  const at = new Date(now);
  const day = at.getUTCDate();
  at.setUTCDate(1);
  at.setUTCMonth(at.getUTCMonth() - months);
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  at.setUTCDate(Math.min(day, last));
  return at.getTime();
}
