import { base64url } from '../accounts/ids';
import { forgetDevices, type PushTarget, targetsOf } from '../accounts/push-devices';
import { awayOf, pushedTo } from '../domain/duty';
import { wants } from '../domain/notices';
import type { Env } from '../env';
import { type Delivery, type Job, Outbox } from '../outbox/outbox';
import { SqlJobs } from '../outbox/sql-jobs';
import type { Mention, QueueRow } from '../protocol/desk';
import type { PushText } from '../protocol/push';
import type { Target } from '../protocol/staff';
import { staffWords } from '../words/words';
import { WORKER_WORDS } from '../words/worker';
import type { AlertSummary } from './alerts/summary';
import type { Duty } from './duty';
import { mentioned, type Notice, type OwedKind, offered, owed, owedLater, stillWaiting, waiting } from './push-notice';
import { noticeWords } from './push-words';
import { meantIds } from './team';

/** What pushes need of their desk. */
interface Surroundings {
  sql: SqlStorage;
  env: Env;
  duty: Duty;
  rows(): QueueRow[];
  /** @throws before anybody has said whose desk this is */
  store(): string;
  /** Where our own pages are; null before anybody has opened one. */
  origin(): string | null;
}

/** What one device did not take at once. */
interface Late {
  device: string;
  person: string;
  notice: Notice;
}

/** What was not taken at once waits so long at least. */
const FIRST_WAIT = 1_000;
const NOTICE = 'notice/';
const LATE = 'late/';
const TOLD = { nobody: 0, assignee: 1, desk: 2 } as const;

type Waits = QueueRow & { waitingSince: number };
const waits = (row: QueueRow | null): row is Waits => row?.status === 'pending' && row.waitingSince !== null;
/** Not one whom staff play. */
const isReal = (row: QueueRow): row is Waits => waits(row) && !row.test;

/**
 * Who is on duty and has no dashboard open is told by Web Push, where they have it (lifecycle, "Alerts to the team"). Nothing
 * is read or written as long as everybody on duty is there. Whom a notice goes to is looked at when it is sent: who has come
 * back meanwhile has seen it.
 */
export class Pushes {
  readonly #outbox: Outbox;

  constructor(private readonly around: Surroundings) {
    this.#outbox = new Outbox(new SqlJobs(around.sql, 'push_outbox'), (job) => this.#deliver(job));
  }

  // ── What the desk tells ─────────────────────────────────────────────────────────────────────────────────────────

  /** A row of the queue was `before` and is `row`; null where it does not stand there. Call it after the queue knows. */
  changed(before: QueueRow | null, row: QueueRow | null, now: number): void {
    this.#drop();
    if (!row) return;
    if (waits(row)) {
      const known = before?.status === 'pending' && before.waitingSince === row.waitingSince;
      if (!known || (before.urgency === 'normal' && row.urgency === 'urgent')) this.#put(waiting(row, now), now);
    }
    const { transfer, owed: debt } = row;
    if (transfer && before?.transfer?.until !== transfer.until) this.#put(offered({ ...row, transfer }), now);
    if (debt && TOLD[debt.told] > TOLD[before?.owed?.told ?? 'nobody'])
      this.#put(owed({ ...row, owed: debt }, now), now);
  }

  /** Everybody on duty is alerted again. */
  again(now: number): void {
    this.#put(stillWaiting(this.around.rows().filter(isReal), now), now);
  }

  mentioned(person: string, mention: Mention, now: number): void {
    this.#put(mentioned(person, mention), now);
  }

  /** Nobody came, or something fell due: whoever sees to it is told, else everybody. */
  owed(
    about: { conversation: string; kind: OwedKind; meant?: Target; only?: string },
    summary: AlertSummary,
    now: number,
  ): void {
    this.#put(owedLater(about, summary, now), now);
  }

  nextDue(): number | null {
    return this.#outbox.nextDue(0);
  }

  /** Never throws for a delivery that failed. */
  async due(): Promise<void> {
    await this.#outbox.run(Date.now());
  }

  #put(notice: Notice | null, now: number): void {
    if (!notice || !this.#away().some((id) => isFor(notice, id))) return;
    const { kind, conversation, to } = notice;
    const whom = kind === 'mentions' && to !== 'desk' ? `/${to.id}` : '';
    this.#outbox.put<Notice>(`${NOTICE}${conversation ?? ''}/${kind}${whom}`, now, () => notice);
  }

