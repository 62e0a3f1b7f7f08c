/** Why a handoff was asked for (lifecycle, "Why it fired"). */
export const REASONS = [
  'customer_request',
  'low_confidence',
  'refund',
  'complaint',
  'escalation',
  'unsupported_topic',
  'rule',
  'assistant_error',
] as const;
export type Reason = (typeof REASONS)[number];

export type Urgency = 'normal' | 'urgent';

export const URGENT_BY_DEFAULT: readonly Reason[] = ['refund', 'complaint', 'escalation'];

/** How pressing a reason is for a store; `urgentReasons` is the store's own list. */
export const urgencyOf = (reason: Reason | null, urgentReasons: readonly Reason[] = URGENT_BY_DEFAULT): Urgency =>
  reason !== null && urgentReasons.includes(reason) ? 'urgent' : 'normal';
