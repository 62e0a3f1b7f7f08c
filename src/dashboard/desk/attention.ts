import { callsFor } from '../../domain/duty';
import { isQuiet, type NoticeKind, type Notices, wants } from '../../domain/notices';
import type { OnDuty, QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import { called, firstName } from '../parts/format';
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
  /** As what the reader chooses it, or leaves it out. */
  kind: NoticeKind;
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
  const read = { ...row, customer: called(row.customer) };
  return [waiting, offered, owed, answered, wrote]
    .map((kind) => kind(before, read, crew))
    .filter((one) => one !== null)
    .filter(({ to }) => to === 'own' || !isPlayed(row, crew.me))
    .map((one) => ({ ...one, urgent: row.urgency === 'urgent' }));
}

type Said = Omit<News, 'urgent'> | null;
/** Who reads, when, and which conversation they have before them: its log tells by itself. */
type Moment = Crew & { now: number; open?: string | null };

function waiting(before: QueueRow | null, row: QueueRow, crew: Crew): Said {
  if (row.status !== 'pending' || !concerns(row.destination, crew)) return null;
  const known = before?.status === 'pending' && before.waitingSince === row.waitingSince;
  if (known && !(before.urgency === 'normal' && row.urgency === 'urgent')) return null;
  const words = news[waitsAgain(row) ? 'waitingAgain' : 'waiting']({ customer: row.customer });
  return { words: about(words, row), to: 'duty', kind: 'waiting' };
}

function offered(before: QueueRow | null, row: QueueRow, crew: Crew): Said {
  if (!row.transfer || !isOffered(row, crew) || before?.transfer?.until === row.transfer.until) return null;
  const words = about(offeredBy(row.customer, row.transfer.to, row.assignee?.name), row);
  return { words, to: 'duty', kind: 'transfers' };
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
  const words = from ? news.noReplyFrom({ ...said, name: from }) : news.noReply(said);
  return { words, to: mine ? 'own' : 'duty', kind: 'chats' };
}

/** What became of the reader's own offer. */
function answered(before: QueueRow | null, row: QueueRow, { me, now }: Moment): Said {
  if (!before?.transfer || !isMine(before, me) || row.transfer) return null;
  const { to, until } = before.transfer;
  const name = to.kind === 'person' ? firstName(to.name) : to.name;
  if (!isMine(row, me)) {
    const taken = row.status === 'assigned' && row.assignee;
    if (!taken) return null;
    return {
      words: news.tookOver({ name: firstName(taken.name), customer: row.customer }),
      to: 'own',
      kind: 'transfers',
    };
  }
  if (now < until - NEAR_ITS_END) return null;
  return { words: news.notTaken({ name, customer: row.customer }), to: 'own', kind: 'transfers' };
}

/** A customer of the reader's, in a chat that is not before them. */
function wrote(before: QueueRow | null, row: QueueRow, { me, open }: Moment): Said {
  if (!before || !isMine(before, me) || !isMine(row, me) || row.id === open) return null;
  if (row.last?.from !== 'customer' || row.unread <= before.unread) return null;
  return { words: news.wrote({ customer: row.customer }), to: 'own', kind: 'chats' };
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
  words: about(
    news.stillWaiting({ customer: called(row.customer), n: minutesSince(row.waitingSince ?? now, now) }),
    row,
  ),
  urgent: row.urgency === 'urgent',
  to: 'duty',
  kind: 'waiting',
});

/** What of all this is shown beside a page that is out of sight: as a device is told while no page is open. */
export const besideOf = <T extends Pick<News, 'kind' | 'urgent'>>(heard: readonly T[], as: Notices, now: number): T[] =>
  heard.filter(({ kind, urgent }) => wants(as, kind, urgent, now));

/** What is heard of all this at once: who waits goes before words in one’s own chats. Null in quiet hours, and as chosen. */
export function soundOf(
  heard: readonly Pick<News, 'to' | 'urgent'>[],
  { sounds, quiet }: Pick<Notices, 'sounds' | 'quiet'>,
  now: number,
): 'waiting' | 'urgent' | 'message' | null {
  if (isQuiet({ quiet }, now)) return null;
  const waiting = heard.filter(({ to }) => to === 'duty');
  if (sounds.waiting && waiting.length > 0) return waiting.some(({ urgent }) => urgent) ? 'urgent' : 'waiting';
  return sounds.message && waiting.length < heard.length ? 'message' : null;
}
