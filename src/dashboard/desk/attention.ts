import { callsFor } from '../../domain/duty';
import type { OnDuty, QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import { firstName } from '../parts/format';
import { labels } from '../words/en/labels';
import { news } from '../words/en/news';

/** What in the queue calls for the reader: which rows are marked, and what is said when a row changes. */

export interface Crew {
  /** The reader's own id. */
  me: string | null;
  teams: readonly { id: string; people: readonly { id: string }[] }[];
  duty: readonly OnDuty[];
}

const membersOf = (to: Target, { teams }: Pick<Crew, 'teams'>): readonly { id: string }[] =>
  to.kind === 'person' ? [to] : (teams.find((team) => team.id === to.id)?.people ?? []);

/** Whether the reader is the person, or belongs to the team. */
export const isMeant = (to: Target, crew: Pick<Crew, 'me' | 'teams'>): boolean =>
  membersOf(to, crew).some(({ id }) => id === crew.me);

/** A request is news to those whom it is meant for; to everybody where none of them is on duty and here. */
export function concerns(to: Target | null, crew: Crew): boolean {
  if (to === null) return true;
  const ids = (people: readonly { id: string }[]) => people.map(({ id }) => id);
  return callsFor(crew.me, ids(membersOf(to, crew)), ids(crew.duty.filter(({ here }) => here)));
}

/** Offered to the reader, or to a team of theirs, by somebody else. */
export const isOffered = (row: QueueRow, crew: Pick<Crew, 'me' | 'teams'>): boolean =>
  row.transfer !== null && row.assignee?.id !== crew.me && isMeant(row.transfer.to, crew);

const isMine = (row: QueueRow, me: string | null) => row.status === 'assigned' && row.assignee?.id === me;

/** Whether the reader is one of those who have been told that a customer gets no reply. */
export const isOverdue = ({ owed, ...row }: QueueRow, me: string | null): boolean =>
  owed?.told === 'desk' || (owed?.told === 'assignee' && isMine({ owed, ...row }, me));

/** Rows that stand first in their list, and in sight where it is folded. */
export const isMarked = (row: QueueRow, crew: Pick<Crew, 'me' | 'teams'>): boolean =>
  isOffered(row, crew) || isOverdue(row, crew.me);

/** Whether somebody who asked once waits once more: released, or their person had gone. */
export const waitsAgain = ({ status, requestedAt, waitingSince }: QueueRow): boolean =>
  status === 'pending' && requestedAt !== null && waitingSince !== null && waitingSince > requestedAt;

/** What happens after five minutes is told of as five: the page's clock is a moment behind the server's. */
const MOMENT = 2_000;
export const minutesSince = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since + MOMENT) / 60_000));

export interface News {
  words: string;
  urgent: boolean;
  /** `own`: about the reader's own chat, so they hear of it off duty too. */
  to: 'duty' | 'own';
}

/** With the reason, and whether it is urgent. */
function about(words: string, { reason, urgency }: QueueRow): string {
  const urgent = urgency === 'urgent';
  if (!reason) return urgent ? news.urgent({ news: words }) : words;
  return news[urgent ? 'reasonUrgent' : 'reason']({ news: words, reason: labels.reasons[reason] });
}

/** An offer that disappears this close to its end ran out; before that it was taken back. */
const NEAR_ITS_END = 2_000;

const RANK = { nobody: 0, assignee: 1, desk: 2 } as const;
const told = (row: QueueRow | null): number => RANK[row?.owed?.told ?? 'nobody'];

/** Whom a colleague plays to try something out calls for nobody else. */
export const isPlayed = ({ test }: QueueRow, me: string | null): boolean => test !== undefined && test !== me;

/** What a change of a row is to the reader. Said once: the same row again is no news. */
export function newsOf(before: QueueRow | null, row: QueueRow, crew: Moment): News[] {
  return [waiting, offered, owed, answered, wrote]
    .map((kind) => kind(before, row, crew))
    .filter((one) => one !== null)
    .filter(({ to }) => to === 'own' || !isPlayed(row, crew.me))
    .map(({ words, to }) => ({ words, to, urgent: row.urgency === 'urgent' }));
}

