import { REASON_LABELS } from '../../../protocol/labels';
import { room } from '../words';

/** Names of what the server knows by a code. */
export const en = {
  reasons: REASON_LABELS,
  outcomes: {
    resolved: 'Resolved',
    escalated: 'Escalated',
    follow_up: 'Follow up',
    cancelled: 'Cancelled',
    unanswered: 'Unanswered',
    abandoned: 'Abandoned',
    off_hours: 'Off hours',
    emailed: 'Emailed',
  },
  roles: { owner: 'Owner', admin: 'Admin', agent: 'Member' },
} as const;

export const labels = room('labels', en);
