import { ERRORS } from '../../errors';
import { REASON_LABELS } from '../../protocol/labels';
import { alerts } from './alerts';
import { mails } from './mails';
import { news } from './news';
import { pages } from './pages';
import { push } from './push';

export const en = { pages, mails, alerts, news, push, errors: ERRORS, reasons: REASON_LABELS };
