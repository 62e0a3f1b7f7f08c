import type { Reason } from '../../domain/reasons';

/** Why a person was asked for. Their English is `REASON_LABELS` (src/protocol/labels.ts). */
export const reasons: Record<Reason, string> = {
  customer_request: 'Иска човек',
  low_confidence: 'Асистентът не е сигурен',
  refund: 'Връщане на пари',
  complaint: 'Оплакване',
  escalation: 'Настоява за решение',
  unsupported_topic: 'Непозната тема',
  rule: 'Правило на магазина',
  assistant_error: 'Грешка на асистента',
};
