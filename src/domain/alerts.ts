import type { Urgency } from './reasons';

/**
 * Which emails to the team go out, and what holds them back (lifecycle, "Alerts to the team"). A store has one gate; every
 * handoff passes it. Times are epoch ms.
 */

const MINUTE = 60_000;
/** After an email, further normal handoffs send none for this long. */
export const WINDOW = 5 * MINUTE;
/** So many urgent emails within `BURST` go out one by one unless a store says otherwise; the rest are gathered, one email each `GATHER`. */
export const URGENT_MOST = 10;
const BURST = 60 * MINUTE;
const GATHER = 5 * MINUTE;
/** At most one reminder in this time. */
const REMIND = 5 * MINUTE;

export interface Gate {
  /**
   * The normal email that keeps others back; `queued`: whether it is for anybody, `sent`: whether somebody certainly has
   * it, so that it stands.
   */
  window: { email: string; until: number; queued: boolean; sent: boolean } | null;
  /** Emails whose window was taken back, while an answer that is a minute old may still speak of them. */
  released: { email: string; until: number }[];
  /** Urgent emails of the last hour. */
  urgent: { email: string; at: number }[];
  /** When what is being gathered goes out. */
  gathering: number | null;
  /** When the last reminder went out; 0 before the first. */
  reminded: number;
}

export const OPEN_GATE: Gate = { window: null, released: [], urgent: [], gathering: null, reminded: 0 };

/** `send`: an email of its own, at once. `gather`: with the others at `next.gathering`. `suppress`: none. */
export type Verdict = 'send' | 'suppress' | 'gather';

/** @param email the id that an email would get */
export function admit(
  gate: Gate,
  { urgency, email, now, most = URGENT_MOST }: { urgency: Urgency; email: string; now: number; most?: number },
): { verdict: Verdict; next: Gate } {
  if (urgency === 'normal') {
    if (gate.window && gate.window.until > now) return { verdict: 'suppress', next: gate };
    return { verdict: 'send', next: { ...gate, window: { email, until: now + WINDOW, queued: false, sent: false } } };
  }
  const urgent = gate.urgent.filter(({ at }) => at > now - BURST);
  if (urgent.length < most) {
    return { verdict: 'send', next: { ...gate, urgent: [...urgent, { email, at: now }] } };
  }
  return { verdict: 'gather', next: { ...gate, urgent, gathering: gathering(gate, now) } };
}

/** What is gathered already goes out at its time; after that, gathering begins anew. */
const gathering = (gate: Gate, now: number): number =>
  gate.gathering !== null && gate.gathering > now ? gate.gathering : now + GATHER;

/** An email is on its way to somebody: its window counts from here. */
export const queued = (gate: Gate, email: string, now: number): Gate =>
  gate.window?.email === email ? { ...gate, window: { ...gate.window, until: now + WINDOW, queued: true } } : gate;

/** Somebody has it: nothing takes its window back any more. */
export const sent = (gate: Gate, email: string): Gate =>
  gate.window?.email === email && !gate.window.sent ? { ...gate, window: { ...gate.window, sent: true } } : gate;

/**
 * All messages of an email were cancelled or parked: its window goes with it, unless somebody has one.
 * @returns the same gate where it had none
 */
export function release(gate: Gate, email: string, now: number): Gate {
  if (gate.window?.email !== email || gate.window.sent) return gate;
  const released = gate.released.filter(({ until }) => until > now);
  return { ...gate, window: null, released: [...released, { email, until: gate.window.until }] };
}

/** Nobody was to get this email: as if it had never been decided. */
export function withdraw(gate: Gate, email: string, now: number): Gate {
  const urgent = gate.urgent.filter((one) => one.email !== email);
  const next = release(gate, email, now);
  return urgent.length === gate.urgent.length ? next : { ...next, urgent };
}

/**
 * What the key outside says of a window that this gate does not know, because its own memory was lost.
 * @param own the email that asks
 * @returns the gate that holds it back, or null where nothing does
 */
export function foreignWindow(
  gate: Gate,
  seen: { email: string; until: number },
  own: string,
  now: number,
): Gate | null {
  const ours = seen.email === own || gate.released.some(({ email }) => email === seen.email);
  if (ours || seen.until <= now || seen.until > now + WINDOW) return null;
  return { ...gate, window: { ...seen, queued: true, sent: true } };
}

/**
 * When the next reminder is due: somebody has waited for `after` ms, no reminder has gone out since then, and the last one
 * is five minutes old. Null while nobody waits who has not been reminded of.
 * @param waiting since when each of the waiting waits
 */
export function reminderDue(gate: Gate, waiting: readonly number[], after: number): number | null {
  const unheard = waiting.map((since) => since + after).filter((at) => at > gate.reminded);
  return unheard.length === 0 ? null : Math.max(Math.min(...unheard), gate.reminded === 0 ? 0 : gate.reminded + REMIND);
}

/** What is asked of some is emailed to those of them who are opted in; where none is, to everybody who is. */
export function emailedTo<T extends { id: string }>(optedIn: readonly T[], meant: readonly string[]): readonly T[] {
  const those = optedIn.filter(({ id }) => meant.includes(id));
  return those.length > 0 ? those : optedIn;
}

/** Urgent outside hours is emailed where the store wants it; that nobody came, and what falls due, always is. */
export const isEmailed = (
  why: 'off_hours' | 'unanswered' | 'follow_up',
  { emailUrgentOffHours }: { emailUrgentOffHours: boolean },
): boolean => why !== 'off_hours' || emailUrgentOffHours;
