import type { QueueRow } from '../../protocol/desk';
import { type Crew, isMarked } from './attention';

export const GROUPS = ['waiting', 'mine', 'team', 'assistant'] as const;
export type Group = (typeof GROUPS)[number];
export type Arrangement = Record<Group, readonly string[]>;
/** The row that the pointer is on. */
export interface Pin {
  group: Group;
  id: string;
}

export function groupOf(row: QueueRow, me: string | null): Group {
  if (row.status === 'pending') return 'waiting';
  if (row.status === 'assistant') return 'assistant';
  return row.assignee?.id === me ? 'mine' : 'team';
}

const latestFirst = (a: QueueRow, b: QueueRow) => (b.last?.at ?? 0) - (a.last?.at ?? 0) || a.id.localeCompare(b.id);
/** Urgent first, then by the original request: whoever becomes pending again keeps their place. */
const mostPressing = (a: QueueRow, b: QueueRow) =>
  Number(b.urgency === 'urgent') - Number(a.urgency === 'urgent') ||
  (a.requestedAt ?? 0) - (b.requestedAt ?? 0) ||
  a.id.localeCompare(b.id);

const ORDER: Record<Group, (a: QueueRow, b: QueueRow) => number> = {
  waiting: mostPressing,
  mine: latestFirst,
  team: latestFirst,
  assistant: latestFirst,
};

type Reader = Pick<Crew, 'me' | 'teams'>;

function fresh(rows: ReadonlyMap<string, QueueRow>, reader: Reader): Record<Group, string[]> {
  const groups: Record<Group, QueueRow[]> = { waiting: [], mine: [], team: [], assistant: [] };
  for (const row of rows.values()) groups[groupOf(row, reader.me)].push(row);
  // What calls for the reader comes before what merely went on.
  const markedFirst = (a: QueueRow, b: QueueRow) => Number(isMarked(b, reader)) - Number(isMarked(a, reader));
  const ids = (group: Group) =>
    groups[group].sort((a, b) => markedFirst(a, b) || ORDER[group](a, b)).map(({ id }) => id);
  return { waiting: ids('waiting'), mine: ids('mine'), team: ids('team'), assistant: ids('assistant') };
}

/**
 * The lists as they are shown. While the pointer is on a row, everything down to that row stays where it was; what is
 * new comes below it, or, in a list further up, when the pointer leaves.
 */
export function arrange(
  rows: ReadonlyMap<string, QueueRow>,
  reader: Reader,
  pin: Pin | null,
  shown: Arrangement | null,
): Arrangement {
  const next = fresh(rows, reader);
  if (!pin || !shown?.[pin.group].includes(pin.id) || !rows.has(pin.id)) return next;
  const still = new Set<string>();
  const keep = (ids: readonly string[]) => {
    const kept = ids.filter((id) => rows.has(id));
    for (const id of kept) still.add(id);
    return kept;
  };
  const at = GROUPS.indexOf(pin.group);
  GROUPS.forEach((group, i) => {
    if (i < at) next[group] = keep(shown[group]);
    else if (i === at) {
      const head = keep(shown[group].slice(0, shown[group].indexOf(pin.id) + 1));
      next[group] = [...head, ...next[group].filter((id) => !still.has(id))];
    } else next[group] = next[group].filter((id) => !still.has(id));
  });
  return next;
}
