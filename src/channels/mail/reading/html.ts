import { Parser } from 'htmlparser2';
import { MARK } from '../loop';

/**
 * A mail's HTML as text, as a mail program would write it: quotes with ">" before their lines, what mail programs mark as
 * signature left out. For mails without a text part, and where only the HTML tells what is quoted.
 */

const SILENT = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'select',
  'textarea',
]);
const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
/** With an empty line around them. */
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'table']);
const EMPTY = new Set(['br', 'hr', 'img', 'meta', 'link', 'input', 'col', 'wbr', 'base', 'area']);

/** Of Yahoo, Proton, Zoho, GMX, Outlook's phone app: what they quote. */
const QUOTES =
  /\b(?:yahoo_quoted|protonmail_quote|zmail_extra|ms-outlook-mobile-reference-message|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|tutanota_quote)\b/;
/** Of Outlook: below it stands somebody else's mail, to the end. */
const REST = /(?:^|\s|x_)(?:appendonsend|divRplyFwdMsg|OutlookMessageHeader|stopSpelling)\b/;
/** "On … wrote:", of Gmail and Thunderbird. */
const INTRODUCES = /\b(?:gmail_attr|moz-cite-prefix)\b/;
const SIGNS =
  /\b(?:gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block|AppleMailSignature|Signature|ms-outlook-mobile-signature|mobile-signature)\b/i;

/** The parser's time grows with depth, and no program writes so deep: there reading ends, looked at between pieces. */
const DEEPEST = 2_000;
const PIECE = 16_384;

type Attributes = Record<string, string>;
interface Link {
  href: string;
  words: string;
}

const namesOf = (attributes: Attributes) => `${attributes.id ?? ''} ${attributes.class ?? ''}`;

function isQuoting(tag: string, attributes: Attributes): boolean {
  if (QUOTES.test(namesOf(attributes)) || attributes.name === 'quote') return true;
  // Gmail indents a paragraph by a blockquote that has no border.
  return tag === 'blockquote' && !/border:\s*(?:none|0)/.test(attributes.style ?? '');
}

function isSilent(tag: string, attributes: Attributes): boolean {
  const hidden =
    /display:\s*none|max-height:\s*0|mso-hide:\s*all/.test(attributes.style ?? '') || 'hidden' in attributes;
  return SILENT.has(tag) || hidden || SIGNS.test(namesOf(attributes)) || INTRODUCES.test(namesOf(attributes));
}

/** Where its words do not say it, a link's address, in parentheses. */
function addressOf({ href, words }: Link): string {
  if (!/^https?:/i.test(href) || href.length > 300) return '';
  const bare = (text: string) =>
    text
      .trim()
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/\/$/, '')
      .toLowerCase();
  return bare(words) === '' || bare(href).startsWith(bare(words)) || bare(words).startsWith(bare(href))
    ? ''
    : ` (${href})`;
}

/** Collects text line by line, the way a page would break it. */
class Page {
  #lines: string[] = [];
  #line = '';
  /** Whether a space would be one too many. Asking the line itself would copy it each time. */
  #spaced = true;
  quotes = 0;

  write(text: string, asIs: boolean): void {
    if (asIs) {
      for (const [i, line] of text.split('\n').entries()) {
        if (i > 0) this.break();
        this.#line += line;
      }
      return;
    }
    const words = text.replace(/\s+/g, ' ');
    const more = this.#spaced ? words.trimStart() : words;
    this.#line += more;
    if (more !== '') this.#spaced = more.endsWith(' ');
  }

  break(): void {
    const line = this.#line.trimEnd();
    this.#lines.push(this.quotes > 0 ? `${'>'.repeat(Math.min(this.quotes, 3))} ${line}` : line);
    this.#line = '';
    this.#spaced = true;
  }

  /** Ends a line that has begun. */
  end(): void {
    if (this.#line.trim() !== '') this.break();
    this.#line = '';
    this.#spaced = true;
  }

  apart(): void {
    this.end();
    const last = this.#lines.at(-1);
    if (last !== undefined && last.replace(/[> ]/g, '') !== '') this.break();
  }

  text(): string {
    this.end();
    return this.#lines.join('\n');
  }
}

/** @returns `quoted`: whether the HTML itself says that something is quoted */
export function textOfHtml(html: string): { text: string; quoted: boolean } {
  const page = new Page();
  let quoted = false;
  let silent = 0;
  let asIs = 0;
  /** What each open element began. */
  const open: { silent: boolean; quotes: boolean; link: Link | null }[] = [];
  /** The innermost one. */
  let link: Link | null = null;
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const quotes = isQuoting(tag, attributes);
        const hush = isSilent(tag, attributes);
        if (INTRODUCES.test(namesOf(attributes))) quoted = true;
        if (silent === 0 && BLOCKS.has(tag)) {
          if (APART.has(tag)) page.apart();
          else page.end();
        }
        if (silent === 0 && REST.test(namesOf(attributes))) {
          quoted = true;
          page.end();
          page.write(MARK, false);
          page.break();
        }
        if (tag === 'br' && silent === 0) page.break();
        if (EMPTY.has(tag)) return;
        if (tag === 'li' && silent === 0) page.write('- ', false);
        if (tag === 'pre') asIs += 1;
        if (hush) silent += 1;
        if (quotes) {
          quoted = true;
          page.quotes += 1;
        }
        const begun = tag === 'a' && attributes.href ? { href: attributes.href, words: '' } : null;
        if (begun) link = begun;
        open.push({ silent: hush, quotes, link: begun });
      },
      ontext(text) {
        if (silent > 0) return;
        page.write(text, asIs > 0);
        if (link) link.words += text;
      },
      onclosetag(tag) {
        if (EMPTY.has(tag)) return;
        const closed = open.pop();
        if (silent === 0) {
          if (closed?.link) page.write(addressOf(closed.link), false);
          if (tag === 'td' || tag === 'th') page.write(' ', false);
          if (APART.has(tag)) page.apart();
          else if (BLOCKS.has(tag)) page.end();
        }
        if (closed?.link) link = null;
        if (tag === 'pre') asIs -= 1;
        if (closed?.silent) silent -= 1;
        if (closed?.quotes) page.quotes -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  for (let at = 0; at < html.length && open.length < DEEPEST; at += PIECE) parser.write(html.slice(at, at + PIECE));
  parser.end();
  return { text: page.text(), quoted };
}
