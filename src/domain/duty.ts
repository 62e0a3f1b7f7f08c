import type { NoticeKind } from './notices';

/** Who of those on duty is there, and whom a request reaches of them. Ids are people's; times epoch ms. */

/** Somebody on duty; `leftAt`: since when none of their dashboards is connected, null while one is. */
export interface Attendance {
  id: string;
  leftAt: number | null;
}

/** A page that is reloaded is gone for a moment. */
export const BLINK = 5_000;

/** Whether anybody on duty is there, or was a blink ago. */
export const somebodyHere = (onDuty: readonly Attendance[], now: number): boolean =>
  onDuty.some(({ leftAt }) => leftAt === null || now - leftAt < BLINK);

/** Duty outlives presence, but not for ever. */
export const dutyIsOver = ({ leftAt }: Attendance, dutyEndsAfter: number, now: number): boolean =>
  leftAt !== null && leftAt + dutyEndsAfter <= now;

/** On duty, and no dashboard of theirs is open. */
export const awayOf = (onDuty: readonly Attendance[]): string[] =>
  onDuty.flatMap(({ id, leftAt }) => (leftAt === null ? [] : id));

/**
 * Whom a notice goes to that leaves the house: of those who are away the ones that it is for. What is asked of some is
 * everybody's where none of them is on duty.
 * @param meant null: everybody
 */
export function pushedTo(onDuty: readonly Attendance[], meant: readonly string[] | null, kind: NoticeKind): string[] {
  const away = awayOf(onDuty);
  if (meant === null) return away;
  const nobody = !onDuty.some(({ id }) => meant.includes(id));
  return kind === 'waiting' && nobody ? away : away.filter((id) => meant.includes(id));
}

/**
 * Whether a request that is asked of some is news to somebody who is there: to those it is meant for, and to everybody
 * where none of them is on duty and here.
 */
export const callsFor = (person: string | null, meant: readonly string[], here: readonly string[]): boolean =>
  meant.some((id) => id === person) || !here.some((id) => meant.includes(id));
