/** What the letters of a file tell. */

/** The harmless file by which scanners are tried (eicar.org): whoever sends it expects a refusal. */
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

const MARKUP =
  /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|img|\?php|\?xml)\b|^(?:\xef\xbb\xbf|\ufeff)?\s*(?:#!|@echo\b)/i;

/** What makes a PDF do something (ISO 32000-1, 12.6 and 7.11.4): run a script or a program, or bring a file along. */
const ACTS = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

/** Each byte a letter: fast, and whatever it is. */
export const lettersOf = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

export const hasTestVirus = (letters: string): boolean => letters.includes(EICAR);
export const hasMarkup = (letters: string): boolean => MARKUP.test(letters);
/** Any letter of a name may stand there as its number (ISO 32000-1, 7.3.5). */
export const acts = (letters: string): boolean =>
  ACTS.test(letters.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))));

/** A text as its reader's program would show it: in two bytes a letter where it says so. */
export function wordsOf(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return wide ? new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes) : lettersOf(bytes);
}

/** Whether people can read it: no byte in it that no text has, in whatever encoding. */
export const isText = (bytes: Uint8Array): boolean => readable(wordsOf(bytes));

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const readable = (letters: string): boolean => !/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(letters);
