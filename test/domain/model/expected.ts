import type { Command, RefusalReason } from '../../../src/domain/command';
import type { Circumstances } from '../../../src/domain/deadlines';
import { DAY, type Policy } from '../../../src/domain/policy';
import type { Reason } from '../../../src/domain/reasons';
import type { Ledger, Sheet } from './ledger';

/** What should come of a command: a refusal, or what the ledger says from then on, and what everybody is told. */

const MINUTE = 60_000;
const URGENT: (Reason | null)[] = ['refund', 'complaint', 'escalation'];

export interface Moment {
  now: number;
  policy: Policy;
  known: Circumstances;
}

const refused = (reason: RefusalReason): { refused: RefusalReason } => ({ refused: reason });
export type Comes = { refused: RefusalReason } | { told: string[] };
const told = (...words: string[]): Comes => ({ told: words });

/** Writes it into the ledger, unless it should be refused. */
export function comes(ledger: Ledger, command: Command, moment: Moment): Comes {
  const { now } = moment;
  const { open } = ledger;
  const pending = open?.is === 'pending' ? open : null;
  switch (command.do) {
    case 'request':
      return asks(ledger, command, moment);
    case 'told': {
      if (!pending || pending.n !== command.handoff || pending.told) return refused('not_due');
      const takesLonger = pending.takesLonger || !command.somebodyHere;
      Object.assign(pending, { told: true, estimate: command.estimate, takesLonger });
      return told();
    }
    case 'alone':
      if (!pending || pending.n !== command.handoff || pending.takesLonger) return refused('not_due');
      pending.takesLonger = true;
      return told();
    case 'presence':
      if (ledger.responder !== command.staff || !open || open.goneSince === command.goneSince)
        return refused('not_due');
      open.goneSince = command.goneSince;
      return told();
    case 'renamed':
      // The ledger knows nobody by name.
      return open ? told() : refused('not_due');
    case 'claim':
      if (!open && command.handoff !== null) return refused('handoff_over');
      if (open?.is === 'assigned' && ledger.responder === command.staff.id) return refused('already_yours');
      if (open?.is === 'assigned' && ledger.responder !== command.over) return refused('taken');
      if (open && command.handoff !== null && command.handoff !== open.n) return refused('handoff_over');
      return joins(ledger, command.staff.id, now);
    case 'reply': {
      const { id } = command.staff;
      if (ledger.responder === id) return told();
      const mine = open?.offered?.to.kind === 'person' && open.offered.to.staff.id === id;
      return open?.is === 'assigned' && !mine ? refused('not_yours') : joins(ledger, id, now);
    }
    case 'release':
    case 'transfer':
    case 'withdraw':
    case 'end':
      return byOwner(ledger, command, moment);
    case 'reopen':
      return reopens(ledger, command, moment);
    case 'follow_up':
      if (open) return refused('not_allowed_now');
      ledger.settle();
      return told();
    case 'remind': {
      if (command.at <= now || ledger.reminders.length >= 20) return refused('not_allowed_now');
      ledger.remindersMade++;
      ledger.reminders.push({ n: ledger.remindersMade, at: command.at, owner: command.owner.id, told: false });
      return told('reminder set');
    }
    case 'tend':
      return tended(ledger, command, now);
    case 'check_in': {
      const { last } = ledger;
      if (open || last?.n !== command.handoff || last.outcome !== 'resolved') return refused('not_allowed_now');
      if (!command.plan && !last.checkIn) return refused('not_due');
      last.checkIn = command.plan && { since: now, at: now + command.plan.days * DAY };
      return told(command.plan ? 'check_in planned' : 'check_in called_off');
    }
    case 'mailed': {
      const { last } = ledger;
      if (open || !last) return refused('not_due');
      last.owed ??= { since: now, told: false };
      return told();
    }
    case 'cancel':
      if (command.seen === 'waiting' && open?.is === 'assigned') return refused('taken');
      if (!open) return refused('nothing_open');
      ledger.ends(open, 'cancelled', now, 0);
      return told('ended');
    case 'rate': {
      const sheet = ledger.sheets.find(({ n }) => n === command.handoff);
      if (sheet?.rating !== 'asked' && sheet?.rating !== 'given') return refused('not_asked');
      if (now - sheet.endedAt > 7 * DAY) return refused('rating_closed');
      Object.assign(sheet, { rating: 'given', rated: true });
      return told();
    }
    case 'deadline':
      return fires(ledger, command, moment);
  }
}

