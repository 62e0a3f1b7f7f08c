import { folded } from '../parts/format';
import type { SavedReply } from './door';

type Named = Pick<SavedReply, 'name'>;
const byName = (a: Named, b: Named): number => a.name.localeCompare(b.name, 'en', { numeric: true });

/**
 * What fits what was typed: short names that begin so first, then those that hold it, then texts with all of its words.
 * Of equally good ones, what is sent most comes first.
 */
export function fitting<T extends Pick<SavedReply, 'name' | 'texts' | 'uses'>>(
  replies: readonly T[],
  typed: string,
): T[] {
  const sought = folded(typed).trim();
  const words = sought.split(/\s+/).filter(Boolean);
  const rank = ({ name, texts }: T): number | null => {
    const called = folded(name);
    if (called.startsWith(sought)) return 0;
    if (called.includes(sought)) return 1;
    // Words begin with what was typed: two letters stand in the middle of nearly every text.
    const all = ` ${folded([name, ...Object.values(texts)].join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return words.every((word) => all.includes(` ${word}`)) ? 2 : null;
  };
  return replies
    .map((reply) => ({ reply, rank: rank(reply) }))
    .filter((one): one is { reply: T; rank: number } => one.rank !== null)
    .sort((a, b) => a.rank - b.rank || b.reply.uses - a.reply.uses || byName(a.reply, b.reply))
    .map(({ reply }) => reply);
}
