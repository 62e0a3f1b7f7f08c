import { type Fault, type Notes, Unreadable } from './unreadable.ts';

/** An object of a JSON file, by the line on which it begins. */
export interface JsonItem {
  line: number;
  value: Record<string, unknown>;
}

const LONGEST_OBJECT = 1_000_000;
/** Deeper than any product. */
const MAX_DEPTH = 64;

/** How deep the objects lie: one a line, in an array, or in the first array of an object (`{"products": […]}`). */
type Depth = 0 | 1 | 2;

/**
 * Reads the objects of a JSON file as it comes. Each is parsed by itself, so that one that is broken is a line of the
 * report, and no more than one is held.
 * @param head the beginning of the file, which tells how it is laid out
 * @throws Unreadable where there is no end to an object
 */
export async function* readJson(
  pieces: AsyncIterable<string>,
  head: string,
  notes: Notes,
): AsyncGenerator<JsonItem | Fault> {
  const cutter = new Cutter(depthOf(head));
  for await (const piece of pieces) yield* cutter.push(piece);
  notes.complete = cutter.isWhole();
  if (!notes.complete) yield { line: cutter.line, cause: 'The file ends here, in the middle. No product was removed.' };
}

function depthOf(head: string): Depth {
  if (/^\s*\[/.test(head)) return 1;
  if (/^\s*\{\s*"[^"]*"\s*:\s*\[/.test(head)) return 2;
  const [line = ''] = head.trimStart().split(/\r?\n/);
  try {
    const first: unknown = JSON.parse(line);
    return isObject(first) && !Object.values(first).some((v) => Array.isArray(v) && v.some((o) => isProduct(o)))
      ? 0
      : 2;
  } catch {
    return /"(?:products|items|offers|data|results)"\s*:\s*\[/.test(head) ? 2 : 0;
  }
}

const isProduct = (value: unknown) => isObject(value) && ('title' in value || 'name' in value);

/** Cuts the text where an object of the list begins and ends; everything else about it is JSON.parse's. */
class Cutter {
  line = 1;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inList: boolean;
  private over = false;
  private begun = 0;
  private object: string | null = null;
  private readonly level: Depth;

  constructor(level: Depth) {
    this.level = level;
    this.inList = level === 0;
  }

  *push(piece: string): Generator<JsonItem | Fault> {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at];
      if (sign === '\n') this.line++;
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (sign === '\\') this.escaped = true;
        else if (sign === '"') this.inString = false;
      } else if (sign === '"') this.inString = true;
      else if (sign === '{' || sign === '[') {
        if (this.opens(sign)) from = at;
      } else if (sign === '}' || sign === ']') {
        if (this.closes()) yield this.cut(piece.slice(from, at + 1));
      }
    }
    if (this.object === null) return;
    this.object += piece.slice(from);
    if (this.object.length > LONGEST_OBJECT)
      throw new Unreadable(`The object that begins in line ${this.begun} has no end.`);
  }

  /** @returns whether an object of the list begins here */
  private opens(sign: string): boolean {
    const depth = this.depth++;
    if (this.depth > MAX_DEPTH) throw new Unreadable('Its values lie deeper in each other than in any product.');
    if (!this.inList && !this.over && sign === '[' && depth === this.level - 1) this.inList = true;
    else if (this.inList && sign === '{' && depth === this.level) {
      this.object = '';
      this.begun = this.line;
      return true;
    }
    return false;
  }

  /** @returns whether an object of the list ends here */
  private closes(): boolean {
    const depth = --this.depth;
    if (this.object !== null && depth === this.level) return true;
    if (this.inList && this.level > 0 && depth === this.level - 1) {
      this.inList = false;
      this.over = true;
    }
    return false;
  }

  private cut(rest: string): JsonItem | Fault {
    const text = this.object + rest;
    this.object = null;
    try {
      const value: unknown = JSON.parse(text);
      return { line: this.begun, value: isObject(value) ? value : {} };
    } catch {
      return { line: this.begun, cause: 'This is not proper JSON.' };
    }
  }

  isWhole(): boolean {
    return this.depth === 0 && !this.inString;
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
