import { marked, type Token, type Tokens } from 'marked';
import { Refusal } from '../../errors';
import type { Fault } from './feed';
import { decodeEntities, plainText } from './plain';
import { webAddress } from './product';

/** A help article, and its sections as plain text: what search finds, and what is quoted. */
export interface Article {
  /** The file's name without its ending. */
  id: string;
  title: string;
  url: string;
  /** `YYYY-MM-DD`. */
  updatedAt: string | null;
  markdown: string;
  passages: { heading: string; text: string }[];
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u;

/**
 * Reads a Markdown article with front matter (`title`, `url`, and `updated` as YYYY-MM-DD where known).
 * @throws Refusal `feed_unreadable` where this is no text at all
 */
export function readArticle(fileName: string, markdown: string): { article: Article } | { faults: Fault[] } {
  if (markdown.includes('\0') || markdown.includes('\uFFFD') || markdown.trim() === '')
    throw new Refusal('feed_unreadable');
  const text = markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const faults: Fault[] = [];
  const id = (fileName.split(/[/\\]/).at(-1) ?? '').replace(/\.(md|markdown)$/i, '');
  if (!ID.test(id)) faults.push({ line: 1, cause: 'The file’s name cannot be used; name it like returns.md.' });

  const matter = frontMatter(text);
  if (!matter) {
    faults.push({ line: 1, cause: 'The article does not begin with its title and url between two lines of ---.' });
    return { faults };
  }
  const { fields, bodyAt } = matter;
  const title = plainText(fields.get('title')?.text ?? '');
  if (!title) faults.push({ line: fields.get('title')?.line ?? 1, cause: 'The article has no title.' });
  const address = fields.get('url');
  const url = address && webAddress(address.text);
  if (!address?.text) faults.push({ line: address?.line ?? 1, cause: 'The article has no url.' });
  else if (!url)
    faults.push({ line: address.line, cause: 'Its url is no web address that begins with https:// or http://.' });
  const updated = fields.get('updated');
  if (updated && (!/^\d{4}-\d\d-\d\d$/.test(updated.text) || Number.isNaN(Date.parse(updated.text))))
    faults.push({ line: updated.line, cause: 'Its date of updating is not written like 2026-03-31.' });

  const lines = text.split('\n');
  const passages = passagesOf(lines.slice(bodyAt).join('\n'), title);
  if (passages.length === 0) faults.push({ line: bodyAt + 1, cause: 'The article has no text.' });
  if (faults.length > 0 || !url) return { faults };
  return { article: { id, title, url, updatedAt: updated?.text ?? null, markdown: text, passages } };
}

function frontMatter(text: string) {
  const lines = text.split('\n');
  const end = lines.findIndex((line, n) => n > 0 && line.trim() === '---');
  if (lines[0]?.trim() !== '---' || end < 0) return null;
  const fields = new Map<string, { line: number; text: string }>();
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
