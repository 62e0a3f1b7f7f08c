import type { Target } from '../../../src/domain/actor';
import type { Outcome, StaffOutcome } from '../../../src/domain/handoff';
import type { Reason } from '../../../src/domain/reasons';

/**
 * What the lifecycle's page says, once more and in the plainest way: one sheet a handoff, written over as things happen.
 * It knows nothing of how the machine does it, and of no turn, effect or record.
 */

const HOUR = 3_600_000;

export interface Sheet {
  n: number;
  is: 'pending' | 'assigned' | 'ended';
  reason: Reason | null;
  urgent: boolean;
  /** The place in the queue. */
  requestedAt: number;
  /** Everybody who had it. */
  had: string[];
  reopened: number;
  /** The last time; null where it never waited. */
  waitingSince: number | null;
  takesLonger: boolean;
  told: boolean;
  estimate: number | null;
  offered: { to: Target; at: number } | null;
  goneSince: number | null;
  nudged: string | null;
  outcome: Outcome | null;
  endedWhile: 'waiting' | 'talking' | 'away' | null;
  endedAt: number;
  rating: 'due' | 'asked' | 'given' | 'withdrawn' | 'none' | null;
  /** Once and for ever. */
  rated: boolean;
  /** Before it was reopened. */
  ratedBefore: boolean;
  owed: { since: number; told: boolean; owner?: string | null; until?: number | null } | null;
  /** What asks the customer later whether all is well. */
  checkIn: { since: number; at: number } | null;
  backUntil: number | null;
  /** The closed period it stands for. */
  night: { opensAt: number | null; asked: number[] } | null;
  email: { address: string; asked: number[]; sent: number; since: number | null } | null;
}

export class Ledger {
  readonly sheets: Sheet[] = [];
  /** Call-backs that are not done. */
  reminders: { n: number; at: number; owner: string | null; told: boolean }[] = [];
  remindersMade = 0;

  get open(): Sheet | null {
    return this.sheets.find(({ is }) => is !== 'ended') ?? null;
  }

  /** "assistant", "nobody" or who of the staff. */
  get responder(): string {
    const { open } = this;
    if (!open) return 'assistant';
    return open.is === 'pending' ? 'nobody' : (open.had.at(-1) ?? '');
  }

  begin(over: Partial<Sheet>, now: number): Sheet {
    const sheet: Sheet = {
      n: this.sheets.length + 1,
      is: 'pending',
      reason: null,
      urgent: false,
      requestedAt: now,
      had: [],
      reopened: 0,
      waitingSince: null,
      takesLonger: false,
      told: false,
      estimate: null,
      offered: null,
      goneSince: null,
      nudged: null,
      outcome: null,
      endedWhile: null,
      endedAt: now,
      rating: null,
      rated: false,
      ratedBefore: false,
      owed: null,
      checkIn: null,
      backUntil: null,
      night: null,
      email: null,
      ...over,
    };
    this.sheets.push(sheet);
    return sheet;
  }

  /** What is more urgent is what it stands for. @returns whether it was raised */
  raise(sheet: Sheet, reason: Reason | null, urgent: boolean): boolean {
    if (!urgent || sheet.urgent) return false;
    Object.assign(sheet, { reason, urgent });
    return true;
  }

  /** Repeated soon after having waited in vain or cancelled, it is an escalation. */
  meant(reason: Reason, now: number): Reason {
    const last = this.sheets.reduce<Sheet | null>((a, b) => (a && a.endedAt > b.endedAt ? a : b), null);
    const inVain = last && (last.endedWhile === 'waiting' || last.outcome === 'cancelled');
    return reason === 'customer_request' && inVain && now - last.endedAt < HOUR ? 'escalation' : reason;
  }

  /** Questions that nobody has answered are taken back. */
  takeBackQuestions(): void {
    for (const sheet of this.sheets) if (sheet.rating === 'due' || sheet.rating === 'asked') sheet.rating = 'withdrawn';
  }

  /** The one that ended last. */
  get last(): Sheet | null {
    return this.sheets.reduce<Sheet | null>((a, b) => (a && a.endedAt > b.endedAt ? a : b), null);
  }

  waits(sheet: Sheet, now: number): void {
    this.clear(sheet);
    Object.assign(sheet, { is: 'pending', waitingSince: now, takesLonger: false, told: false, estimate: null });
  }

  /** A person comes: nothing is owed any more. */
  comes(sheet: Sheet, staff: string): void {
    this.settle();
    this.clear(sheet);
    sheet.is = 'assigned';
    sheet.had.push(staff);
  }

  settle(): void {
    for (const sheet of this.sheets) sheet.owed = null;
  }

  ends(sheet: Sheet, outcome: Outcome, now: number, backFor: number): void {
    const byStaff = (['resolved', 'escalated', 'follow_up'] as Outcome[]).includes(outcome);
    const endedWhile = sheet.is === 'pending' ? 'waiting' : 'talking';
    this.clear(sheet);
    Object.assign(sheet, {
      is: 'ended',
      outcome,
      endedWhile,
      endedAt: now,
      rating: sheet.rated ? 'given' : 'due',
      owed: outcome === 'unanswered' || outcome === ('follow_up' satisfies StaffOutcome) ? owedSince(now) : null,
      backUntil: byStaff && backFor > 0 ? now + backFor : null,
    });
  }

  /** Recorded, and never open. */
  note(sheet: Sheet, outcome: 'off_hours' | 'emailed', now: number): void {
    if (sheet.is === 'pending') Object.assign(sheet, { is: 'ended', outcome, endedWhile: 'away', rating: 'none' });
    sheet.owed ??= owedSince(now);
  }

  /** Nothing of what it was stays behind. */
  private clear(sheet: Sheet): void {
    Object.assign(sheet, { offered: null, goneSince: null, nudged: null });
    Object.assign(sheet, { outcome: null, endedWhile: null, rating: null, owed: null, checkIn: null, backUntil: null });
  }

  /** What a new message reopens: the last one that a person ended, within its window; by night once. */
  comesBack(now: number, night: { opensAt: number | null } | null): Sheet | null {
    const last = this.sheets.findLast(({ outcome }) => outcome !== 'off_hours');
    if (this.open || !last?.backUntil || now >= last.backUntil) return null;
    const asked = this.sheets.filter((sheet) => night && sheet.night?.opensAt === night.opensAt);
    return asked.some((sheet) => sheet.night?.asked.some((at) => at >= last.endedAt)) ? null : last;
  }
}

const owedSince = (since: number) => ({ since, told: false });
