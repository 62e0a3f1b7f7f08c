/**
 * What must happen outside, written in the same transaction as the state that asks for it, and tried until it is done.
 * Its receivers are idempotent: a delivery whose answer was lost is made again.
 */

export type Delivery = { is: 'done' } | { is: 'retry'; after?: number } | { is: 'park'; why: string };

export interface Job {
  key: string;
  payload: unknown;
  attempts: number;
}

export interface Waiting<T> {
  key: string;
  payload: T;
}

export interface Parked<T> extends Waiting<T> {
  why: string;
  /** When it was given up. */
  at: number;
}

/** A job as it is kept. */
export interface OutboxRow {
  key: string;
  payload: unknown;
  /** Another one each time that the job is put. */
  version: number;
  attempts: number;
  /** When it is to be tried, or was given up. */
  due: number;
  /** Why it was given up. */
  parked: string | null;
}

/** Where jobs are kept: few at a time, in memory and in their object's storage. */
export interface Jobs {
  all(): readonly OutboxRow[];
  put(job: Omit<OutboxRow, 'version'>): void;
  /** The same job, of which something else is known now. */
  change(job: OutboxRow): void;
  /** What was delivered. Its receivers are idempotent: it may come up once more. */
  settled(job: OutboxRow): void;
  remove(key: string): void;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 10 * 60_000;
const TIMEOUT = 20_000;
/** By then an attempt has come to its end, or its object has. */
const LANDED = TIMEOUT + 5_000;

export class Outbox {
  /**
   * Keys in flight in this memory, so that a wake in the middle does not send them twice, and when they have landed at
   * the latest: until then they are nobody's to try, and the alarm need not ask.
   */
  readonly #flying = new Map<string, number>();
  readonly #landings = new Map<string, Promise<void>>();

  /** @param atOnce deliveries that may be under way at the same time */
  constructor(
    private readonly jobs: Jobs,
    private readonly deliver: (job: Job) => Promise<Delivery>,
    private readonly atOnce = Number.POSITIVE_INFINITY,
  ) {}

  #find(key: string): OutboxRow | undefined {
    return this.jobs.all().find((job) => job.key === key);
  }

  /**
   * Adds a job, or renews the one of this key that is still waiting (`merge` sees its payload). Call it within the
   * transaction of the state that asks for it.
   */
  put<T>(key: string, now: number, merge: (waiting: T | null) => T): void {
    const waiting = this.#find(key);
    const payload = merge(waiting ? (waiting.payload as T) : null);
    this.jobs.put({ key, payload, attempts: 0, due: now, parked: null });
  }

  /**
   * Puts other words into a job that waits, or is in flight, and leaves its attempts and its due-time alone: for a
   * receiver that settles at the first attempt what every later one has to say again.
   */
  rewrite(key: string, payload: unknown): void {
    const waiting = this.#find(key);
    if (waiting) this.jobs.change({ ...waiting, payload });
  }

