import type { Reading } from '../rows.ts';
import { guessMapping, type Mapping } from './columns.ts';
import { readJson } from './json.ts';
import { delimiterOf, readTable } from './table.ts';
import { Unreadable } from './unreadable.ts';
import { isWooCommerce } from './woocommerce-heads.ts';

export type Format = Reading['format'];

/** For people. */
export const FORMATS: Record<Format, string> = {
  google: 'Google product feed (XML)',
  'google-tsv': 'Google product feed (table)',
  shopify: 'Shopify product export',
  woocommerce: 'WooCommerce product export',
  csv: 'Table with columns of its own (CSV)',
  json: 'Products as JSON',
  markdown: 'Article in Markdown',
  html: 'Article as HTML',
  questions: 'Questions and answers (CSV)',
};
export const kindOf = (format: Format): 'products' | 'articles' =>
  format === 'markdown' || format === 'html' || format === 'questions' ? 'articles' : 'products';

/** What a file is, from how it begins. */
export interface Recognised {
  format: Format;
  /** The heads of a table's columns, and what they seem to hold. */
  heads: string[];
  mapping: Mapping;
}

const QUESTION =
  /^(?:question|frage|pregunta|domanda|vraag|pergunta|pytanie|intrebare|întrebare|ερώτηση|soru|питання|въпрос)s?$/i;
const ANSWER =
  /^(?:answer|antwort|réponse|reponse|respuesta|risposta|antwoord|resposta|odpowiedź|odpowiedz|răspuns|απάντηση|cevap|yanıt|відповідь|отговор)s?$/i;

/** @throws Unreadable where it is none of what can be imported */
export async function recognise(head: string, fileName: string): Promise<Recognised> {
  const text = head.replace(/^\uFEFF/, '').trimStart();
  const plain = (format: Format): Recognised => ({ format, heads: [], mapping: {} });
  if (/\.(?:md|markdown)$/i.test(fileName)) return plain('markdown');
  if (text.startsWith('<')) {
    if (/<!doctype\s+html|<html[\s>]/i.test(text)) return plain('html');
    return plain(/\.html?$/i.test(fileName) ? 'html' : 'google');
  }
  if (text.startsWith('{') || text.startsWith('[')) {
    const heads = await keysOf(text);
    return { format: 'json', heads, mapping: guessMapping(heads) };
  }
  if (/^---\r?\n|^# /.test(text)) return plain('markdown');
  const heads = await headsOf(head);
  return { format: tableFormat(heads), heads, mapping: guessMapping(heads) };
}

/** So many objects of a list are looked at: not each names everything. */
const LOOKED = 20;

/** What the first objects of a JSON file name their fields. */
async function keysOf(text: string): Promise<string[]> {
  const keys = new Set<string>();
  let looked = 0;
  for await (const item of readJson(piecesOf(text), text, { complete: true, left: 0 })) {
    if ('value' in item) for (const key of Object.keys(item.value)) if (keys.size < MOST_KEYS) keys.add(key);
    if (++looked >= LOOKED) break;
  }
  return [...keys];
}

/** Longer lists are no help to anybody. */
const MOST_KEYS = 100;

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}

async function headsOf(head: string): Promise<string[]> {
  for await (const row of readTable([head], delimiterOf(head), { complete: true, left: 0 })) {
    if ('cells' in row) return row.cells.map((cell) => cell.trim());
  }
  throw new Unreadable('This file could not be read as a table.');
}

function tableFormat(heads: string[]): Format {
  const has = (...names: string[]) => names.every((name) => heads.some((head) => head.toLowerCase() === name));
  if ((has('handle') || has('url handle')) && (has('variant price') || has('price', 'option1 name'))) return 'shopify';
  if (isWooCommerce(heads)) return 'woocommerce';
  if (heads.some((head) => QUESTION.test(head)) && heads.some((head) => ANSWER.test(head))) return 'questions';
  if (has('id', 'title', 'link', 'availability')) return 'google-tsv';
  if (heads.length < 2) throw new Unreadable('This is no table: its first line should name the columns.');
  return 'csv';
}

/** The columns of questions and answers. */
export const pairColumns = (heads: readonly string[]) => ({
  question: heads.findIndex((head) => QUESTION.test(head)),
  answer: heads.findIndex((head) => ANSWER.test(head)),
  url: heads.findIndex((head) => /^(?:url|link|page)$/i.test(head)),
});
