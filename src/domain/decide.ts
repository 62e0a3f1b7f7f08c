import { followUp, mailed, rate, reopen } from './afterwards';
import { alone, request, told } from './asking';
import type { Command, Decision } from './command';
import { type Circumstances, deadlines, NOTHING_KNOWN } from './deadlines';
import { type Assigned, type Ended, type Lifecycle, openHandoff, type Pending } from './handoff';
import type { Policy } from './policy';
import { finish, put, refuse } from './steps';
import { claim, end, letGo, presence, release, renamed, reply, takeBack, transfer, withdraw } from './talking';
import { checkIn, fallsDue, remind, tend } from './tending';

/**
 * The lifecycle as one pure function from (state, command, now) to the next state with its effects, or a refusal that
 * changes nothing.
 */

/**
 * Decides one command. Pure; `now` is the handler's one reading of the clock.
 * @param known what only deadlines look at
 */
export function decide(
  state: Lifecycle,
  command: Command,
  now: number,
  policy: Policy,
  known: Circumstances = NOTHING_KNOWN,
): Decision {
  switch (command.do) {
    case 'request':
      return request(state, command, now, policy);
    case 'told':
      return told(state, command);
    case 'alone':
      return alone(state, command);
    case 'presence':
      return presence(state, command);
    case 'renamed':
      return renamed(state, command);
    case 'claim':
      return claim(state, command, now);
    case 'reply':
      return reply(state, command, now);
    case 'release':
      return release(state, command, now);
    case 'transfer':
      return transfer(state, command, now);
    case 'withdraw':
      return withdraw(state, command);
    case 'end':
      return end(state, command, now, policy);
    case 'reopen':
      return reopen(state, command, now, policy);
    case 'follow_up':
      return followUp(state);
    case 'check_in':
      return checkIn(state, command, now);
    case 'remind':
      return remind(state, command, now);
    case 'tend':
      return tend(state, command, now);
    case 'mailed':
      return mailed(state, now);
    case 'cancel':
      return cancel(state, command, now, policy);
    case 'rate':
      return rate(state, command, now, policy);
    case 'deadline':
      return deadline(state, command, now, policy, known);
  }
}

function cancel(state: Lifecycle, { seen }: Command & { do: 'cancel' }, now: number, policy: Policy): Decision {
  const open = openHandoff(state);
  // Somebody has just come: whoever meant to stop waiting sees that first.
  if (seen === 'waiting' && open?.status === 'assigned') return refuse('taken', open.assignee);
  if (!open) return refuse('nothing_open');
  return finish(state, open, { outcome: 'cancelled', staff: null, note: '' }, now, policy);
}

type Due = Command & { do: 'deadline' };

function deadline(state: Lifecycle, command: Due, now: number, policy: Policy, known: Circumstances): Decision {
  const { name, handoff: n } = command;
  const isDue = deadlines(state, policy, known).some((d) => d.name === name && d.handoff === n && d.at <= now);
  if (name === 'reminder') return isDue ? fallsDue(state, n) : refuse('not_due');
  const handoff = isDue ? state.handoffs.find((h) => h.n === n) : undefined;
  if (handoff?.status === 'pending') return waitedFor(state, handoff, command, now, policy);
  if (handoff?.status === 'assigned') return talkedIn(state, handoff, command, now, policy, known);
  return handoff ? after(state, handoff, command) : refuse('not_due');
}

function waitedFor(state: Lifecycle, open: Pending, { name, hours }: Due, now: number, policy: Policy): Decision {
  if (name === 'longer') return { ok: true, next: put(state, { ...open, longer: true }), effects: [] };
  const ended = finish(state, open, { outcome: 'unanswered', staff: null, note: '' }, now, policy);
  if (name !== 'closing' || hours.open) return ended;
  const away = { what: 'away', handoff: open.n, hours } as const;
  return { ...ended, effects: [...ended.effects, { type: 'record', event: away }] };
}

function talkedIn(
  state: Lifecycle,
  open: Assigned,
  { name }: Due,
  now: number,
  policy: Policy,
  { owedSince }: Circumstances,
): Decision {
  if (name === 'gone') return letGo(state, open, 'gone', now);
  if (name === 'transfer') {
    return open.goneSince === null ? takeBack(state, open, 'lapsed') : letGo(state, open, 'gone', now);
  }
  if (name === 'abandoned') {
    return finish(state, open, { outcome: 'abandoned', staff: null, note: '' }, now, policy);
  }
  if (owedSince === null) return refuse('not_due');
  const told = name === 'unanswered_desk' ? 'desk' : 'assignee';
  return { ok: true, next: put(state, { ...open, nudged: { since: owedSince, told } }), effects: [] };
}

function after(state: Lifecycle, handoff: Ended, { name }: Due): Decision {
  const { n, emailed, followUp } = handoff;
  if (name === 'summary' && emailed) {
    const { sent } = emailed;
    return {
      ok: true,
      next: put(state, { ...handoff, emailed: { ...emailed, sent: sent + 1, owedSince: null } }),
      effects: [{ type: 'summary', handoff: n, again: sent > 0 }],
    };
  }
  if (name === 'follow_up' && followUp) {
    return {
      ok: true,
      next: put(state, { ...handoff, followUp: { ...followUp, told: true } }),
      effects: [{ type: 'alert', handoff: n, why: 'follow_up' }],
    };
  }
  if (name === 'check_in' && handoff.checkIn) {
    const { checkIn: asked, ...rest } = handoff;
    const { staff, text, since } = asked;
    // It changes no first responder: who answers then is whoever answers anyway.
    return {
      ok: true,
      next: put(state, rest),
      effects: [
        { type: 'say', id: `check-in-${n}-${since}`, staff, text },
        { type: 'project', transcript: true },
      ],
    };
  }
  return { ok: true, next: put(state, { ...handoff, rating: { is: 'asked' } }), effects: [] };
}
