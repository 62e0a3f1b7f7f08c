import { afterOpenTime, closingTime, closureAt, isOpen, nextOpening } from '../domain/calendar';
import type { Hours } from '../domain/handoff';
import { DAY, DEFAULT_POLICY, HOUR, type Policy } from '../domain/policy';
import type { StoreSettings } from '../settings/schema';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** A store's settings as the lifecycle needs them at an instant; `pending`: whether anybody waits whom closing concerns. */
export function policyOf(settings: StoreSettings, now: number, pending: boolean): Policy {
  const closes = pending && settings.atClosing === 'away';
  return {
    ...DEFAULT_POLICY,
    urgentReasons: settings.urgentReasons,
    longerAfter: settings.longerAfter * MINUTE,
    giveUpAfter: settings.giveUpAfter * MINUTE,
    whenUnsure: settings.whenUnsure,
    unsureAnswers: settings.unsureAnswers,
    quietAfterHandback: settings.quietAfterHandback,
    transferAfter: settings.transferAfter * MINUTE,
    goneAfter: settings.goneAfter * MINUTE,
    unansweredAssignee: settings.unansweredAssignee * MINUTE,
    unansweredDesk: settings.unansweredDesk * MINUTE,
    abandonAfter: settings.abandonAfter === null ? null : settings.abandonAfter * MINUTE,
    handbackFor: settings.handbackDays * DAY,
    summaryWaits: settings.summaryWaits * MINUTE,
    askedAgainWithin: settings.askedAgainWithin * MINUTE,
    dueAt: (since) => dueAt(settings, since),
    closesAt: closes ? (isOpen(settings, now) ? closingTime(settings, now) : now) : null,
  };
}

/** By settings document, because every message asks for it again, and calendars are slow to read. */
const due = new WeakMap<StoreSettings, Map<number, number | null>>();

/** When what is owed since an instant falls due: so many open hours later. */
function dueAt(settings: StoreSettings, since: number): number | null {
  const known = due.get(settings) ?? new Map<number, number | null>();
  due.set(settings, known);
  let at = known.get(since);
  if (at === undefined) {
    at = afterOpenTime(settings, since, settings.followUpAfter * HOUR);
    known.set(since, at);
  }
  return at;
}

/** Whether a store is open now, and what it says while it is not: the closure's own words, else the store's. */
export function hoursAt(settings: StoreSettings, now: number): Hours {
  if (settings.handoff === 'off') {
    const { handoffOffMessage: own, firstLanguage: first } = settings;
    return { open: false, opensAt: null, words: Object.keys(own).length > 0 ? own : null, first };
  }
  if (isOpen(settings, now)) return { open: true };
  const closure = closureAt(settings, now);
  const words = closure?.message ?? settings.awayMessage;
  return {
    open: false,
    opensAt: nextOpening(settings, now),
    words: Object.keys(words).length > 0 ? words : null,
    first: settings.firstLanguage,
  };
}
