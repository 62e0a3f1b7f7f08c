import type { OnDuty, QueueRow } from '../../protocol/desk';
import type { Target } from '../../protocol/staff';
import { firstName } from '../parts/format';
import { REASONS } from '../parts/labels';

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
  if (to === null || isMeant(to, crew)) return true;
  const members = new Set(membersOf(to, crew).map(({ id }) => id));
  return !crew.duty.some((person) => person.here && members.has(person.id));
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

const about = ({ reason, urgency }: QueueRow): string =>
  `${reason ? `: ${REASONS[reason]}` : ''}${urgency === 'urgent' ? ', urgent' : ''}`;

/** An offer that disappears this close to its end ran out; before that it was taken back. */
const NEAR_ITS_END = 2_000;

const RANK = { nobody: 0, assignee: 1, desk: 2 } as const;
const told = (row: QueueRow | null): number => RANK[row?.owed?.told ?? 'nobody'];

/** What a change of a row is to the reader. Said once: the same row again is no news. */
export function newsOf(before: QueueRow | null, row: QueueRow, crew: Moment): News[] {
  return [waiting, offered, owed, answered, wrote]
    .map((kind) => kind(before, row, crew))
    .filter((one) => one !== null)
    .map(({ words, to }) => ({ words, to, urgent: row.urgency === 'urgent' }));
}

type Said = Omit<News, 'urgent'> | null;
/** Who reads, when, and which conversation they have before them: its log tells by itself. */
type Moment = Crew & { now: number; open?: string | null };

function waiting(before: QueueRow | null, row: QueueRow, crew: Crew): Said {
  if (row.status !== 'pending' || !concerns(row.destination, crew)) return null;
  const known = before?.status === 'pending' && before.waitingSince === row.waitingSince;
  if (known && !(before.urgency === 'normal' && row.urgency === 'urgent')) return null;
  return { words: `${row.customer} is waiting${waitsAgain(row) ? ' again' : ''}${about(row)}`, to: 'duty' };
}

function offered(before: QueueRow | null, row: QueueRow, crew: Crew): Said {
  if (!row.transfer || !isOffered(row, crew) || before?.transfer?.until === row.transfer.until) return null;
  const { to } = row.transfer;
  const whom = to.kind === 'person' ? 'you' : to.name;
  const by = row.assignee ? ` by ${firstName(row.assignee.name)}` : '';
  return { words: `${row.customer} is offered to ${whom}${by}${about(row)}`, to: 'duty' };
}

function owed(before: QueueRow | null, row: QueueRow, { me, now }: Moment): Said {
  if (!row.owed || told(row) <= told(before) || !isOverdue(row, me)) return null;
  const mine = isMine(row, me);
  const whose = mine || !row.assignee ? '' : ` from ${firstName(row.assignee.name)}`;
  const words = `${row.customer} has had no reply${whose} for ${minutesSince(row.owed.since, now)} min`;
  return { words, to: mine ? 'own' : 'duty' };
}

/** What became of the reader's own offer. */
function answered(before: QueueRow | null, row: QueueRow, { me, now }: Moment): Said {
  if (!before?.transfer || !isMine(before, me) || row.transfer) return null;
  const { to, until } = before.transfer;
  const name = to.kind === 'person' ? firstName(to.name) : to.name;
  if (!isMine(row, me)) {
    const taken = row.status === 'assigned' && row.assignee;
    return taken ? { words: `${firstName(taken.name)} took over ${row.customer}`, to: 'own' } : null;
  }
  return now >= until - NEAR_ITS_END
    ? { words: `${name} did not take ${row.customer} in time. You stay with them`, to: 'own' }
    : null;
}

/** A customer of the reader's, in a chat that is not before them. */
function wrote(before: QueueRow | null, row: QueueRow, { me, open }: Moment): Said {
  if (!before || !isMine(before, me) || !isMine(row, me) || row.id === open) return null;
  if (row.last?.from !== 'customer' || row.unread <= before.unread) return null;
  return { words: `${row.customer} wrote`, to: 'own' };
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
  words: `${row.customer} is still waiting after ${minutesSince(row.waitingSince ?? now, now)} min${about(row)}`,
  urgent: row.urgency === 'urgent',
  to: 'duty',
});
