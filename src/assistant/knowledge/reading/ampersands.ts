import { Unreadable } from './unreadable.ts';

/**
 * XML knows five entities and no lone `&`; feeds are full of both, and what was meant is clear. CDATA stays as it is.
 * Takes a file in pieces: what may go on in the next one is held back.
 */
export class Ampersands {
  private held = '';
  private inCdata = false;
  /** Characters since the last `<`: text that long is no feed's, and the parser would keep it all. */
  private run = 0;

  push(piece: string): string {
    const text = this.held + piece;
    this.held = '';
    let out = '';
    let at = 0;
    while (at < text.length) {
      const mark = text.indexOf(this.inCdata ? ']]>' : '<![CDATA[', at);
      const end = mark < 0 ? text.length : mark + (this.inCdata ? 3 : 9);
      let part = text.slice(at, end);
      if (mark < 0) {
        const keep = this.inCdata ? (/\]{1,2}$/.exec(part)?.[0].length ?? 0) : unfinished(part);
        this.held = part.slice(part.length - keep);
        part = part.slice(0, part.length - keep);
      }
      out += this.inCdata ? part : escaped(part);
      if (mark >= 0) this.inCdata = !this.inCdata;
      at = end;
    }
    this.measure(out);
    return out;
  }

  rest(): string {
    const { held } = this;
    this.held = '';
    return this.inCdata ? held : escaped(held);
  }

  private measure(out: string) {
    const last = out.lastIndexOf('<');
    this.run = last < 0 ? this.run + out.length : out.length - last;
    if (this.run > LONGEST_RUN)
      throw new Unreadable('It holds a text of more than a million characters, which no feed has.');
  }
}

const LONGEST_RUN = 1_000_000;
const LONGEST_ENTITY = 12;

const escaped = (text: string): string =>
  text.replace(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/g, '&amp;');

/** How many characters at the end may be the beginning of an entity or of CDATA. */
function unfinished(text: string): number {
  const and = text.lastIndexOf('&');
  const entity = and >= 0 && text.length - and < LONGEST_ENTITY && !text.includes(';', and) ? text.length - and : 0;
  const angle = text.lastIndexOf('<');
  const cdata = angle >= 0 && '<![CDATA['.startsWith(text.slice(angle)) ? text.length - angle : 0;
  return Math.max(entity, cdata);
}
