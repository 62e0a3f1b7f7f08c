import { COMMANDS, type Command } from './commands';

/** Which command a key means. Nothing of ours happens while somebody writes, chooses from a list, or is asked something. */

type Pressed = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'shiftKey'
  | 'repeat'
  | 'isComposing'
  | 'defaultPrevented'
  | 'target'
>;

/** Where letters mean something by themselves: they are written, or lead to what begins with them. */
const OWN_LETTERS = [
  ...['input', 'textarea', 'select', '[contenteditable]:not([contenteditable="false"])', 'dialog'],
  ...['dialog', 'listbox', 'menu', 'combobox', 'tree', 'grid', 'application'].map((role) => `[role="${role}"]`),
].join(', ');

/** Keys that may be held down. */
const GOES_ON = new Set(['j', 'k']);

/**
 * The letter of a key. On a keyboard whose letters are not Latin, the one that stands there on a Latin keyboard: somebody who
 * writes Bulgarian need not change the keyboard to take over a chat.
 */
function letterOf({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  if (key === '؟') return '?';
  if (key.length !== 1 || key <= '\u007f') return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key;
}

/** Ctrl+K, ⌘K on a Mac, where Ctrl+K cuts a line off. From a field too: it writes nothing. */
export function opensPalette(event: Pressed, mac: boolean): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented } = event;
  if (isComposing || defaultPrevented || altKey || shiftKey) return false;
  return (mac ? metaKey && !ctrlKey : ctrlKey && !metaKey) && letterOf(event) === 'k';
}

/** @returns the command of one key alone, whether or not it can be done now */
export function commandFor(event: Pressed): Command | null {
  const { ctrlKey, metaKey, altKey, shiftKey, repeat, isComposing, defaultPrevented, target } = event;
  if (isComposing || defaultPrevented || ctrlKey || metaKey || altKey) return null;
  const key = letterOf(event);
  if (repeat && !GOES_ON.has(key)) return null;
  // Shift makes the question mark on most keyboards, and another letter of every letter.
  if (shiftKey && key !== '?') return null;
  if (target && 'closest' in target && typeof target.closest === 'function' && target.closest(OWN_LETTERS)) return null;
  return COMMANDS.find((command) => command.key === key) ?? null;
}
