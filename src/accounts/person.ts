import * as v from 'valibot';

/** What people tell about themselves, as accounts keep it. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: a name with a line break could end a mail header.
const CONTROLS = /[\u0000-\u001f\u007f]+/g;

export const Email = v.pipe(v.string(), v.maxLength(254), v.trim(), v.toLowerCase(), v.email());

/** Of a person or of a store: one line of 1 to 80 characters. */
export const Name = v.pipe(
  v.string(),
  v.maxLength(200),
  v.transform((name) => name.replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim()),
  v.minLength(1),
  v.maxLength(80),
);

export interface Person {
  id: string;
  name: string;
  email: string;
}
