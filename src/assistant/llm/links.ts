import { withoutUnseen } from '../../domain/unseen';

/**
 * Takes web and mail addresses out of a model's words that it was not given: clients make links of both; and what
 * turns words around. Words come in pieces, so the last one is held back until
 * it has ended.
 */

const ADDRESS =
  /(?:\b[a-z][a-z0-9+.-]*:\/\/|\bwww\.|\bmailto:)[^\s<>"]+|\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gi;
const MARKED = /!?\[([^\]]*)\]\(([^)\s]*)\)/g;
/** A Markdown link may hold blanks: it has ended with the blank after it, or was none. */
const ENDED = /^\[[^\]]*\](?:\([^)]*\)\S*\s|[^(])/;
/** After so many characters an opening bracket is no link's. */
const LONGEST = 300;
const TAIL = /[.,;:!?'’”»)\]}]+$/;

export class KnownLinks {
  #held = '';

  /** @param isKnown whether a web address came out of a search, or a mail address stands in what the model was given */
  constructor(private readonly isKnown: (url: string) => boolean) {}

  /** @returns what of all pieces until now can be shown, and was not before */
  push(piece: string): string {
    const all = this.#held + piece;
    const bracket = all.lastIndexOf('[');
    const rest = all.slice(bracket);
    const inLink = bracket >= 0 && rest.length < LONGEST && !ENDED.test(rest);
    const end = inLink ? bracket : all.search(/\s\S*$/) + 1;
    this.#held = all.slice(end);
    return this.#clean(all.slice(0, end));
  }

  /** The rest, once nothing more comes. */
  end(): string {
    const rest = this.#clean(this.#held);
    this.#held = '';
    return rest;
  }

  #clean(text: string): string {
    return withoutUnseen(text)
      .replace(MARKED, (whole, words: string, url: string) => (this.isKnown(url) ? whole : words))
      .replace(ADDRESS, (found) => {
        const tail = TAIL.exec(found)?.[0] ?? '';
        const url = found.slice(0, found.length - tail.length);
        return this.isKnown(url) ? found : tail;
      });
  }
}
