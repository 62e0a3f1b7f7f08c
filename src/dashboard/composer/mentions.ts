import { firstName } from '../parts/format';

/** Colleagues whom a note names: "@Ana", or the whole name where two share the first. */

interface Colleague {
  id: string;
  name: string;
}

const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}_]/u.test(sign);

/** Whether the text names them, and not somebody whose name only begins so. */
function names(text: string, name: string): boolean {
  const sought = `@${name.toLowerCase()}`;
  const lower = text.toLowerCase();
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + 1)) {
    if (!isLetter(lower[at - 1]) && !isLetter(lower[at + sought.length])) return true;
  }
  return false;
}

/** The ids of those whom a note asks for. A first name that two have means both, unless a whole name says which. */
export function mentionedIn(text: string, people: readonly Colleague[]): string[] {
  const whole = people.filter(({ name }) => names(text, name));
  const taken = new Set(whole.map(({ name }) => firstName(name)));
  const first = people.filter(({ name }) => names(text, firstName(name)) && !taken.has(firstName(name)));
  return [...new Set([...whole, ...first].map(({ id }) => id))];
}

/** What is put into the note for somebody. */
export const calledIn = ({ id, name }: Colleague, people: readonly Colleague[]): string => {
  const shared = people.some((other) => other.id !== id && firstName(other.name) === firstName(name));
  return `@${shared ? name : firstName(name)} `;
};
