import { fold } from '../catalog/words';
import { EVERYDAY } from './words';

/** Groups questions by what they ask: pure, and the same for the same questions in whatever order they come. */

export interface Asked {
  conversation: string;
  seq: number;
  text: string;
  lang: string;
  /** Epoch ms. */
  at: number;
  why: 'unsure' | 'handoff';
  /** From `weightyWords`. */
  words: readonly string[];
  settledAt: number | null;
}

/** Questions that ask the same, newest first. */
export interface Group {
  /** In the wording that stands for all. */
  typical: Asked;
  asked: Asked[];
  /** Other wordings, each of other words, the most frequent first. */
  others: string[];
}

/** Of the weight of two questions' words, the part that both have. */
const ALIKE = 0.5;
const EVERYDAY_WEIGHT = 0.3;
/** Endings that no rule knew: "gravu", "gravur". */
const STEM = { letters: 5, more: 3 };
const LOOKED = 200;
const MOST_OTHERS = 4;

/** @returns the biggest group first; of equal ones the one asked last */
export function grouped(questions: readonly Asked[]): Group[] {
  const all = [...questions].sort(inTime);
  const spelled = spellings(all);
  const buckets = new Map<string, Bucket>();
  for (const asked of all) {
    const words = [...new Set(asked.words.map((word) => spelled.get(word) ?? word))].sort();
    const key = words.join(' ');
    const bucket = buckets.get(key) ?? { key, words, asked: [] };
    bucket.asked.push(asked);
    buckets.set(key, bucket);
  }
  const list = [...buckets.values()].sort(
    (a, b) => b.asked.length - a.asked.length || b.words.length - a.words.length || (a.key < b.key ? -1 : 1),
  );
  return joined(list, weightsOf(list))
    .map(groupOf)
    .sort((a, b) => b.asked.length - a.asked.length || inTime(b.asked[0], a.asked[0]));
}

/** Questions with the same words. */
interface Bucket {
  key: string;
  words: string[];
  asked: Asked[];
}

const inTime = (a: Asked | undefined, b: Asked | undefined): number =>
  (a?.at ?? 0) - (b?.at ?? 0) || compare(a?.conversation ?? '', b?.conversation ?? '') || (a?.seq ?? 0) - (b?.seq ?? 0);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Words that are the beginning of another are taken for the same. */
function spellings(questions: readonly Asked[]): Map<string, string> {
  const known = new Set<string>();
  const spelled = new Map<string, string>();
  const words = new Set(questions.flatMap((asked) => asked.words));
  for (const word of [...words].sort((a, b) => a.length - b.length || compare(a, b))) {
    const least = Math.max(STEM.letters, word.length - STEM.more);
    let found = word;
    for (let end = least; end < word.length && found === word; end++) {
      const beginning = word.slice(0, end);
      if (known.has(beginning)) found = beginning;
    }
    known.add(found);
    spelled.set(word, found);
  }
  return spelled;
}

/** Rare words say more than common ones, words of every day little. */
function weightsOf(buckets: readonly Bucket[]): Map<string, number> {
  const spread = new Map<string, number>();
  for (const { words } of buckets) for (const word of words) spread.set(word, (spread.get(word) ?? 0) + 1);
  const rarity = (n: number) => 1 + Math.log((buckets.length + 1) / (n + 1)) / Math.log(buckets.length + 2);
  return new Map([...spread].map(([word, n]) => [word, rarity(n) * (word.startsWith(EVERYDAY) ? EVERYDAY_WEIGHT : 1)]));
}

interface Leader {
  words: Set<string>;
  weight: number;
  of: Bucket[];
}

/** Each bucket goes to the one before it that is most alike, or begins a group. */
function joined(buckets: readonly Bucket[], weights: ReadonlyMap<string, number>): Bucket[][] {
  const leaders: Leader[] = [];
  const under = new Map<string, Leader[]>();
  const weigh = (words: Iterable<string>) => [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0);
  for (const bucket of buckets) {
    const weight = weigh(bucket.words);
    let best: { leader: Leader; alike: number } | null = null;
    for (const leader of new Set(bucket.words.flatMap((word) => under.get(word) ?? []))) {
      const both = weigh(bucket.words.filter((word) => leader.words.has(word)));
      const alike = both / (weight + leader.weight - both);
      if (alike >= ALIKE && (!best || alike > best.alike)) best = { leader, alike };
    }
    if (best) {
      best.leader.of.push(bucket);
      continue;
    }
    const leader = { words: new Set(bucket.words), weight, of: [bucket] };
    leaders.push(leader);
    for (const word of bucket.words) {
      const list = under.get(word) ?? [];
      // Of a word that stands everywhere only the biggest are looked at.
      if (list.length < LOOKED) list.push(leader);
      under.set(word, list);
    }
  }
  return leaders.map(({ of }) => of);
}

function groupOf(buckets: readonly Bucket[]): Group {
  const wordings = buckets.map(({ asked }) => mostFrequent(asked));
  const asked = buckets.flatMap((bucket) => bucket.asked).sort((a, b) => inTime(b, a));
  const [typical] = wordings;
  if (!typical) throw new Error('A group has questions');
  return { typical, asked, others: wordings.slice(1, MOST_OTHERS + 1).map(({ text }) => text) };
}

/** Of those with the same words, the wording that came most often; of equal ones the last. */
function mostFrequent(asked: readonly Asked[]): Asked {
  const times = new Map<string, number>();
  const plain = ({ text }: Asked) =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  for (const one of asked) times.set(plain(one), (times.get(plain(one)) ?? 0) + 1);
  const often = (one: Asked) => times.get(plain(one)) ?? 0;
  return asked.reduce((best, one) => (often(one) >= often(best) ? one : best));
}
