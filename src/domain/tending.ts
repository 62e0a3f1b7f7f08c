import type { StaffRef } from './actor';
import type { Command, Decision, Effect, Tending } from './command';
import { type Ended, type Lifecycle, latest, openHandoff, type Reminder } from './handoff';
import { planned, planning, put, refuse } from './steps';

/** What staff see to later: what is owed to a customer, the call-backs that they set themselves, and check-ins. */

/** Open at once in one conversation. */
const MOST_REMINDERS = 20;

/** A reminder concerns the team alone: it changes nothing that the customer sees. */
export function remind(state: Lifecycle, command: Command & { do: 'remind' }, now: number): Decision {
  const { staff, owner, at, line } = command;
  const { reminders = [], remindersMade = 0 } = state;
  if (at <= now || reminders.length >= MOST_REMINDERS) return refuse('not_allowed_now');
  const n = remindersMade + 1;
  return {
    ok: true,
    next: { ...state, reminders: [...reminders, { n, at, line, owner, told: false }], remindersMade: n },
    effects: [
      { type: 'record', event: { what: 'reminder', is: 'set', n, staff, to: owner, at, line } },
      { type: 'project', transcript: false },
    ],
  };
}

/** Once for each time that it falls due. It stands under follow-ups until it is done. */
export function fallsDue(state: Lifecycle, n: number): Decision {
  const reminder = state.reminders?.find((one) => one.n === n);
  if (!reminder) return refuse('not_due');
  return {
    ok: true,
    next: replaced(state, { ...reminder, told: true }),
    effects: [
      { type: 'remind', n },
      { type: 'project', transcript: false },
    ],
  };
}

export function tend(state: Lifecycle, command: Command & { do: 'tend' }, now: number): Decision {
  const { of, as } = command;
  if (as.is === 'snoozed' && as.until <= now) return refuse('not_allowed_now');
  if (of.is === 'reminder') {
    const reminder = state.reminders?.find(({ n }) => n === of.n);
    return reminder ? tendReminder(state, reminder, command) : refuse('not_due');
  }
  const handoff = state.handoffs.find(({ n }) => n === of.handoff);
  return handoff?.status === 'ended' && handoff.followUp ? tendOwed(state, handoff, command) : refuse('not_due');
}

function tendReminder(state: Lifecycle, reminder: Reminder, { staff, as }: Command & { do: 'tend' }): Decision {
  const { n, at, line } = reminder;
  const done = (next: Lifecycle, event: (Effect & { type: 'record' })['event']): Decision => ({
    ok: true,
    next,
    effects: [
      { type: 'record', event },
      { type: 'project', transcript: false },
    ],
  });
  switch (as.is) {
    case 'done':
      return done(
        { ...state, reminders: (state.reminders ?? []).filter((one) => one !== reminder) },
        { what: 'reminder', is: 'done', n, staff, line },
      );
    case 'snoozed':
      return done(replaced(state, { ...reminder, at: as.until, told: false }), {
        ...{ what: 'reminder', is: 'snoozed', n, staff, until: as.until, line },
      });
    case 'given':
      return done(replaced(state, { ...reminder, owner: as.to }), {
        ...{ what: 'reminder', is: 'given', n, staff, to: as.to, at, line },
      });
  }
}

const replaced = (state: Lifecycle, reminder: Reminder): Lifecycle => ({
  ...state,
  reminders: (state.reminders ?? []).map((one) => (one.n === reminder.n ? reminder : one)),
});

function tendOwed(state: Lifecycle, handoff: Ended, { staff, as }: Command & { do: 'tend' }): Decision {
  return {
    ok: true,
    next: put(state, { ...handoff, followUp: tended(handoff.followUp, as) }),
    effects: [
      { type: 'record', event: { what: 'owed', staff, ...as } },
      { type: 'project', transcript: false },
    ],
  };
}

function tended(followUp: Ended['followUp'], as: Tending): Ended['followUp'] {
  if (!followUp || as.is === 'done') return null;
  if (as.is === 'snoozed') return { ...followUp, until: as.until, told: false };
  const { owner: _, ...rest } = followUp;
  return as.to ? { ...rest, owner: as.to } : rest;
}

/** Of what was resolved last, while nobody has come back since. */
export function checkIn(state: Lifecycle, command: Command & { do: 'check_in' }, now: number): Decision {
  const { handoff: n, plan, staff } = command;
  const last = latest(state);
  if (openHandoff(state) || last?.status !== 'ended' || last.n !== n || last.outcome !== 'resolved')
    return refuse('not_allowed_now');
  if (plan) {
    const next = planned(plan, staff, now);
    return { ok: true, next: put(state, { ...last, checkIn: next }), effects: [planning(n, next)] };
  }
  if (!last.checkIn) return refuse('not_due');
  const { checkIn: before, ...rest } = last;
  return { ok: true, next: put(state, rest), effects: [calledOff(n, before, staff)] };
}

const calledOff = (handoff: number, { at, text }: { at: number; text: string }, staff: StaffRef): Effect => ({
  type: 'record',
  event: { what: 'check_in', is: 'called_off', handoff, staff, at, text },
});
