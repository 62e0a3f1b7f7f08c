import { marked, type Token, type Tokens } from 'marked';
import { withoutUnseen } from '../../../domain/unseen.ts';
import { LIMITS, PASSAGES } from '../limits.ts';
import type { ArticleRow } from '../rows.ts';
import { decodeEntities, plainText } from './plain.ts';
import { webAddress } from './product.ts';
import type { Fault } from './unreadable.ts';

/** A help article, and its sections as plain text: what search finds, and what is quoted. */
export type Article = Omit<ArticleRow, 'hash'>;
export type ArticleRead = { article: Article } | { faults: Fault[] };

/**
 * Reads a Markdown article. Front matter (`title`, `url`, and `updated` as YYYY-MM-DD) is read where there is some;
 * otherwise the first heading is its title, and it has no page to link to.
 */
export function readMarkdown(fileName: string, markdown: string): ArticleRead {
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { fields, bodyAt } = frontMatter(text);
  const body = text.split('\n').slice(bodyAt).join('\n');
  const heading = fields.has('title') ? null : /^\s*# +(.+?)\s*#*\n/.exec(`${body}\n`);
  return articleOf({
    fileName,
    text,
    title: fields.get('title') ?? { line: bodyAt + 1, text: heading?.[1] ?? '' },
    url: fields.get('url'),
    updated: fields.get('updated'),
    bodyAt,
    passages: (title) => passagesOf(heading ? body.slice(heading[0].length) : body, title),
  });
}

interface Field {
  line: number;
  text: string;
}
interface Parts {
  fileName: string;
  text: string;
  title: Field;
  url: Field | undefined;
  updated: Field | undefined;
  bodyAt: number;
  passages(title: string): Article['passages'];
}

/** What every kind of article must have. */
export function articleOf({
  fileName,
  text,
  title: head,
  url: address,
  updated,
  bodyAt,
  passages: split,
}: Parts): ArticleRead {
  const faults: Fault[] = [];
  const id = idOf(fileName);
  if (!id) faults.push({ line: 1, cause: 'The file’s name cannot be used; name it like returns.md.' });
  if (text.length > LIMITS.article)
    return { faults: [{ line: 1, cause: `It is longer than ${LIMITS.article.toLocaleString('en')} characters.` }] };
  if (text.includes('\uFFFD'))
    faults.push({ line: 1, cause: 'It holds characters that cannot be read. Choose the file’s encoding.' });
  const title = plainText(head.text).slice(0, LIMITS.title);
  if (!title) faults.push({ line: head.line, cause: 'The article has no title.' });
  const url = address?.text ? webAddress(address.text) : '';
  if (url === null && address)
    faults.push({ line: address.line, cause: 'Its url is no web address that begins with https:// or http://.' });
  if (updated && (!/^\d{4}-\d\d-\d\d$/.test(updated.text) || Number.isNaN(Date.parse(updated.text))))
    faults.push({ line: updated.line, cause: 'Its date of updating is not written like 2026-03-31.' });
  const passages = split(title)
    .slice(0, PASSAGES)
    .map(({ heading, text: said }) => ({
      heading: withoutUnseen(heading).slice(0, LIMITS.title),
      text: withoutUnseen(said),
    }));
  if (passages.length === 0) faults.push({ line: bodyAt + 1, cause: 'The article has no text.' });
  if (faults.length > 0 || url === null || !id) return { faults };
  return { article: { id, title, url, updatedAt: updated?.text ?? null, markdown: withoutUnseen(text), passages } };
}

/** The file's name without folders and ending; what it is known by. */
function idOf(fileName: string): string | null {
  const name = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.(md|markdown|html?)$/i, '').normalize('NFC');
  return /^[\p{L}\p{N}][^\p{Cc}]{0,99}$/u.test(name) ? name : null;
}

function frontMatter(text: string) {
  const lines = text.split('\n');
  const end = lines.findIndex((line, n) => n > 0 && line.trim() === '---');
  const fields = new Map<string, Field>();
  if (lines[0]?.trim() !== '---' || end < 0) return { fields, bodyAt: 0 };
  for (const [n, line] of lines.slice(1, end).entries()) {
    const pair = /^([A-Za-z_]+)\s*:\s*(.*)$/.exec(line);
    if (pair?.[1]) fields.set(pair[1].toLowerCase(), { line: n + 2, text: unquoted(pair[2] ?? '') });
  }
  return { fields, bodyAt: end + 1 };
}

const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, '$2');

/** A passage for what stands before the first `##`, and one for each. */
function passagesOf(body: string, title: string): Article['passages'] {
  const passages: { heading: string; lines: string[] }[] = [{ heading: title, lines: [] }];
  for (const token of marked.lexer(body)) {
    if (token.type === 'heading' && token.depth <= 2) passages.push({ heading: inline(token), lines: [] });
    else passages.at(-1)?.lines.push(...block(token));
  }
  return passages
    .map(({ heading, lines }) => ({ heading, text: lines.join('\n').trim() }))
    .filter(({ text }) => text !== '');
}

/** The lines of one block as plain text. */
function block(token: Token): string[] {
  switch (token.type) {
    case 'list':
      return (token as Tokens.List).items.map((item, n) => {
        const mark = token.ordered ? `${Number(token.start || 1) + n}.` : '–';
        return `${mark} ${item.tokens.flatMap(block).join(' ')}`;
      });
    case 'table':
      return tableLines(token as Tokens.Table);
    case 'blockquote':
      return (token.tokens ?? []).flatMap(block);
    case 'code':
      return (token as Tokens.Code).text.split('\n');
    case 'space':
    case 'hr':
    case 'def':
      return [];
    default: {
      const line = inline(token);
      return line ? [line] : [];
    }
  }
}

/** Each row says what its figures are: `Austria: Cost €4.90, Working days 2–4`. */
function tableLines(table: Tokens.Table): string[] {
  const heads = table.header.map(inline);
  return table.rows.map((row) => {
    const [first = '', ...rest] = row.map(inline);
    const cells = rest.map((cell, n) => [heads[n + 1], cell].filter(Boolean).join(' '));
    return cells.length > 0 ? `${first}: ${cells.join(', ')}` : first;
  });
}

/** What stands in a line, without its markup; HTML is left out. */
function inline(token: Token | Tokens.TableCell): string {
  const words = (part: Token | Tokens.TableCell): string => {
    if ('type' in part) {
      if (part.type === 'br') return ' ';
      if (part.type === 'html') return '';
      if (part.type === 'codespan' || part.type === 'image') return decodeEntities(part.text);
    }
    if ('tokens' in part && part.tokens && part.tokens.length > 0) return part.tokens.map(words).join('');
    return 'text' in part ? decodeEntities(part.text) : '';
  };
  return words(token).replace(/\s+/g, ' ').trim();
}