  /** On duty, and no dashboard of theirs is open. */
  #away(): string[] {
    return awayOf(this.around.duty.on());
  }

  /** A conversation was erased: nothing that waits says anything of it. */
  forget(conversation: string): void {
    this.#outbox.erase(({ key, payload }) => {
      const notice = key.startsWith(LATE) ? (payload as Late).notice : (payload as Notice);
      return notice.conversation === conversation;
    });
  }

  /** Takes back what nobody is owed any more. */
  #drop(): void {
    for (const { key, payload } of this.#outbox.waiting<Notice>(NOTICE)) {
      if (!this.#owed(payload)) this.#outbox.cancel(key);
    }
    for (const { key, payload } of this.#outbox.waiting<Late>(LATE)) {
      if (!this.#owed(payload.notice)) this.#outbox.cancel(key);
    }
  }

  #owed({ conversation, while: holds, until }: Notice): boolean {
    if (until <= Date.now()) return false;
    if (holds === null) return true;
    const rows = this.around.rows();
    if (conversation === null) return rows.some(isReal);
    const row = rows.find(({ id }) => id === conversation);
    if (!row) return false;
    if ('waitingSince' in holds) return waits(row) && row.waitingSince === holds.waitingSince;
    if ('offeredUntil' in holds) return row.transfer?.until === holds.offeredUntil;
    return row.owed?.since === holds.owedSince;
  }

  // ── Delivering ──────────────────────────────────────────────────────────────────────────────────────────────────

  async #deliver({ key, payload }: Job): Promise<Delivery> {
    return key.startsWith(LATE) ? this.#late(payload as Late) : this.#first(key, payload as Notice);
  }

  async #first(key: string, notice: Notice): Promise<Delivery> {
    const people = await this.#people(notice);
    const targets = await targetsOf(this.around.env.DB, this.around.store(), people);
    const now = Date.now();
    const wanted = targets.filter(({ notices }) => wants(notices, notice.kind, notice.urgent, now));
    if (wanted.length === 0 || !this.#owed(notice)) return { is: 'done' };
    const results = await Promise.all(wanted.map((target) => this.#send(target, notice)));
    const gone = wanted.filter((_, nth) => results[nth]?.is === 'gone');
    await forgetDevices(
      this.around.env.DB,
      gone.map(({ id }) => id),
    );
    // Taken over or erased meanwhile: nothing is left to be told later.
    if (!this.#owed(notice) || this.#outbox.waiting(key).length === 0) return { is: 'done' };
    results.forEach((result, nth) => {
      const target = wanted[nth];
      if (result.is !== 'retry' || !target) return;
      const late: Late = { device: target.id, person: target.person, notice };
      this.#outbox.put<Late>(
        `${LATE}${key}/${target.id}`,
        Date.now() + Math.max(result.after ?? 0, FIRST_WAIT),
        () => late,
      );
    });
    return { is: 'done' };
  }

  async #late({ device, person, notice }: Late): Promise<Delivery> {
    if (!this.#owed(notice) || !this.#away().includes(person)) return { is: 'done' };
    const { DB } = this.around.env;
    const [target] = await targetsOf(DB, this.around.store(), [person], device);
    if (!target || !this.#owed(notice)) return { is: 'done' };
    const result = await this.#send(target, notice);
    if (result.is === 'gone') await forgetDevices(DB, [device]);
    if (result.is !== 'retry') return { is: 'done' };
    return result.after === null ? { is: 'retry' } : { is: 'retry', after: Math.max(result.after, FIRST_WAIT) };
  }

  /** Of those who are away the ones it is for. What is asked of some is everybody's where none of them is on duty. */
  async #people({ to, kind, only }: Notice): Promise<string[]> {
    if (only !== undefined) return this.#away().filter((id) => id === only);
    const { DB } = this.around.env;
    const meant = to === 'desk' ? null : await meantIds(DB, this.around.store(), to);
    return pushedTo(this.around.duty.on(), meant, kind);
  }

  async #send(target: PushTarget, notice: Notice) {
    const { env, origin, rows } = this.around;
    // Only a desk that pushes needs it.
    const [{ sendPush }, own] = await Promise.all([import('../channels/push/send'), staffWords(target.language)]);
    const { conversation, kind, urgent, until, text } = notice;
    const { title, about } = noticeWords(notice, own);
    const home = `/dashboard/${this.around.store()}`;
    const chat = conversation === null ? '' : `/${encodeURIComponent(conversation)}`;
    const words: PushText = {
      title,
      body: [[about, target.store].filter(Boolean).join(' · '), text].filter(Boolean).join('\n'),
      tag: conversation ?? 'waiting',
      open: `${home}/${kind === 'follow_ups' ? 'follow-ups' : 'inbox'}${chat}`,
      claim: kind === 'waiting' && conversation !== null,
      takeOver: WORKER_WORDS[target.language].takeOver,
      waiting: rows().filter(isReal).length,
      urgent,
    };
    const ttl = Math.max(1, Math.round((until - Date.now()) / 1_000));
    const urgency = urgent || kind === 'waiting' || kind === 'transfers' ? 'high' : 'normal';
    const topic = await topicOf(words.tag);
    return sendPush(
      env,
      target,
      { text: JSON.stringify(words), ttl, urgency, topic },
      origin() ?? 'https://baton.invalid',
    );
  }
}

/** A team's people are known when it is sent; a person is looked at here already. */
const isFor = ({ to, kind, only }: Notice, person: string): boolean =>
  only !== undefined ? only === person : to === 'desk' || to.kind === 'team' || kind === 'waiting' || to.id === person;

/** Says nothing to the push service: 32 characters of base64url at most (RFC 8030 section 5.4). */
async function topicOf(tag: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`push/${tag}`));
  return base64url(digest.slice(0, 24));
}
