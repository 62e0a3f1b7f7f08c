import { Parser } from 'htmlparser2';
import { type Article, type ArticleRead, articleOf } from './article.ts';

/** A help page as HTML: its headings make the passages; what is no text of its own (scripts, menus, forms) is left out. */

const LEFT_OUT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'nav',
  'header',
  'footer',
  'aside',
  'form',
  'iframe',
  'svg',
  'select',
  'button',
]);
const BLOCKS = new Set([
  'p',
  'div',
  'section',
  'article',
  'main',
  'ul',
  'ol',
  'li',
  'table',
  'tr',
  'br',
  'blockquote',
  'pre',
  'dl',
  'dt',
  'dd',
  'h3',
  'h4',
  'h5',
  'h6',
  'figure',
  'hr',
]);

export function readHtml(fileName: string, html: string): ArticleRead {
  const page = new Page();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (text) => page.text(text),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  // An article is never long enough to be read in pieces; what is too long is refused by its length.
  parser.end(html.slice(0, 400_000));
  return articleOf({
    fileName,
    text: html,
    title: { line: 1, text: page.heading || page.title },
    url: page.url ? { line: 1, text: page.url } : undefined,
    updated: undefined,
    bodyAt: 0,
    passages: (title) => page.passages(title),
  });
}

class Page {
  title = '';
  heading = '';
  url = '';
  private hidden = 0;
  private within: 'title' | 'heading' | 'part' | null = null;
  private cells: string[] | null = null;
  private readonly parts: { heading: string; text: string }[] = [{ heading: '', text: '' }];

  open(name: string, attributes: Record<string, string>) {
    if (LEFT_OUT.has(name)) this.hidden++;
    if (name === 'link' && attributes.rel === 'canonical') this.url ||= attributes.href ?? '';
    if (name === 'meta' && attributes.property === 'og:url') this.url ||= attributes.content ?? '';
    if (this.hidden > 0) return;
    if (name === 'title') this.within = 'title';
    else if (name === 'h1' && this.heading === '') this.within = 'heading';
    else if (name === 'h1' || name === 'h2') {
      this.parts.push({ heading: '', text: '' });
      this.within = 'part';
    } else if (name === 'td' || name === 'th') this.cells?.push('');
    else if (BLOCKS.has(name)) this.add('\n');
    if (name === 'tr') this.cells = [];
    if (name === 'li') this.add('– ');
  }

  close(name: string) {
    if (LEFT_OUT.has(name)) this.hidden = Math.max(0, this.hidden - 1);
    if (this.hidden > 0) return;
    if (/^(title|h1|h2)$/.test(name)) this.within = null;
    if (name === 'tr' && this.cells) {
      const [first = '', ...rest] = this.cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
      this.cells = null;
      this.add(rest.length > 0 ? `${first}: ${rest.join(', ')}` : first);
    }
    if (BLOCKS.has(name)) this.add('\n');
  }

  text(text: string) {
    if (this.hidden > 0) return;
    if (this.within === 'title') this.title += text;
    else if (this.within === 'heading') this.heading += text;
    else this.add(text.replace(/\s+/g, ' '));
  }

  private add(text: string) {
    const part = this.parts.at(-1);
    if (!part) return;
    if (this.within === 'part') part.heading += text;
    else if (this.cells && this.cells.length > 0) this.cells[this.cells.length - 1] += text;
    else part.text += text;
  }

  passages(title: string): Article['passages'] {
    const line = (text: string) => text.replace(/\s+/g, ' ').trim();
    return this.parts
      .map(({ heading, text }) => ({
        heading: line(heading) || title,
        text: text
          .split('\n')
          .map(line)
          .filter((one) => one !== '' && one !== '–')
          .join('\n'),
      }))
      .filter(({ text }) => text !== '');
  }
}
