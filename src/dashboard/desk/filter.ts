import type { QueueRow } from '../../protocol/desk';
import { REASONS, type Reason } from '../parts/labels';
import { type Crew, isMeant, isOffered } from './attention';

/** Which rows the reader wants to see, kept on their device. What they have open is always there. */
export interface Filter {
  reason: Reason | null;
  /** The first part of a language tag: `pt` for `pt-BR`. */
  lang: string | null;
  /** The id of a team. */
  team: string | null;
  /** With something in it that nobody of the staff has seen. */
  unread: boolean;
  /** The reader's own chats, and what is meant for them. */
  mine: boolean;
}

export const EVERYTHING: Filter = { reason: null, lang: null, team: null, unread: false, mine: false };

export const baseOf = (lang: string): string => lang.split('-')[0]?.toLowerCase() ?? lang;

export const isOn = (filter: Filter): boolean =>
  Object.values(filter).some((wanted) => wanted !== null && wanted !== false);

type Reader = Pick<Crew, 'me' | 'teams'>;

export function passes(row: QueueRow, filter: Filter, reader: Reader): boolean {
  const { reason, lang, team, unread, mine } = filter;
  return (
    (reason === null || row.reason === reason) &&
    (lang === null || baseOf(row.lang) === lang) &&
    (team === null || isOf(row, team, reader)) &&
    (!unread || row.unread > 0) &&
    (!mine || isForReader(row, reader))
  );
}

/** Asked of the team, offered to it, or with one of its people. */
function isOf({ destination, transfer, assignee }: QueueRow, team: string, { teams }: Reader): boolean {
  const meant = [destination, transfer?.to].some((to) => to?.kind === 'team' && to.id === team);
  const people = teams.find(({ id }) => id === team)?.people ?? [];
  return meant || people.some(({ id }) => id === assignee?.id);
}

const isForReader = (row: QueueRow, reader: Reader): boolean =>
  row.assignee?.id === reader.me ||
  isOffered(row, reader) ||
  (row.status === 'pending' && row.destination !== null && isMeant(row.destination, reader));

/** As it was kept; whatever cannot be read is not wanted. */
export function readFilter(kept: string | null): Filter {
  let read: unknown = null;
  try {
    read = JSON.parse(kept ?? 'null');
  } catch {
    // Written by something else.
  }
  if (typeof read !== 'object' || read === null) return EVERYTHING;
  const of = (key: keyof Filter): unknown => Reflect.get(read, key);
  const text = (key: 'lang' | 'team') => (typeof of(key) === 'string' ? String(of(key)) : null);
  const reason = of('reason');
  return {
    reason: typeof reason === 'string' && Object.hasOwn(REASONS, reason) ? (reason as Reason) : null,
    lang: text('lang'),
    team: text('team'),
    unread: of('unread') === true,
    mine: of('mine') === true,
  };
}

/** What is not wanted is not written: no filter is no entry. */
export const writeFilter = (filter: Filter): string => (isOn(filter) ? JSON.stringify(filter) : '');
