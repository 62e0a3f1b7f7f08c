import { calledIn } from '../protocol/names';
import { filled, type StaffWords } from '../words/words';
import type { Notice } from './push-notice';

/** As the outbox of an older version kept it: in English. */
interface OlderNotice {
  title: string;
  about: string;
}

/** A notice in its reader's words: the title, and what stands in the second line beside the store's name. */
export function noticeWords(notice: Notice | OlderNotice, words: StaffWords): { title: string; about: string } {
  if (!('says' in notice)) return notice;
  const { reason, urgent } = notice;
  const { news, push, reasons } = words;
  const says = readIn(news.guest, notice.says);
  const about = [reason && reasons[reason], urgent && push.urgent].filter(Boolean).join(', ');
  switch (says.is) {
    case 'waiting':
      return { title: filled(says.again ? news.waitingAgain : news.waiting, { customer: says.customer }), about };
    case 'still_waiting':
      return { title: filled(news.stillWaiting, { customer: says.customer, n: says.minutes }), about };
    case 'many_waiting':
      return { title: push.manyWaiting(says.count), about: push.minutes(says.minutes) };
    case 'offered':
      return { title: offered(says, news), about };
    case 'no_reply': {
      const text = says.by === null ? news.noReply : news.noReplyFrom;
      return { title: filled(text, { customer: says.customer, name: says.by ?? '', n: says.minutes }), about };
    }
    case 'mentioned':
      return { title: push.mentioned(says.by), about: push.inChat(says.customer) };
    default:
      return { title: push.owed[says.is](says.customer), about };
  }
}

/** Whoever gave no name is called in the reader's words. */
const readIn = (guest: string, says: Notice['says']): Notice['says'] =>
  'customer' in says ? { ...says, customer: calledIn(guest, says.customer) } : says;

function offered({ customer, to, by }: Extract<Notice['says'], { is: 'offered' }>, news: StaffWords['news']): string {
  const values = { customer, ...(to !== null && { team: to }), ...(by !== null && { name: by }) };
  if (to === null) return filled(by === null ? news.offeredYou : news.offeredYouBy, values);
  return filled(by === null ? news.offered : news.offeredBy, values);
}
