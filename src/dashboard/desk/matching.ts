import type { QueueRow } from '../../protocol/desk';
import { called } from '../parts/format';
import { labels } from '../words/en/labels';

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const said = ({ customer, reason, last, assignee }: QueueRow): string =>
  folded([called(customer), reason && labels.reasons[reason], last?.text, assignee?.name].filter(Boolean).join(' '));

/** The open rows in which every one of these words stands, the newest words first. */
export function matching(rows: Iterable<QueueRow>, words: string): QueueRow[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return [...rows]
    .filter((row) => {
      const text = said(row);
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0) || a.id.localeCompare(b.id));
}
