import type { Env } from '../env';
import { bodyOf } from '../hooks/body';
import { callable, hooksFor, noteFailed, noteTaken } from '../hooks/hooks';
import { FAILING_TOO_LONG, verdictOn } from '../hooks/tries';
import { postSigned } from '../outbound/signed';
import { type Delivery, type Job, Outbox } from '../outbox/outbox';
import { SqlJobs } from '../outbox/sql-jobs';
import type { HookEvent, HookEventType, HookFailure } from '../protocol/hooks';

/** What delivering needs of its desk. */
interface Surroundings {
  sql: SqlStorage;
  kv: SyncKvStorage;
  env: Env;
  /** @throws before anybody has said whose desk this is */
  store(): string;
  /** Where our own pages are; null before anybody has opened one. */
  origin(): string | null;
}

/** One event for one hook. Its words stay the same in every try. */
interface Call {
  hook: string;
  id: string;
  type: HookEventType;
  conversation: string;
  body: string;
}

/** What a hook did not take, for the merchant to see. */
export interface ParkedCall extends Pick<Call, 'hook' | 'type' | 'conversation'>, Pick<HookFailure, 'at' | 'status'> {
  key: string;
  /** `off`: it was switched off by then. */
  why: HookFailure['why'] | 'off';
}

const PATIENCE = 10_000;
/** Calls under way at the same time: a store that is busy leaves room for its other requests. */
const AT_ONCE = 4;
/** Waiting for one hook: one that lets so much pile up is switched off. */
const MOST_WAITING = 1_000;
/** Shown to the merchant, the newest. */
const MOST_PARKED = 100;
const SHOWN = 30 * 86_400_000;
/** Of so many events it is known that they were taken over from their conversation. */
const MOST_KNOWN = 200;

const EVENT = 'event/';
const CALL = 'call/';
const KNOWN = 'hook-events';
const OFF = 'off';
/** Before the number, in what is kept of a status. */
const STATUS = 'status ';

/**
 * Sends a store's events on to its hooks. An event waits here from the moment that its conversation let go of it; each hook
 * is looked up when it is called, so a new address or secret, and switching off, count at once.
 */
export class HookCalls {
  readonly #outbox: Outbox;

  constructor(private readonly around: Surroundings) {
    this.#outbox = new Outbox(new SqlJobs(around.sql, 'hook_outbox'), (job) => this.#deliver(job), AT_ONCE);
  }

  /** Told again, it is the same one. */
  take(event: HookEvent, now: number): void {
    const { kv, origin, store } = this.around;
    const known = kv.get<string[]>(KNOWN) ?? [];
    if (known.includes(event.id)) return;
    kv.put(KNOWN, [event.id, ...known].slice(0, MOST_KNOWN));
    const home = origin();
    const { conversation } = event.data;
    const url = home && `${home}/dashboard/${store()}/inbox/${encodeURIComponent(conversation.id)}`;
    const whole = { ...event, data: { ...event.data, conversation: { ...conversation, url } } };
    this.#outbox.put<HookEvent>(EVENT + event.id, now, () => whole);
  }

  /** Newest first. */
  parked(): ParkedCall[] {
    return this.#outbox.parked<Call>(CALL).map(({ key, why, at, payload: { hook, type, conversation } }) => {
      if (!why.startsWith(STATUS)) return { key, hook, type, conversation, at, why: why as ParkedCall['why'] };
      return { key, hook, type, conversation, at, why: 'status', status: Number(why.slice(STATUS.length)) };
    });
  }

  /** @returns whether there was such a call */
  retry(key: string, now: number): boolean {
    return this.#outbox.retry(key, now);
  }

  /** It was removed: nothing of it is kept. */
  drop(hook: string): void {
    for (const { key, payload } of this.#outbox.waiting<Call>(CALL))
      if (payload.hook === hook) this.#outbox.cancel(key);
    for (const { key, payload } of this.#outbox.parked<Call>(CALL))
      if (payload.hook === hook) this.#outbox.discard(key);
  }

  /** A conversation was erased: nothing that waits, or was not taken, says anything of it. */
  forget(conversation: string): void {
    this.#outbox.erase(({ key, payload }) => {
      const about = key.startsWith(EVENT)
        ? (payload as HookEvent).data.conversation.id
        : (payload as Call).conversation;
      return about === conversation;
    });
  }

  nextDue(): number | null {
    return this.#outbox.nextDue(0);
  }

  /** Never throws for a delivery that failed. */
  async due(): Promise<void> {
    while ((await this.#outbox.run(Date.now())) > 0);
  }

  #deliver(job: Job): Promise<Delivery> {
    return job.key.startsWith(EVENT) ? this.#share(job.payload as HookEvent) : this.#call(job);
  }

  /** Makes an event into calls, one for each hook that wants it now. */
  async #share(event: HookEvent): Promise<Delivery> {
    const hooks = await hooksFor(this.around.env, this.around.store(), event.type);
    const body = bodyOf(event);
    const now = Date.now();
    for (const hook of hooks) {
      const call: Call = { hook, id: event.id, type: event.type, conversation: event.data.conversation.id, body };
      this.#outbox.put<Call>(`${CALL}${event.id}/${hook}`, now, (waiting) => waiting ?? call);
    }
    return { is: 'done' };
  }

  async #call({ payload, attempts }: Job): Promise<Delivery> {
    const { hook: id, id: event, body } = payload as Call;
    const { env } = this.around;
    const store = this.around.store();
    const hook = await callable(env, store, id, Date.now());
    if (!hook) return { is: 'done' };
    if (hook.off) return this.#park(OFF);
    const posted = await postSigned(env, hook, event, body, PATIENCE);
    const now = Date.now();
    const verdict = verdictOn(posted, attempts, now, Math.random());
    if (verdict.is === 'taken') {
      if (hook.failingSince !== null) await noteTaken(env, store, id).catch(() => {});
      return { is: 'done' };
    }
    const failure = { at: now, ...verdict.failure };
    const gone = verdict.is === 'given_up' && verdict.gone;
    const off = gone ? 'gone' : this.#hasHadEnough(id, hook.failingSince, now) ? 'failing' : null;
    await noteFailed(env, store, id, failure, off).catch(() => {});
    if (off || verdict.is === 'given_up') return this.#park(why(failure));
    return { is: 'retry', after: verdict.after };
  }

  #hasHadEnough(hook: string, failingSince: number | null, now: number): boolean {
    if (failingSince !== null && now - failingSince >= FAILING_TOO_LONG) return true;
    return this.#outbox.waiting<Call>(CALL).filter(({ payload }) => payload.hook === hook).length > MOST_WAITING;
  }

  #park(reason: string): Delivery {
    const now = Date.now();
    this.#outbox.forget(now - SHOWN);
    for (const { key } of this.#outbox.parked(CALL).slice(MOST_PARKED - 1)) this.#outbox.discard(key);
    return { is: 'park', why: reason };
  }
}

const why = ({ why: what, status }: Pick<HookFailure, 'why' | 'status'>): string =>
  what === 'status' ? `${STATUS}${status}` : what;
