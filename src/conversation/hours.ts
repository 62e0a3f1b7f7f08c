import { closingTime, closureAt, isOpen, nextOpening } from '../domain/calendar';
import type { Hours } from '../domain/handoff';
import { DEFAULT_POLICY, type Policy } from '../domain/policy';
import type { StoreSettings } from '../settings/schema';

const MINUTE = 60_000;

/** A store's settings as the lifecycle needs them at an instant; `pending`: whether anybody waits whom closing concerns. */
export function policyOf(settings: StoreSettings, now: number, pending: boolean): Policy {
  const closes = pending && settings.atClosing === 'away';
  return {
    ...DEFAULT_POLICY,
    urgentReasons: settings.urgentReasons,
    longerAfter: settings.longerAfter * MINUTE,
    giveUpAfter: settings.giveUpAfter * MINUTE,
    closesAt: closes ? (isOpen(settings, now) ? closingTime(settings, now) : now) : null,
  };
}

/** Whether a store is open now, and what it says while it is not: the closure's own words, else the store's. */
export function hoursAt(settings: StoreSettings, now: number): Hours {
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