type Said = Omit<News, 'urgent'> | null;
/** Who reads, when, and which conversation they have before them: its log tells by itself. */
type Moment = Crew & { now: number; open?: string | null };

function waiting(before: QueueRow | null, row: QueueRow, crew: Crew): Said {
  if (row.status !== 'pending' || !concerns(row.destination, crew)) return null;
  const known = before?.status === 'pending' && before.waitingSince === row.waitingSince;
  if (known && !(before.urgency === 'normal' && row.urgency === 'urgent')) return null;
  const words = news[waitsAgain(row) ? 'waitingAgain' : 'waiting']({ customer: row.customer });
  return { words: about(words, row), to: 'duty' };
}

function offered(before: QueueRow | null, row: QueueRow, crew: Crew): Said {
  if (!row.transfer || !isOffered(row, crew) || before?.transfer?.until === row.transfer.until) return null;
  return { words: about(offeredBy(row.customer, row.transfer.to, row.assignee?.name), row), to: 'duty' };
}

function offeredBy(customer: string, to: Target, by: string | undefined): string {
  const name = by && firstName(by);
  if (to.kind === 'person') return name ? news.offeredYouBy({ customer, name }) : news.offeredYou({ customer });
  return name ? news.offeredBy({ customer, team: to.name, name }) : news.offered({ customer, team: to.name });
}

function owed(before: QueueRow | null, row: QueueRow, { me, now }: Moment): Said {
  if (!row.owed || told(row) <= told(before) || !isOverdue(row, me)) return null;
  const mine = isMine(row, me);
  const said = { customer: row.customer, n: minutesSince(row.owed.since, now) };
  const from = !mine && row.assignee && firstName(row.assignee.name);
  return { words: from ? news.noReplyFrom({ ...said, name: from }) : news.noReply(said), to: mine ? 'own' : 'duty' };
}

/** What became of the reader's own offer. */
function answered(before: QueueRow | null, row: QueueRow, { me, now }: Moment): Said {
  if (!before?.transfer || !isMine(before, me) || row.transfer) return null;
  const { to, until } = before.transfer;
  const name = to.kind === 'person' ? firstName(to.name) : to.name;
  if (!isMine(row, me)) {
    const taken = row.status === 'assigned' && row.assignee;
    if (!taken) return null;
    return { words: news.tookOver({ name: firstName(taken.name), customer: row.customer }), to: 'own' };
  }
  return now >= until - NEAR_ITS_END ? { words: news.notTaken({ name, customer: row.customer }), to: 'own' } : null;
}

/** A customer of the reader's, in a chat that is not before them. */
function wrote(before: QueueRow | null, row: QueueRow, { me, open }: Moment): Said {
  if (!before || !isMine(before, me) || !isMine(row, me) || row.id === open) return null;
  if (row.last?.from !== 'customer' || row.unread <= before.unread) return null;
  return { words: news.wrote({ customer: row.customer }), to: 'own' };
}

/** Whom everybody on duty is alerted of once more, each once for one wait. Who had waited longer when the page came is not new. */
export class Again {
  readonly #young = new Map<string, number>();

  /** @param after ms of waiting */
  due(rows: Iterable<QueueRow>, after: number, now: number): QueueRow[] {
    const over: QueueRow[] = [];
    for (const row of rows) {
      const { id, status, waitingSince } = row;
      if (status !== 'pending' || waitingSince === null) this.#young.delete(id);
      else if (now - waitingSince < after) this.#young.set(id, waitingSince);
      else if (this.#young.get(id) === waitingSince && this.#young.delete(id)) over.push(row);
    }
    return over;
  }
}

export const stillWaiting = (row: QueueRow, now: number): News => ({
  words: about(news.stillWaiting({ customer: row.customer, n: minutesSince(row.waitingSince ?? now, now) }), row),
  urgent: row.urgency === 'urgent',
  to: 'duty',
});
