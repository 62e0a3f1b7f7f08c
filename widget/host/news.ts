import type { Events } from '../api';
import type { FromPanel } from '../handshake';

type News = NonNullable<FromPanel['look']['news']>;
export type Tell = <E extends keyof Events>(event: E, detail: Events[E]) => void;

/** From what the panel says each time to what is new of it. */
/** @param anew nothing was said before: the first message is news */
export function newsOf(tell: Tell, anew: boolean): (news: News) => void {
  let unread = 0;
  let who = 'assistant';
  let last = anew ? 0 : undefined;
  return (news) => {
    const { is, name } = news;
    if (news.last && last !== undefined && news.last.seq > last)
      tell('message', { from: news.last.from, at: news.last.at });
    // What stood there when the page came is no news.
    if (news.last) last = news.last.seq;
    if (news.unread !== unread) {
      unread = news.unread;
      tell('unread', { count: unread });
    }
    if (who !== is + (name ?? '')) {
      who = is + (name ?? '');
      tell('handoff', name === undefined ? { is } : { is, name });
    }
  };
}
