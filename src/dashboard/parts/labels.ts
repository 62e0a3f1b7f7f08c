import type { QueueRow } from '../../protocol/desk';
import { REASON_LABELS } from '../../protocol/labels';
import type { HandoffView } from '../../protocol/staff';
import type { Role } from '../session/api';
import type { IconName } from './icons';

export type Reason = NonNullable<QueueRow['reason']>;
export type Outcome = NonNullable<HandoffView['outcome']>;

export const REASONS = REASON_LABELS;

export const OUTCOMES: Record<Outcome, { label: string; icon: IconName; look: string }> = {
  resolved: { label: 'Resolved', icon: 'check', look: 'ok' },
  escalated: { label: 'Escalated', icon: 'escalate', look: '' },
  follow_up: { label: 'Follow up', icon: 'owed', look: 'late' },
  cancelled: { label: 'Cancelled', icon: 'close', look: '' },
  unanswered: { label: 'Unanswered', icon: 'alert', look: 'urgent' },
  abandoned: { label: 'Abandoned', icon: 'clock', look: 'line' },
  off_hours: { label: 'Off hours', icon: 'moon', look: 'line' },
  emailed: { label: 'Emailed', icon: 'mail', look: 'line' },
};

export const ROLES: Record<Role, string> = { owner: 'Owner', admin: 'Admin', agent: 'Member' };
