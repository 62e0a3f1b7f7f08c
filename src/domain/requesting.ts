import type { Target } from './actor';
import { askedFor } from './asking';
import type { Command } from './command';
import type { Hours, Lifecycle } from './handoff';
import { type Destination, type EmailDestination, route } from './routing';
import type { Facts, RoutingRule } from './rules';

/** What becomes of a wish for a person before it is decided: where the store's rules and hours send it, and how urgent. */

type Request = Command & { do: 'request' };
export type Asked = Pick<Request, 'source' | 'reason' | 'trigger' | 'urgency'>;

/** What of a store's settings says where requests go. */
export interface Ways {
  handoff: 'on' | 'off';
  rules: readonly RoutingRule[];
  /** Where what is asked outside hours goes; null: it is recorded only. */
  offHoursEmail: EmailDestination | null;
  firstLanguage: string;
}

/** @param facts what rules look at */
export function requestOf(
  asked: Asked,
  { ways, facts, hours, state }: { ways: Ways; facts: Facts; hours: Hours; state: Lifecycle },
  now: number,
): Request {
  const { rules, offHoursEmail, firstLanguage, handoff } = ways;
  const reason = askedFor(state, asked.reason, now);
  const { destination, urgency } = route(rules, { ...facts, reason });
  const away = !hours.open && handoff === 'on' ? offHoursEmail : null;
  const to = handoff === 'off' ? null : whereTo(destination.kind === 'email' ? destination : (away ?? destination));
  return {
    do: 'request',
    ...asked,
    hours,
    urgency: urgency ?? asked.urgency,
    to: to?.kind === 'email' ? { ...to, first: firstLanguage } : to,
  };
}

/** Null: the whole store. */
function whereTo(destination: Destination): Target | EmailDestination | null {
  if (destination.kind === 'store') return null;
  if (destination.kind === 'email') return destination;
  const { id, name } = destination;
  return destination.kind === 'team' ? { kind: 'team', team: { id, name } } : { kind: 'person', staff: { id, name } };
}
