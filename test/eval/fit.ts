import { type Evidence, FEATURES, type Feature, type Kind } from '../../src/assistant/catalog/certainty';
import { consider } from '../../src/assistant/catalog/consider';
import { offerOf } from '../../src/assistant/catalog/offer';
import { understand } from '../../src/assistant/catalog/question';
import { isAnswerable, PARTS, type Part } from './labelled';
import { answers, storeOf } from './measure';

/** Weights for how sure the assistant is, from questions whose answers are known. */

/** What is fitted on: never what was held out. */
const FITTED: Part[] = ['tuned', 'plain'];
/** An answer where none is counts as so many: it is what customers forgive least. */
const UNANSWERABLE = 2;
/** Holds weights small where little speaks for more (L2). */
const RIDGE = 1;

interface Example {
  evidence: Evidence;
  right: boolean;
  counts: number;
}

/** Each question is two examples: whether its best product, and its best passage, was what was wanted. */
export async function examples(db: D1Database): Promise<Record<Kind, Example[]>> {
  const made: Record<Kind, Example[]> = { products: [], passages: [] };
  for (const part of FITTED) {
    for (const label of PARTS[part]) {
      const understood = understand(label.text, label.lang);
      if (understood.order) continue;
      const { asked, evidence, products, passages, weights } = await consider(db, storeOf(part), understood, []);
      const counts = isAnswerable(label) ? 1 : UNANSWERABLE;
      const [shown] = offerOf(products, asked, weights, 1, label.lang).shown;
      if (evidence.products)
        made.products.push({ evidence: evidence.products, right: answers(label, shown?.id, undefined), counts });
      const url = passages[0]?.found.url;
      if (evidence.passages)
        made.passages.push({ evidence: evidence.passages, right: answers(label, undefined, url), counts });
    }
  }
  return made;
}

/** Logistic regression by Newton's method (iteratively reweighted least squares), with a ridge on all but the base. */
export function fitted(all: Example[]): Record<Feature, number> {
  let weights: number[] = FEATURES.map(() => 0);
  const rows = all.map(({ evidence }) => FEATURES.map((name) => evidence[name]));
  for (let round = 0; round < 30; round++) {
    const gradient = weights.map((weight, n) => (FEATURES[n] === 'base' ? 0 : RIDGE * weight));
    const hessian: number[][] = weights.map((_, i) =>
      weights.map((__, j) => (i === j ? (FEATURES[i] === 'base' ? 1e-6 : RIDGE) : 0)),
    );
    for (const [at, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, value, n) => sum + value * (weights[n] ?? 0), 0)));
      const counts = all[at]?.counts ?? 1;
      const error = counts * (p - Number(all[at]?.right));
      const spread = counts * p * (1 - p);
      for (const [i, value] of row.entries()) {
        gradient[i] = (gradient[i] ?? 0) + error * value;
        const line = hessian[i] ?? [];
        for (const [j, other] of row.entries()) line[j] = (line[j] ?? 0) + spread * value * other;
      }
    }
    const step = solve(hessian, gradient);
    weights = weights.map((weight, n) => weight - (step[n] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return Object.fromEntries(FEATURES.map((name, n) => [name, Number((weights[n] ?? 0).toFixed(2))])) as Record<
    Feature,
    number
  >;
}

/** Solves `matrix · x = right` by elimination; the matrix is symmetric and positive. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, n) => [...row, right[n] ?? 0]);
  for (const [n, pivot] of rows.entries()) {
    const scale = pivot[n] ?? 1;
    for (const [m, row] of rows.entries()) {
      if (m === n) continue;
      const times = (row[n] ?? 0) / scale;
      for (let k = n; k < row.length; k++) row[k] = (row[k] ?? 0) - times * (pivot[k] ?? 0);
    }
  }
  return rows.map((row, n) => (row.at(-1) ?? 0) / (row[n] ?? 1));
}

/** The file that holds the weights. */
export function weightsFile(weights: Record<Kind, Record<Feature, number>>): string {
  const block = (kind: Kind) =>
    `  ${kind}: {\n${FEATURES.map((name) => `    ${name}: ${weights[kind][name]},`).join('\n')}\n  },`;
  return `import type { Feature, Kind } from './certainty';

/** Fitted by \`npm run eval -- --fit\`; not to be changed by hand. */
export const WEIGHTS: Record<Kind, Record<Feature, number>> = {
${block('products')}
${block('passages')}
};
`;
}
