import { request, told } from './asking';
import type { Command, Decision } from './command';
import { deadlines, type Lifecycle, openHandoff, type Rating } from './handoff';
import type { Policy } from './policy';
import { finish, put, refuse } from './steps';
import { claim, end, release, reply } from './talking';

/**
 * The lifecycle as one pure function from (state, command, now) to the next state with its effects, or a refusal that
 * changes nothing.
 */

/** Decides one command. Pure; `now` is the handler's one reading of the clock. */
export function decide(state: Lifecycle, command: Command, now: number, policy: Policy): Decision {
  switch (command.do) {
    case 'request':
      return request(state, command, now, policy);
    case 'told':
      return told(state, command);
    case 'claim':
      return claim(state, command, now);
    case 'reply':
      return reply(state, command, now);
    case 'release':
      return release(state, command, now);
    case 'end':
      return end(state, command, now);
    case 'cancel':
      return cancel(state, command, now);
    case 'rate':
      return rate(state, command, now, policy);
    case 'deadline':
      return deadline(state, command, now, policy);
  }
}

function cancel(state: Lifecycle, { seen }: Command & { do: 'cancel' }, now: number): Decision {
  const open = openHandoff(state);
  // Somebody has just come: whoever meant to stop waiting sees that first.
  if (seen === 'waiting' && open?.status === 'assigned') return refuse('taken', open.assignee);
  return open ? finish(state, open, 'cancelled', null, '', now) : refuse('nothing_open');
}

function rate(state: Lifecycle, command: Command & { do: 'rate' }, now: number, policy: Policy): Decision {
  const handoff = state.handoffs.find((h) => h.n === command.handoff);
  if (handoff?.status !== 'ended') return refuse('not_asked');
  if (handoff.rating.is !== 'asked' && handoff.rating.is !== 'given') return refuse('not_asked');
  if (now - handoff.endedAt > policy.ratingOpenFor) return refuse('rating_closed');
  const rating: Rating = { is: 'given', thumb: command.thumb, comment: command.comment, at: now };
  return { ok: true, next: put(state, { ...handoff, rating }), effects: [{ type: 'project', transcript: false }] };
}

function deadline(
  state: Lifecycle,
  { name, handoff: n, hours }: Command & { do: 'deadline' },
  now: number,
  policy: Policy,
): Decision {
  if (!deadlines(state, policy).some((d) => d.name === name && d.handoff === n && d.at <= now))
    return refuse('not_due');
  const handoff = state.handoffs.find((h) => h.n === n);
  if (handoff?.status === 'pending') {
    if (name === 'longer') return { ok: true, next: put(state, { ...handoff, longer: true }), effects: [] };
    const ended = finish(state, handoff, 'unanswered', null, '', now);
    if (!ended.ok || name !== 'closing' || hours.open) return ended;
    return { ...ended, effects: [...ended.effects, { type: 'record', event: { what: 'away', handoff: n, hours } }] };
  }
  if (handoff?.status === 'ended') {
    return { ok: true, next: put(state, { ...handoff, rating: { is: 'asked' } }), effects: [] };
  }
  return refuse('not_due');
}
