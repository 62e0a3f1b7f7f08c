import { reasons } from '../../../words/bg/reasons';
import type { en } from '../en/labels';
import type { Like } from '../words';

export const labels: Like<typeof en> = {
  reasons,
  outcomes: {
    resolved: 'Решен',
    escalated: 'Отнесен нагоре',
    follow_up: 'За довършване',
    cancelled: 'Отказан',
    unanswered: 'Без отговор',
    abandoned: 'Изоставен',
    off_hours: 'Извън работно време',
    emailed: 'По имейл',
  },
  roles: { owner: 'Собственик', admin: 'Администратор', agent: 'Член' },
};
