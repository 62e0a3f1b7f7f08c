import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Messages by what they ask for; a label that begins with "no" or is "nothing" is of messages that ask for nothing. */
export type Labelled = Map<string, string[]>;

/**
 * Reads a list of labelled messages: `# label` stands above its messages, one a line; `{a|b}` stands for either, and the line
 * for all that it can say.
 */
export function labelled(name: string): Labelled {
  const found: Labelled = new Map();
  let messages: string[] = [];
  for (const line of readFileSync(join(import.meta.dirname, 'languages', `${name}.txt`), 'utf8').split('\n')) {
    if (line.startsWith('# ')) {
      messages = [];
      found.set(line.slice(2), messages);
    } else if (line.trim() !== '') messages.push(...spelledOut(line));
  }
  return found;
}

function spelledOut(line: string): string[] {
  const choice = /\{([^{}]*)\}/.exec(line);
  if (!choice) return [line];
  const [before, after] = [line.slice(0, choice.index), line.slice(choice.index + choice[0].length)];
  return (choice[1] ?? '').split('|').flatMap((one) => spelledOut(before + one + after));
}
