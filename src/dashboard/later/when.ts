/** Times that people choose for later, in the reader's own clock. */

import { followUps } from '../words/en/follow-ups';

const HOUR = 3_600_000;
/** When a working day begins, for whoever says no hour. */
const MORNING = 9;

function morning(now: number, days: number): number {
  const at = new Date(now);
  at.setDate(at.getDate() + days);
  at.setHours(MORNING, 0, 0, 0);
  return at.getTime();
}

const MONDAY = 1;

/** What something can be put off to. */
export function snoozes(now: number): { label: string; at: number }[] {
  const toMonday = (MONDAY - new Date(now).getDay() + 7) % 7 || 7;
  return [
    { label: followUps.laterHour, at: now + HOUR },
    { label: followUps.laterTomorrow, at: morning(now, 1) },
    { label: followUps.laterThreeDays, at: morning(now, 3) },
    { label: followUps.laterMonday, at: morning(now, toMonday) },
  ];
}

/** For a field of local date and time: `2026-11-22T09:00`. */
export function fieldOf(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** Null for what is no time, or none that is still to come. */
export function timeOf(field: string, now: number): number | null {
  const at = new Date(field).getTime();
  return Number.isFinite(at) && at > now ? at : null;
}

export const tomorrow = (now: number): number => morning(now, 1);
