import { news as words } from '../../../words/bg/news';
import type { en } from '../en/news';
import type { Like } from '../words';

export const news: Like<typeof en> = words;
