import type { Phrase } from '../../catalog/words';
import { colourOf } from './colours';

/** What a mistyped word may have meant, by the words that stand in the store's own names and titles. */

const MOST = 4;

/** Letters under which the words stand that a mistyped one may have meant: its first two, should the first be wrong. */
export const lettersOf = (word: string): string[] => [...new Set([...word].slice(0, 2))];

/** How many slips a word of this length may hold; short ones mean too many things. */
const slips = (length: number): number => (length < 5 ? 0 : length < 8 ? 1 : 2);

/**
 * The words nearest to one that stands nowhere: equally near ones all, at most four.
 * @param word folded
 * @param known folded words, between spaces
 */
export function meant(word: string, known: readonly string[]): Phrase[] {
  const most = slips([...word].length);
  if (most === 0 || /[^\p{L}]/u.test(word) || colourOf(word)) return [];
  let least = most;
  let found: string[] = [];
  for (const candidate of new Set(known.flatMap((line) => line.split(' ')))) {
    if (Math.abs(candidate.length - word.length) > least || !sharesTrigram(word, candidate)) continue;
    const distance = distanceOf(word, candidate, least);
    if (distance > least) continue;
    if (distance < least) found = [];
    least = distance;
    found.push(candidate);
  }
  return found.slice(0, MOST).map((candidate) => ({ words: [candidate], open: candidate.length > 4 }));
}

/** Two slips in a long word leave a run of three letters; in a short one, of two. */
function sharesTrigram(word: string, candidate: string): boolean {
  const size = word.length < 8 ? 2 : 3;
  for (let at = 0; at + size <= word.length; at++) if (candidate.includes(word.slice(at, at + size))) return true;
  return false;
}

/** Optimal string alignment: letters put in, left out, replaced, or two of them swapped. Above `most` it stops counting. */
function distanceOf(a: string, b: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
}
