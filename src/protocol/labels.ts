import type { Reason } from '../domain/reasons';

/** What staff read for a reason, in the dashboard and in their mail. */
export const REASON_LABELS: Record<Reason, string> = {
  customer_request: 'Asked for a person',
  low_confidence: 'Assistant unsure',
  refund: 'Refund',
  complaint: 'Complaint',
  escalation: 'Escalation',
  unsupported_topic: 'Unsupported topic',
  rule: 'Store rule',
  assistant_error: 'Assistant error',
};
