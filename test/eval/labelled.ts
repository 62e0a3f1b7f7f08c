/// <reference types="vite/client" />
import { ANSWERABLE, UNANSWERABLE } from '../assistant/questions';
import garden from './questions/garden.txt?raw';
import heldOut from './questions/held-out.txt?raw';
import heldOutSecond from './questions/held-out-second.txt?raw';
import tuned from './questions/tuned.txt?raw';
import tunedSecond from './questions/tuned-second.txt?raw';
import tunedUnanswerable from './questions/tuned-unanswerable.txt?raw';

/** One question of a customer, and what answers it. */
export interface Labelled {
  kind: string;
  lang: string;
  text: string;
  /** Beginnings of product ids, one of which has to be shown first. */
  products: string[];
  /** Articles by id, one of which has to be linked first. Where both are empty, nothing that the shop knows answers. */
  articles: string[];
}

/** @throws where a line is not `kind language labels | question` */
function parse(text: string): Labelled[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const bar = line.indexOf(' | ');
      const [kind, lang, ...labels] = line.slice(0, bar).split(' ');
      const question = line.slice(bar + 3);
      if (bar < 0 || !kind || !lang || labels.length === 0 || question === '') throw new Error(`No label: ${line}`);
      return {
        kind,
        lang,
        text: question,
        products: labels.filter((label) => label !== '-' && !label.startsWith('@')),
        articles: labels.filter((label) => label.startsWith('@')).map((label) => label.slice(1)),
      };
    });
}

/** Those of test/assistant/questions.ts, which are plainer than what customers write. */
const plain = [...ANSWERABLE, ...UNANSWERABLE].map(({ q, lang = 'en', product = [], article = [] }) => ({
  kind: 'plain',
  lang,
  text: q,
  products: product,
  articles: article,
}));

/** What the weights are fitted on; what nobody looked at meanwhile; another shop. */
export const PARTS = {
  tuned: [...parse(tuned), ...parse(tunedUnanswerable), ...parse(tunedSecond)],
  'held out': parse(heldOut),
  'held out, written after': parse(heldOutSecond),
  garden: parse(garden),
  plain,
};
export type Part = keyof typeof PARTS;

export const isAnswerable = ({ products, articles }: Labelled): boolean => products.length + articles.length > 0;
