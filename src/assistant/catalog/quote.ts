import { folded, type Phrase, standsIn } from './words';

interface Unit {
  text: string;
  /** Which line of the passage it stands in. */
  line: number;
  step: boolean;
}

const MAX_SENTENCES = 3;
const MAX_STEPS = 6;
const MAX_CHARACTERS = 420;

const LISTED = /^(?:–|\d+\.) /;

/** Sentences, and whole lines of lists. */
function unitsOf(text: string): Unit[] {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  return text.split('\n').flatMap((line, n): Unit[] => {
    if (LISTED.test(line)) return [{ text: line, line: n, step: true }];
    return [...sentences.segment(line)].map(({ segment }) => ({ text: segment.trim(), line: n, step: false }));
  });
}

/**
 * The part of a passage that answers: one to three sentences, or a list's lines, word for word. Where nothing is sought
 * inside it, its beginning.
 * @returns its pieces in order, each with what stands before it in the passage (a space or a line break)
 */
export function quote(text: string, sought: Phrase[]): string[] {
  const units = unitsOf(text);
  const scores = units.map(({ text: unit }) => {
    const there = folded(unit);
    return sought.filter((one) => standsIn(there, one)).length;
  });
  const best = scores.reduce((top, score, n) => (score > (scores[top] ?? 0) ? n : top), 0);
  const [from, to] = spanOf(units, scores, best);
  const pieces: string[] = [];
  let length = 0;
  for (let n = from; n <= to; n++) {
    const unit = units[n];
    if (!unit || (n > Math.max(from, best) && length + unit.text.length > MAX_CHARACTERS)) break;
    const joint = n === from ? '' : unit.line === units[n - 1]?.line ? ' ' : '\n';
    pieces.push(joint + unit.text);
    length += unit.text.length;
  }
  return pieces;
}

/** The first and last unit of what is quoted. */
function spanOf(units: Unit[], scores: number[], best: number): [number, number] {
  if (units[best]?.step) {
    const numbered = /^\d/.test(units[best].text);
    // Steps are of use from the first one; of other lists, the lines that speak of it.
    let from = best;
    while (numbered && units[from - 1]?.step) from--;
    if (from > 0 && units[from - 1]?.text.endsWith(':')) from--;
    let to = best;
    const wanted = (n: number) => units[n]?.step && (numbered || (scores[n] ?? 0) >= (scores[best] ?? 0));
    while (wanted(to + 1) && to + 1 - from < MAX_STEPS) to++;
    return [from, to];
  }
  let to = best;
  if (/[:：]$/.test(units[best]?.text ?? '')) {
    while (units[to + 1]?.step && to + 1 - best < MAX_STEPS) to++;
    return [best, to];
  }
  const from = best;
  while (
    to + 1 < units.length &&
    to + 1 - from < MAX_SENTENCES &&
    !units[to + 1]?.step &&
    units[to + 1]?.line === units[best]?.line
  )
    to++;
  return [from, to];
}
