import { SaxesParser } from 'saxes';
import { Refusal } from '../../errors';

/** A product of a feed as it stands there, before anything is checked. */
export interface FeedItem {
  /** Where it begins, from 1. */
  line: number;
  /** By name; Google's own fields as `g:name`. The first of several with the same name. */
  fields: Map<string, { line: number; text: string }>;
  details: { name: string; value: string }[];
  /** What is wrong with its XML. */
  faults: Fault[];
}

/** A line of the file and what is wrong there, for people. */
export interface Fault {
  line: number;
  cause: string;
}

export interface Feed {
  items: FeedItem[];
  /** Faults outside any product. */
  faults: Fault[];
  /** False where the file ends in the middle: what is missing from it may be missing by accident. */
  complete: boolean;
}

const GOOGLE = 'http://base.google.com/ns/1.0';
/** Deep enough for every feed there is, and too shallow to exhaust anything. */
const MAX_DEPTH = 64;

interface Open {
  name: string;
  line: number;
  text: string;
  /** Its fault is known already. */
  reported: boolean;
}

/**
 * Reads a Google product feed: RSS 2.0 or Atom with the `g:` namespace. Faults do not end the reading: they are kept
 * with their line, and the reading goes on with the next product.
 * @throws Refusal `feed_unreadable` where this is no such feed, or one with a document type (which feeds have no use
 * for, and which can make entities of any size)
 */
export function readFeed(xml: string): Feed {
  return new Reader().read(xml);
}

class Reader {
  private readonly feed: Feed = { items: [], faults: [], complete: false };
  private readonly stack: Open[] = [];
  private item: { at: number; value: FeedItem } | null = null;
  private detail: { name: string; value: string } | null = null;
  /** What a closing tag closed last: its own, or one that was left open inside. */
  private lastClosed: Open | null = null;
  private rootClosed = false;
  private ending = false;
  private readonly parser = new SaxesParser({
    xmlns: true,
    // Many feeds use `g:` without declaring it.
    resolvePrefix: (prefix: string) => (prefix === 'g' ? GOOGLE : undefined),
  });

  read(xml: string): Feed {
    const { parser } = this;
    parser.on('doctype', () => {
      throw new Refusal('feed_unreadable');
    });
    parser.on('error', (error) => this.fault(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('opentag', (tag) => {
      const google = tag.uri.replace(/^https:/, 'http:').replace(/\/$/, '') === GOOGLE;
      this.open(google ? `g:${tag.local}` : tag.local, tag.attributes.href?.value ?? '');
    });
    parser.on('closetag', () => this.close());
    const text = (piece: string) => {
      const top = this.stack.at(-1);
      if (top) top.text += piece;
    };
    parser.on('text', text);
    parser.on('cdata', text);
    parser.write(bareAmpersands(xml.replace(/^\uFEFF/, '')));
    this.ending = true;
    this.feed.complete = this.rootClosed;
    const { line } = parser;
    parser.close();
    return this.finish(line);
  }

  private open(name: string, href: string) {
    const { line } = this.parser;
    if (this.stack.length === 0 && this.feed.items.length === 0 && !/^(rss|feed|RDF)$/.test(name))
      throw new Refusal('feed_unreadable');
    if (this.stack.length >= MAX_DEPTH) throw new Refusal('feed_unreadable');
    if (name === 'item' || name === 'entry') {
      if (this.item) {
        const outer = this.stack[this.item.at];
        if (outer) outer.reported = true;
        this.item.value.faults.push({ line: this.item.value.line, cause: `<${name}> is never closed.` });
        this.endItem();
      }
      this.item = { at: this.stack.length, value: { line, fields: new Map(), details: [], faults: [] } };
    }
    if (this.item && name === 'g:product_detail') this.detail = { name: '', value: '' };
    // Atom writes <link href="…"/>.
    this.stack.push({ name, line, text: name === 'link' ? href : '', reported: false });
  }

  private close() {
    const closed = this.stack.pop();
    const parent = this.stack.at(-1);
    this.lastClosed = closed ?? null;
    if (this.stack.length === 0) this.rootClosed = true;
    if (!closed || !this.item) return;
    if (this.stack.length <= this.item.at) return this.endItem();
    if (this.detail && closed.name === 'g:attribute_name') this.detail.name = closed.text;
    else if (this.detail && closed.name === 'g:attribute_value') this.detail.value = closed.text;
    else if (this.detail && closed.name === 'g:product_detail') {
      this.item.value.details.push(this.detail);
      this.detail = null;
    } else if (this.stack.length === this.item.at + 1) {
      const { fields } = this.item.value;
      if (!fields.has(closed.name)) fields.set(closed.name, { line: closed.line, text: closed.text });
    } else if (parent) parent.text += ` ${closed.text} `;
  }

  private endItem() {
    if (this.item) this.feed.items.push(this.item.value);
    this.item = null;
    this.detail = null;
  }

  private fault(message: string) {
    if (this.ending || HARMLESS.test(message)) return;
    const { line } = this.parser;
    // The tag was closed a moment ago by a closing tag of something around it.
    const unclosed = message === 'unexpected close tag.' ? this.lastClosed : null;
    if (unclosed?.reported) return;
    const fault = unclosed
      ? { line: unclosed.line, cause: `<${unclosed.name}> is never closed.` }
      : { line, cause: inWords(message) };
    (this.item?.value ?? this.feed).faults.push(fault);
  }

  private finish(lastLine: number): Feed {
    if (!this.rootClosed && this.stack.length === 0) throw new Refusal('feed_unreadable');
    if (!this.rootClosed)
      this.feed.faults.push({ line: lastLine, cause: 'The file ends here, in the middle. No product was removed.' });
    if (this.item) {
      this.item.value.faults.push({
        line: this.item.value.line,
        cause: 'The file ends in the middle of this product.',
      });
      this.endItem();
    }
    return this.feed;
  }
}

/** XML knows five entities and no lone `&`; feeds are full of both, and what was meant is clear. CDATA stays as it is. */
const bareAmpersands = (xml: string): string =>
  xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>|&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/g, (found) =>
    found === '&' ? '&amp;' : found,
  );

/** Faults that change nothing about what a product says. */
const HARMLESS =
  /^unbound namespace prefix|is disallowed in char data|^an XML declaration must|^text data outside of root/;

function inWords(message: string): string {
  const unmatched = /^unmatched closing tag: (.*)\.$/.exec(message);
  if (unmatched) return `</${unmatched[1]}> closes a tag that was never opened.`;
  if (message.startsWith('disallowed character in tag name'))
    return 'A “<” stands here that begins no tag; write it as &lt;.';
  if (message.includes('attribute')) return 'An attribute is not written as name="value".';
  if (message.startsWith('disallowed character')) return 'A character stands here that XML does not allow.';
  return `This is not proper XML: ${message}`;
}
