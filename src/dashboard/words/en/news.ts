import { news as en } from '../../../words/en/news';
import { room } from '../words';

/** What is told of the queue as it happens. It stands where pushes say the same (src/words). */
export { en };

export const news = room('news', en);
