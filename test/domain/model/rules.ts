import type { Command, Effect } from '../../../src/domain/command';
import type { Handoff, Lifecycle } from '../../../src/domain/handoff';
import type { Ledger, Sheet } from './ledger';

/** What must hold whatever happened: of every record, and from one moment to the next. */

/** Cheap, because it is asked millions of times. */
export function must(what: string, is: unknown, should: unknown): void {
  if (is !== should) throw new Error(`${what}: is ${String(is)}, should be ${String(should)}`);
}

/** Which fields a handoff has, by status: none of another state's may stay behind. */
const BASE = [
  ...['n', 'reason', 'urgency', 'source', 'trigger', 'destination', 'requestedAt', 'waitingSince', 'assignees'],
  ...['firstReplyAt', 'reopened', 'rated', 'status'],
];
const FIELDS: Record<Handoff['status'], string> = {
  pending: [...BASE, 'longer', 'told'].sort().join(),
  assigned: [...BASE, 'assignee', 'assignedAt', 'transfer', 'goneSince', 'nudged'].sort().join(),
  ended: [
    ...BASE,
    ...['outcome', 'endedWhile', 'endedAt', 'note', 'rating', 'away', 'emailed', 'handbackUntil', 'followUp'],
  ]
    .sort()
    .join(),
};

/** A handoff and its sheet, as far as both tell of the same. */
function shown(h: Handoff): object {
  const { n, status: is, reason, requestedAt, waitingSince, reopened } = h;
  const base = { n, is, reason, urgent: h.urgency === 'urgent', requestedAt, waitingSince, reopened };
  const had = h.assignees.map(({ staff }) => staff.id).join();
  if (h.status === 'pending') {
    const { longer, told } = h;
    return { ...base, had, longer, told: told !== null, estimate: told?.estimate ?? null };
  }
  if (h.status === 'assigned') {
    const { transfer, goneSince, nudged } = h;
    return { ...base, had, transfer, goneSince, nudged: nudged && `${nudged.told} ${nudged.since}` };
  }
  const { outcome, endedWhile, endedAt, rating, followUp, handbackUntil, away, emailed } = h;
  return {
    ...{ ...base, had, outcome, endedWhile, endedAt, rating: rating.is, rated: h.rated !== null },
    ...{ followUp: followUp && [followUp.since, followUp.told, followUp.owner?.id ?? null, followUp.until ?? null] },
    ...{ checkIn: h.checkIn ? [h.checkIn.since, h.checkIn.at] : null },
    ...{ handbackUntil, night: away && [away.opensAt, ...away.asks.map(({ at }) => at)] },
    email: emailed && [emailed.address, emailed.sent, emailed.owedSince, ...emailed.asks.map(({ at }) => at)],
  };
}

function written(s: Sheet): object {
  const { n, is, reason, urgent, requestedAt, waitingSince, reopened } = s;
  const base = { n, is, reason, urgent, requestedAt, waitingSince, reopened };
  const had = s.had.join();
  if (is === 'pending') {
    const { takesLonger: longer, told, estimate } = s;
    return { ...base, had, longer, told, estimate };
  }
  if (is === 'assigned') {
    const { offered: transfer, goneSince, nudged } = s;
    return { ...base, had, transfer, goneSince, nudged };
  }
  const { outcome, endedWhile, endedAt, rating, owed, backUntil: handbackUntil, night, email, checkIn } = s;
  const followUp = owed && [owed.since, owed.told, owed.owner ?? null, owed.until ?? null];
  return {
    ...{ ...base, had, outcome, endedWhile, endedAt, rating, rated: s.ratedBefore },
    ...{ followUp, checkIn: checkIn && [checkIn.since, checkIn.at] },
    ...{ handbackUntil, night: night && [night.opensAt, ...night.asked] },
    email: email && [email.address, email.sent, email.since, ...email.asked],
  };
}

/** The records say what the ledger says. */
export function agree(state: Lifecycle, ledger: Ledger): void {
  must('how many handoffs there are', state.handoffs.length, ledger.sheets.length);
  state.handoffs.forEach((handoff, i) => {
    const sheet = ledger.sheets[i];
    must('what stands of it', JSON.stringify(shown(handoff)), JSON.stringify(sheet && written(sheet)));
  });
  const reminders = (state.reminders ?? []).map(({ n, at, owner, told }) => ({
    n,
    at,
    owner: owner?.id ?? null,
    told,
  }));
  must('the call-backs', JSON.stringify(reminders), JSON.stringify(ledger.reminders));
}