function tended(ledger: Ledger, { of, as }: Command & { do: 'tend' }, now: number): Comes {
  if (as.is === 'snoozed' && as.until <= now) return refused('not_allowed_now');
  if (of.is === 'reminder') {
    const reminder = ledger.reminders.find(({ n }) => n === of.n);
    if (!reminder) return refused('not_due');
    if (as.is === 'done') ledger.reminders = ledger.reminders.filter((one) => one !== reminder);
    if (as.is === 'given') reminder.owner = as.to?.id ?? null;
    if (as.is === 'snoozed') Object.assign(reminder, { at: as.until, told: false });
    return told(`reminder ${as.is}`);
  }
  const sheet = ledger.sheets.find(({ n, owed }) => n === of.handoff && owed);
  if (!sheet?.owed) return refused('not_due');
  if (as.is === 'done') sheet.owed = null;
  else if (as.is === 'given') sheet.owed.owner = as.to?.id ?? null;
  else Object.assign(sheet.owed, { until: as.until, told: false });
  return told(`owed ${as.is}`);
}

/** Somebody of the staff has it from now on. */
function joins(ledger: Ledger, staff: string, now: number): Comes {
  if (!ledger.open) ledger.takeBackQuestions();
  ledger.comes(ledger.open ?? ledger.begin({}, now), staff);
  return told('joined');
}

function asks(ledger: Ledger, command: Command & { do: 'request' }, { now, policy }: Moment): Comes {
  const { open } = ledger;
  const { hours, to } = command;
  const reason = ledger.meant(command.reason, now);
  const urgent = command.urgency ? command.urgency === 'urgent' : URGENT.includes(reason);
  if (open) return open.is === 'pending' && ledger.raise(open, reason, urgent) ? told() : refused('already_open');
  if (to?.kind === 'email') {
    const { address } = to;
    const soon = (sheet: Sheet) =>
      sheet.email?.address === address && now - sheet.requestedAt < policy.askedAgainWithin;
    const known = ledger.sheets.findLast(soon);
    if (known) ledger.raise(known, reason, urgent);
    const sheet = known ?? ledger.begin({ reason, urgent, email: { address, asked: [], sent: 0, since: null } }, now);
    sheet.email?.asked.push(now);
    if (sheet.email && sheet.email.sent < 2) sheet.email.since ??= now;
    ledger.note(sheet, 'emailed', now);
    return told('emailed');
  }
  if (!hours.open) return byNight(ledger, { reason, urgent }, hours.opensAt, now);
  ledger.takeBackQuestions();
  ledger.waits(ledger.begin({ reason, urgent }, now), now);
  return told('asked');
}

function byNight(
  ledger: Ledger,
  { reason, urgent }: { reason: Reason | null; urgent: boolean },
  opensAt: number | null,
  now: number,
): Comes {
  const known = ledger.sheets.findLast(({ night }) => night?.opensAt === opensAt);
  const raised = known ? ledger.raise(known, reason, urgent) : urgent;
  const sheet = known ?? ledger.begin({ reason, urgent, night: { opensAt, asked: [] } }, now);
  sheet.night?.asked.push(now);
  ledger.note(sheet, 'off_hours', now);
  return told('away', ...(raised ? ['alert off_hours'] : []));
}

function reopens(ledger: Ledger, { hours, onDuty }: Command & { do: 'reopen' }, { now }: Moment): Comes {
  const last = ledger.comesBack(now, hours.open ? null : hours);
  if (!last) return refused('not_due');
  if (!hours.open) {
    const reason = last.reason ?? 'customer_request';
    return byNight(ledger, { reason, urgent: URGENT.includes(reason) }, hours.opensAt, now);
  }
  last.reopened++;
  last.ratedBefore = last.rated;
  const staff = last.had.at(-1);
  if (onDuty && staff) {
    ledger.comes(last, staff);
    return told('joined');
  }
  ledger.waits(last, now);
  return told('asked');
}

type Owners = Command & { do: 'release' | 'transfer' | 'withdraw' | 'end' };

function byOwner(ledger: Ledger, command: Owners, { now, policy }: Moment): Comes {
  const { open } = ledger;
  if (!open) return refused('handoff_over');
  if (open.is === 'pending') return refused('not_allowed_now');
  if (ledger.responder !== command.staff.id) return refused('not_yours');
  if (command.do === 'release') {
    ledger.waits(open, now);
    return told('released');
  }
  if (command.do === 'end') {
    ledger.ends(open, command.outcome, now, policy.handbackFor);
    if (!command.checkIn || command.outcome !== 'resolved') return told('ended');
    open.checkIn = { since: now, at: now + command.checkIn.days * DAY };
    return told('ended', 'check_in planned');
  }
  if (command.do === 'transfer') {
    const { to } = command;
    if (to.kind === 'person' && to.staff.id === command.staff.id) return refused('already_yours');
    open.offered = { to, at: now };
    return told('transfer offered');
  }
  if (!open.offered) return refused('not_allowed_now');
  open.offered = null;
  return told('transfer withdrawn');
}

