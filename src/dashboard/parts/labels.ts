import type { QueueRow } from '../../protocol/desk';
import type { HandoffView } from '../../protocol/staff';
import { labels } from '../words/en/labels';
import type { IconName } from './icons';

export type Reason = NonNullable<QueueRow['reason']>;
export type Outcome = NonNullable<HandoffView['outcome']>;

export const REASONS = labels.reasons;
export const ROLES = labels.roles;

/** How an outcome looks; what it is called stands among the words. */
export const OUTCOMES: Record<Outcome, { icon: IconName; look: string }> = {
  resolved: { icon: 'check', look: 'ok' },
  escalated: { icon: 'escalate', look: '' },
  follow_up: { icon: 'owed', look: 'late' },
  cancelled: { icon: 'close', look: '' },
  unanswered: { icon: 'alert', look: 'urgent' },
  abandoned: { icon: 'clock', look: 'line' },
  off_hours: { icon: 'moon', look: 'line' },
  emailed: { icon: 'mail', look: 'line' },
};
