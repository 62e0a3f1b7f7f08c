import type { Handoff, Lifecycle } from './handoff';

/** What a change of the lifecycle means to whoever looks at it from outside: what a store's hooks are told of. Pure. */

export const HANDOFF_EVENTS = [
  'handoff.opened',
  'handoff.raised',
  'handoff.claimed',
  'handoff.released',
  'handoff.ended',
  'handoff.rated',
  'follow_up.recorded',
] as const;
export type HandoffEvent = (typeof HANDOFF_EVENTS)[number];

/** In the order in which they happened. What never was open (off hours, emailed) opens, and does not end. */
export function happened(before: Lifecycle, after: Lifecycle): { what: HandoffEvent; handoff: Handoff }[] {
  return after.handoffs.flatMap((handoff) => {
    const was = before.handoffs.find(({ n }) => n === handoff.n) ?? null;
    return was === handoff ? [] : changes(was, handoff).map((what) => ({ what, handoff }));
  });
}

function changes(was: Handoff | null, is: Handoff): HandoffEvent[] {
  const found: HandoffEvent[] = [];
  // Whoever steps in by themselves was not asked for.
  if (is.status === 'pending' && (!was || was.status === 'ended')) found.push('handoff.opened');
  if (is.status === 'ended' && !was) found.push('handoff.opened');
  if (was && was.urgency !== 'urgent' && is.urgency === 'urgent') found.push('handoff.raised');
  if (is.status === 'assigned' && holder(was) !== is.assignee.id) found.push('handoff.claimed');
  if (is.status === 'pending' && was?.status === 'assigned') found.push('handoff.released');
  if (is.status !== 'ended') return found;
  const ended = was?.status === 'ended' ? was : null;
  if (was && !ended) found.push('handoff.ended');
  if (is.rating.is === 'given' && ratedAt(was) !== is.rating.at) found.push('handoff.rated');
  if (is.followUp && !ended?.followUp) found.push('follow_up.recorded');
  return found;
}

const holder = (handoff: Handoff | null): string | null =>
  handoff?.status === 'assigned' ? handoff.assignee.id : null;

/** Also where it was given before a handoff was reopened: that is no news when it ends again. */
function ratedAt(was: Handoff | null): number | null {
  if (!was) return null;
  const given = was.status === 'ended' && was.rating.is === 'given' ? was.rating : was.rated;
  return given?.at ?? null;
}
