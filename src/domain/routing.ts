import type { Urgency } from './reasons';
import { type Asking, matches, type RoutingRule } from './rules';

/** Where a handoff goes, by the store's own rules (lifecycle, "Opening one"). First match first. */

export interface EmailDestination {
  kind: 'email';
  address: string;
  /** By language: when to expect an answer. */
  expectation: Readonly<Record<string, string>>;
}
export type Destination =
  | { kind: 'store' }
  | { kind: 'team'; id: string; name: string }
  | { kind: 'person'; id: string; name: string }
  | EmailDestination;

const WHOLE_STORE: Destination = { kind: 'store' };

/**
 * A rule that keeps the assistant from asking says nothing about customers who ask by the button.
 * @returns where to, and the urgency that the rule sets (null: what the reason says)
 */
export function route(
  rules: readonly RoutingRule[],
  asking: Asking,
): { destination: Destination; urgency: Urgency | null } {
  const rule = rules.find((one) => !one.never && matches(one, asking));
  return { destination: rule?.to ?? WHOLE_STORE, urgency: rule?.urgency ?? null };
}
