import { SaxesParser } from 'saxes';
import { Ampersands } from './ampersands.ts';
import { type Fault, type Notes, Unreadable } from './unreadable.ts';

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

const NO_FEED =
  'This XML is no product feed: it should begin with <rss> or <feed>. Choose the feed that you give to Google.';
const MOST_FIELDS = 300;
/** Longer than any text of a feed. */
const LONGEST = 20_000;

/**
 * Reads a Google product feed as it comes: RSS 2.0 or Atom with the `g:` namespace. Faults do not end the reading: they
 * are kept with their line, and the reading goes on with the next product.
 * @throws Unreadable where this is no such feed, or one with a document type (which feeds have no use for, and which can
 * make entities of any size)
 */
export async function* readFeed(pieces: AsyncIterable<string>, notes: Notes): AsyncGenerator<FeedItem | Fault> {
  const reader = new Reader(notes);
  for await (const piece of pieces) {
    reader.write(piece);
    yield* reader.take();
  }
  reader.end();
  yield* reader.take();
}

class Reader {
  private done: (FeedItem | Fault)[] = [];
  private readonly stack: Open[] = [];
  private item: { at: number; value: FeedItem } | null = null;
  private detail: { name: string; value: string } | null = null;
  /** What a closing tag closed last: its own, or one that was left open inside. */
  private lastClosed: Open | null = null;
  private begun = false;
  private rootClosed = false;
  private ending = false;
  private readonly notes: Notes;
  private readonly ampersands = new Ampersands();
  private readonly parser = new SaxesParser({
    xmlns: true,
    // Many feeds use `g:` without declaring it.
    resolvePrefix: (prefix: string) => (prefix === 'g' ? GOOGLE : undefined),
  });

  constructor(notes: Notes) {
    this.notes = notes;
    const { parser } = this;
    parser.on('doctype', () => {
      throw new Unreadable(
        'This file declares a document type, which product feeds have no use for. Export it without.',
      );
    });
    parser.on('error', (error) => this.fault(error.message.replace(/^\d+:\d+: /, '')));
    parser.on('opentag', (tag) => {
      const google = tag.uri.replace(/^https:/, 'http:').replace(/\/$/, '') === GOOGLE;
      this.open(google ? `g:${tag.local}` : tag.local, tag.attributes.href?.value ?? '');
    });
    parser.on('closetag', () => this.close());
    const text = (piece: string) => {
      const top = this.stack.at(-1);
      if (top && top.text.length < LONGEST) top.text += piece.slice(0, LONGEST);
    };
    parser.on('text', text);
    parser.on('cdata', text);
  }

  write(piece: string) {
    this.parser.write(this.ampersands.push(piece));
  }

  /** What has been read since it was asked last. */
  take(): (FeedItem | Fault)[] {
    const { done } = this;
    this.done = [];
    return done;
  }

  end() {
    this.parser.write(this.ampersands.rest());
    this.ending = true;
    this.notes.complete = this.rootClosed;
    const { line } = this.parser;
    this.parser.close();
    this.finish(line);
  }

  private open(name: string, href: string) {
    const { line } = this.parser;
    if (this.stack.length === 0 && !this.begun && !/^(rss|feed|RDF)$/.test(name)) throw new Unreadable(NO_FEED);
    this.begun = true;
    if (this.stack.length >= MAX_DEPTH) throw new Unreadable('Its elements lie deeper in each other than in any feed.');
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
      if (this.item.value.details.length < MOST_FIELDS) this.item.value.details.push(this.detail);
      this.detail = null;
    } else if (this.stack.length === this.item.at + 1) {
      const { fields } = this.item.value;
      if (!fields.has(closed.name) && fields.size < MOST_FIELDS)
        fields.set(closed.name, { line: closed.line, text: closed.text });
    } else if (parent) parent.text += ` ${closed.text} `;
  }

  private endItem() {
    if (this.item) this.done.push(this.item.value);
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
    if (this.item) this.item.value.faults.push(fault);
    else this.done.push(fault);
  }

  private finish(lastLine: number) {
    if (!this.rootClosed && this.stack.length === 0) throw new Unreadable(NO_FEED);
    if (this.item) {
      this.item.value.faults.push({
        line: this.item.value.line,
        cause: 'The file ends in the middle of this product.',
      });
      this.endItem();
    }
    if (!this.rootClosed)
      this.done.push({ line: lastLine, cause: 'The file ends here, in the middle. No product was removed.' });
  }
}

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
