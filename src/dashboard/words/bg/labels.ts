import type { en } from '../en/labels';
import type { Like } from '../words';

export const labels: Like<typeof en> = {
  reasons: {
    customer_request: 'Иска човек',
    low_confidence: 'Асистентът не е сигурен',
    refund: 'Връщане на пари',
    complaint: 'Оплакване',
    escalation: 'Настоява за решение',
    unsupported_topic: 'Непозната тема',
    rule: 'Правило на магазина',
    assistant_error: 'Грешка на асистента',
  },
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
