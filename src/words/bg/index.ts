import type { StaffWords } from '../words';
import { alerts } from './alerts';
import { errors } from './errors';
import { mails } from './mails';
import { news } from './news';
import { pages } from './pages';
import { push } from './push';
import { reasons } from './reasons';

export const bg: StaffWords = { pages, mails, alerts, news, push, errors, reasons };