  /**
   * Takes a job back that nobody has begun to deliver.
   * @returns whether it is gone: what is in flight can arrive, and is left to its delivery
   */
  cancel(key: string): boolean {
    if (this.#flying.has(key)) return false;
    if (this.#find(key)?.parked === null) this.jobs.remove(key);
    return true;
  }

  /** Whatever still waits or is in flight under keys that begin so. `T` is what was put there. */
  waiting<T>(prefix: string): Waiting<T>[] {
    return this.jobs
      .all()
      .filter(({ key, parked }) => parked === null && key.startsWith(prefix))
      .map(({ key, payload }) => ({ key, payload: payload as T }))
      .sort(byKey);
  }

  /** What was given up, newest first. */
  parked<T>(prefix: string): Parked<T>[] {
    return this.jobs
      .all()
      .filter(({ key }) => key.startsWith(prefix))
      .flatMap(({ key, payload, parked: why, due: at }) =>
        why === null ? [] : [{ key, payload: payload as T, why, at }],
      )
      .sort((a, b) => b.at - a.at || byKey(a, b));
  }

  /** Tries again what was given up. @returns whether there was such a job */
  retry(key: string, now: number): boolean {
    const given = this.#find(key);
    if (!given || given.parked === null) return false;
    this.jobs.change({ ...given, parked: null, attempts: 0, due: now });
    return true;
  }

  /** Lets go of whatever this holds of, also what is on its way: that may arrive, and is not tried again. */
  erase(holds: (job: Waiting<unknown>) => boolean): void {
    for (const job of [...this.jobs.all()]) if (holds(job)) this.jobs.remove(job.key);
  }

  /** Lets go of one that was given up. */
  discard(key: string): void {
    if (this.#find(key)?.parked) this.jobs.remove(key);
  }

  /** Lets go of what was given up before a time. */
  forget(before: number): void {
    for (const { key, parked, due } of [...this.jobs.all()]) if (parked !== null && due < before) this.jobs.remove(key);
  }

  /**
   * When the next attempt is due; null where nothing waits.
   * @param grace ms by which a first attempt may be late, because the caller makes it itself right away
   */
  nextDue(grace: number): number | null {
    let soonest: number | null = null;
    // Where no more may fly, the next one goes when one of these has landed.
    const free = this.#flying.size < this.atOnce ? 0 : Math.min(...this.#flying.values());
    for (const { key, attempts, due, parked } of this.jobs.all()) {
      if (parked !== null) continue;
      const at = Math.max(due + (attempts === 0 ? grace : 0), this.#flying.get(key) ?? free);
      if (soonest === null || at < soonest) soonest = at;
    }
    return soonest;
  }

  /**
   * Delivers what is due, in order of its due-time, as much as may be under way at the same time. Never throws for a
   * delivery that failed.
   * @returns how many deliveries it made: none where all that is due, or may be, is on its way already
   */
  async run(now: number): Promise<number> {
    const rows = this.jobs
      .all()
      .filter(({ key, parked, due }) => parked === null && due <= now && !this.#flying.has(key))
      .sort((a, b) => a.due - b.due)
      .slice(0, Math.max(0, this.atOnce - this.#flying.size));
    for (const row of rows) this.#flying.set(row.key, now + LANDED);
    const landings = rows.map((row) => {
      const landing = this.#attempt(row, now).finally(() => this.#landings.delete(row.key));
      this.#landings.set(row.key, landing);
      return landing;
    });
    await Promise.all(landings);
    return rows.length;
  }

  /** Waits for all that is on its way. What failed is not waited for. */
  async allLanded(): Promise<void> {
    await Promise.all(this.#landings.values());
  }

  /** Waits for what is on its way under this key, and for what renewed it meanwhile. What failed is not waited for. */
  async landed(key: string): Promise<void> {
    await this.#landings.get(key);
  }

  async #attempt(row: OutboxRow, now: number): Promise<void> {
    let result: Delivery;
    const begun = Date.now();
    try {
      const job = { key: row.key, payload: row.payload, attempts: row.attempts };
      result = await inTime(this.deliver(job), TIMEOUT);
    } catch {
      result = { is: 'retry' };
    } finally {
      this.#flying.delete(row.key);
    }
    // Waits count from the end of an attempt: one that hung has taken its time already.
    const landed = now + Date.now() - begun;
    // Only this version is settled: where it was renewed meanwhile, the newer payload is due on its own account.
    const kept = this.#find(row.key);
    if (kept?.version === row.version) this.#settle(kept, result, landed);
    else await this.#renewed(row.key, landed);
  }

  /** @param job as it is kept now: its words may have been rewritten on the way */
  #settle(job: OutboxRow, result: Delivery, now: number): void {
    if (result.is === 'done') return this.jobs.settled(job);
    if (result.is === 'park') return this.jobs.change({ ...job, parked: result.why, due: now });
    const attempts = job.attempts + 1;
    this.jobs.change({ ...job, attempts, due: now + (result.after ?? delay(attempts)) });
  }

  /** Whoever renewed it found it on its way, and left it to us. */
  async #renewed(key: string, now: number): Promise<void> {
    const row = this.#find(key);
    if (!row || row.parked !== null || row.due > Math.max(now, Date.now()) || this.#flying.has(key)) return;
    this.#flying.set(key, now + LANDED);
    await this.#attempt(row, now);
  }
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Growing and jittered: 1 s, 2 s, 4 s … at most ten minutes, each between half and the whole of it. */
const delay = (attempts: number): number =>
  Math.round(Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2));

/**
 * Leaves no timer behind, which would keep an object awake.
 * @throws what `work` throws, or when it takes longer than `ms`
 */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  try {
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('timed out')), ms);
    });
    return await Promise.race([work, late]);
  } finally {
    if (timer !== null) clearTimeout(timer);
  }
}