// ── Time ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Everything that is or will be due, by name and handoff. */
export function due(ledger: Ledger, { policy, known }: Omit<Moment, 'now'>): Map<string, number> {
  const list = new Map<string, number>();
  const add = (name: string, { n }: Sheet, at: number | null) => at !== null && list.set(`${name} #${n}`, at);
  for (const sheet of ledger.sheets) {
    const { waitingSince: since, estimate } = sheet;
    if (sheet.is === 'pending' && since !== null) {
      if (!sheet.takesLonger) add('longer', sheet, since + (estimate ?? 5) * MINUTE);
      add('give_up', sheet, since + 30 * MINUTE);
      add('closing', sheet, policy.closesAt);
    }
    if (sheet.is === 'assigned') talking(sheet, policy, known, add);
    if (sheet.rating === 'due') add('rating', sheet, sheet.endedAt + 2_000);
    if (sheet.email?.since != null) add('summary', sheet, sheet.email.since + (known.contact ? 0 : 2 * MINUTE));
    if (sheet.owed && !sheet.owed.told) add('follow_up', sheet, sheet.owed.until ?? policy.dueAt(sheet.owed.since));
    const asks = sheet.checkIn;
    const cameBack = ({ is, requestedAt }: Sheet) => is !== 'ended' || requestedAt > (asks?.since ?? 0);
    if (asks && (known.wroteAt ?? 0) <= asks.since && !ledger.sheets.some(cameBack)) add('check_in', sheet, asks.at);
  }
  for (const { n, at, told: isTold } of ledger.reminders) if (!isTold) list.set(`reminder #${n}`, at);
  return list;
}

function talking(
  sheet: Sheet,
  policy: Policy,
  { owedSince, silentSince }: Circumstances,
  add: (name: string, sheet: Sheet, at: number | null) => unknown,
): void {
  if (sheet.offered) add('transfer', sheet, sheet.offered.at + 2 * MINUTE);
  if (owedSince !== null) {
    if (sheet.goneSince !== null) add('gone', sheet, Math.max(owedSince, sheet.goneSince + policy.goneAfter));
    const { nudged } = sheet;
    if (nudged !== `assignee ${owedSince}` && nudged !== `desk ${owedSince}`)
      add('unanswered_assignee', sheet, owedSince + 5 * MINUTE);
    if (nudged !== `desk ${owedSince}`) add('unanswered_desk', sheet, owedSince + 10 * MINUTE);
  }
  if (silentSince !== null && policy.abandonAfter !== null) add('abandoned', sheet, silentSince + policy.abandonAfter);
}

function fires(ledger: Ledger, command: Command & { do: 'deadline' }, moment: Moment): Comes {
  const { name, handoff, hours } = command;
  const { now, known } = moment;
  const sheet = name === 'reminder' ? ledger.sheets[0] : ledger.sheets.find(({ n }) => n === handoff);
  const reminder = name === 'reminder' ? ledger.reminders.find(({ n }) => n === handoff) : undefined;
  if (reminder && reminder.at <= now && !reminder.told) {
    reminder.told = true;
    return told('remind');
  }
  if (!sheet || (due(ledger, moment).get(`${name} #${handoff}`) ?? Number.POSITIVE_INFINITY) > now)
    return refused('not_due');
  switch (name) {
    case 'longer':
      sheet.takesLonger = true;
      return told();
    case 'give_up':
    case 'closing':
      ledger.ends(sheet, 'unanswered', now, 0);
      return told('ended', 'alert unanswered', ...(name === 'closing' && !hours.open ? ['away'] : []));
    case 'transfer':
      if (sheet.goneSince === null) {
        sheet.offered = null;
        return told('transfer lapsed');
      }
      ledger.waits(sheet, now);
      return told('released');
    case 'gone':
      ledger.waits(sheet, now);
      return told('released');
    case 'unanswered_assignee':
    case 'unanswered_desk':
      sheet.nudged = `${name === 'unanswered_desk' ? 'desk' : 'assignee'} ${known.owedSince}`;
      return told();
    case 'abandoned':
      ledger.ends(sheet, 'abandoned', now, 0);
      return told('ended');
    case 'rating':
      sheet.rating = 'asked';
      return told();
    case 'summary':
      if (!sheet.email) throw new Error('a summary of nothing');
      sheet.email.since = null;
      return told(sheet.email.sent++ > 0 ? 'summary again' : 'summary');
    case 'follow_up':
      if (sheet.owed) sheet.owed.told = true;
      return told('alert follow_up');
    case 'check_in':
      sheet.checkIn = null;
      return told('say');
    case 'reminder':
      return refused('not_due');
  }
}
