import type { Measured } from './measure';

/** What is said of how sure the assistant is, and how often it was right. */

const SURE = 0.5;
const VERY_SURE = 0.8;
const answerable = (one: Measured) => one.products.length + one.articles.length > 0;

/** Of a part of the questions, as counts: shares are made of them, and tests hold them. */
export interface Tally {
  questions: number;
  /** With a confidence of at least 0.8, and right among them. */
  verySure: [right: number, of: number];
  /** Unanswerable ones that stay below 0.5. */
  declined: [right: number, of: number];
  /** Answerable ones that are answered surely and rightly. */
  covered: [right: number, of: number];
}

export function tally(measured: Measured[]): Tally {
  const sure = measured.filter((one) => one.confidence >= VERY_SURE);
  const known = measured.filter(answerable);
  const unknown = measured.filter((one) => !answerable(one));
  return {
    questions: measured.length,
    verySure: [sure.filter((one) => one.right).length, sure.length],
    declined: [unknown.filter((one) => one.confidence < SURE).length, unknown.length],
    covered: [known.filter((one) => one.right && one.confidence >= SURE).length, known.length],
  };
}

export const shareOf = ([right, of]: [number, number]): number => (of === 0 ? 1 : right / of);
const percent = (pair: [number, number]): string =>
  pair[1] === 0 ? '–' : `${(100 * shareOf(pair)).toFixed(1)} % (${pair[0]}/${pair[1]})`;

const row = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: (string | number)[][]) =>
  [row(head), row(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');

const tallyRow = (name: string, { questions, verySure, declined, covered }: Tally) => [
  name,
  questions,
  percent(verySure),
  percent(declined),
  percent(covered),
];
const HEAD = ['', 'questions', '≥ 0.8 and right (aim 95 %)', 'unanswerable < 0.5 (aim 95 %)', 'answered surely'];

/** Reliability: ten bins of confidence, and the share that was right in each. */
function bins(measured: Measured[]): string {
  const rows = Array.from({ length: 10 }, (_, n) => {
    const inside = measured.filter((one) => Math.min(9, Math.floor(one.confidence * 10)) === n);
    const mean = inside.reduce((sum, one) => sum + one.confidence, 0) / (inside.length || 1);
    const right = inside.filter((one) => one.right).length;
    return [
      `${n / 10}–${(n + 1) / 10}`,
      inside.length,
      inside.length === 0 ? '–' : mean.toFixed(2),
      percent([right, inside.length]),
    ];
  });
  return table(['confidence', 'answers', 'on average', 'right'], rows);
}

/** Rows by what `of` says, most questions first. */
function by(measured: Measured[], of: (one: Measured) => string): (string | number)[][] {
  const groups = Map.groupBy(measured, of);
  return [...groups].sort((a, b) => b[1].length - a[1].length).map(([name, group]) => tallyRow(name, tally(group)));
}

/** Markdown. */
export function report(parts: [name: string, measured: Measured[]][]): string {
  const fresh = parts.flatMap(([, measured]) => measured.filter((one) => one.part !== 'plain'));
  return [
    '### Aims',
    table(
      HEAD,
      parts.map(([name, measured]) => tallyRow(name, tally(measured))),
    ),
    ...parts.flatMap(([name, measured]) => [`### Reliability, ${name}`, bins(measured)]),
    '### By language (without the plain ones)',
    table(
      HEAD,
      by(fresh, (one) => one.lang),
    ),
    '### By kind',
    table(
      HEAD,
      by(fresh, (one) => one.kind),
    ),
  ].join('\n\n');
}

/** The answers that were wrong, for looking at those of the tuned part. */
export const mistakes = (measured: Measured[]): string =>
  measured
    .filter((one) => (answerable(one) ? !one.right || one.confidence < SURE : one.confidence >= SURE))
    .map((one) => `${one.confidence.toFixed(2)} ${one.kind} ${one.lang} ${one.question} → ${one.shown}`)
    .join('\n');