/** Only what was resolved is asked about later. */
function checkedIn(h: Handoff & { status: 'ended' }): void {
  if (h.checkIn && h.outcome !== 'resolved') throw new Error('a check-in without a resolution');
}

const ascending = (times: readonly number[]): boolean => times.every((at, i) => i === 0 || at >= (times[i - 1] ?? 0));

/** Of every state by itself. */
export function holds(state: Lifecycle, now: number): void {
  const open = state.handoffs.filter((h) => h.status !== 'ended');
  if (open.length > 1) throw new Error('one open handoff at most');
  state.handoffs.forEach((h, i) => {
    must('numbered from 1 without a gap', h.n, i + 1);
    const fields = Object.keys(h).filter((key) => key !== 'checkIn' || h.status !== 'ended');
    must('the fields of its state', fields.sort().join(), FIELDS[h.status]);
    if (h.waitingSince !== null && (h.waitingSince < h.requestedAt || h.waitingSince > now))
      throw new Error(`#${h.n} waits since ${h.waitingSince}`);
    const times = [h.requestedAt, ...h.assignees.map(({ at }) => at), ...(h.status === 'ended' ? [h.endedAt] : [now])];
    if (!ascending(times) || (times.at(-1) ?? 0) > now) throw new Error(`times of #${h.n}: ${times.join()}`);
    if (h.status === 'assigned') {
      must('whoever has it is the last assignee', h.assignees.at(-1)?.staff.id, h.assignee.id);
      must('since when they have it', h.assignees.at(-1)?.at, h.assignedAt);
    }
    if (h.firstReplyAt !== null && h.assignees.length === 0) throw new Error('a reply of nobody');
    if (h.status === 'ended') neverOpen(h);
    if (h.status === 'ended') checkedIn(h);
  });
}

function neverOpen(h: Handoff & { status: 'ended' }): void {
  const never = h.outcome === 'off_hours' || h.outcome === 'emailed';
  must('what never was open has no rating', h.rating.is === 'none', never);
  must('off hours there is a closed period', h.away !== null, h.outcome === 'off_hours');
  must('an email destination has an address', h.emailed !== null, h.outcome === 'emailed');
  if (never && (h.assignees.length > 0 || h.firstReplyAt !== null || h.reopened > 0))
    throw new Error('what never was open was never had');
  if ((h.emailed?.sent ?? 0) > 2) throw new Error('one more summary at most');
  if (h.handbackUntil !== null && !['resolved', 'escalated', 'follow_up'].includes(h.outcome))
    throw new Error('only a person’s end can be taken up again');
}

/** From one state to the next. */
export function follows(before: Lifecycle, after: Lifecycle, command: Command, effects: readonly Effect[]): void {
  const grown = after.handoffs.length - before.handoffs.length;
  if (grown !== 0 && grown !== 1) throw new Error('handoffs are appended one at a time');
  let isNews = grown === 1;
  for (const old of before.handoffs) {
    const now = after.handoffs[old.n - 1];
    if (!now) throw new Error('a handoff is gone');
    if (now === old) continue;
    must('its place in the queue', now.requestedAt, old.requestedAt);
    must('who asked', now.source, old.source);
    must('whom it was asked of', now.destination, old.destination);
    if (old.firstReplyAt !== null) must('the first reply stays the first', now.firstReplyAt, old.firstReplyAt);
    if (old.urgency === 'urgent') must('urgent stays urgent', now.urgency, 'urgent');
    if (JSON.stringify(now.assignees.slice(0, old.assignees.length)) !== JSON.stringify(old.assignees))
      throw new Error('assignees are only added');
    if (old.status === 'ended' && now.status !== 'ended') must('what reopens it', command.do, 'reopen');
    if (ratingOf(old) === 'given') must('what was said of it stands', ratingOf(now) ?? 'given', 'given');
    isNews ||= historyOf(old) !== historyOf(now);
  }
  if (isNews)
    must(
      'history follows',
      effects.some(({ type }) => type === 'project'),
      true,
    );
}

const ratingOf = (h: Handoff): string | null => (h.status === 'ended' ? h.rating.is : h.rated ? 'given' : null);

/** What of a handoff history shows. */
const historyOf = (h: Handoff): string =>
  JSON.stringify([
    ...[h.status, h.urgency, h.reason, h.assignees.length],
    h.status === 'ended' && [h.rating.is === 'given' && h.rating, h.followUp?.since, h.away?.asks, h.emailed?.asks],
  ]);
