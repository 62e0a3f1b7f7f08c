import { folded } from '../parts/format';

/** Something that the palette finds: a command, a page, somebody's chat, a saved reply. */
export interface Entry {
  id: string;
  group: string;
  name: string;
  /** Beside the name. */
  hint?: string;
  key?: string;
  /** Words by which it is found, without standing there. */
  also?: string;
  lang?: string;
  run: () => void;
}

export interface Found {
  group: string;
  entries: Entry[];
}

/** Of one group, where something is typed: a thousand chats leave room for the rest. */
const MOST = 8;

/** How well it fits: the name begins so, the words begin words of the name, or stand beside it. */
function rank({ name, hint, also }: Entry, sought: string, words: readonly string[]): number | null {
  const called = folded(name);
  if (called.startsWith(sought)) return 0;
  const begins = (text: string) => {
    const all = ` ${folded(text).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
    return words.every((word) => all.includes(` ${word}`));
  };
  if (begins(name)) return 1;
  return begins([name, hint, also].join(' ')) ? 2 : null;
}

/** What fits, the group with the best first. Nothing typed: everything, as it came. */
export function find(entries: readonly Entry[], typed: string): Found[] {
  const sought = folded(typed).trim();
  const words = sought.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (sought !== '' && words.length === 0) return [];
  const groups = new Map<string, { entry: Entry; rank: number }[]>();
  for (const entry of entries) {
    const fits = rank(entry, sought, words);
    if (fits !== null) groups.set(entry.group, [...(groups.get(entry.group) ?? []), { entry, rank: fits }]);
  }
  return [...groups]
    .map(([group, found]) => ({ group, found: found.sort((a, b) => a.rank - b.rank) }))
    .sort((a, b) => (a.found[0]?.rank ?? 0) - (b.found[0]?.rank ?? 0))
    .map(({ group, found }) => ({
      group,
      entries: found.slice(0, sought ? MOST : undefined).map(({ entry }) => entry),
    }));
}
