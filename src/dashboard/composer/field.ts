import { unfilledIn } from '../../domain/saved-replies';

/** Puts text into a field in place of a part of it, so that the browser's undo takes it back; a blank in it is marked. */
export function insertInto(field: HTMLTextAreaElement, text: string, from: number, to: number): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Deprecated, and still the only way that leaves the undo history whole. Where it is gone, the text comes without it.
  if (!document.execCommand('insertText', false, text)) {
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  markBlank(field, from);
}

/** Marks the first blank, so that the next key fills it in. @returns whether there is one */
export function markBlank(field: HTMLTextAreaElement, after = 0): boolean {
  const blank = unfilledIn(field.value.slice(after));
  if (!blank) return false;
  field.focus();
  field.setSelectionRange(after + blank.at, after + blank.at + blank.is.length);
  return true;
}
