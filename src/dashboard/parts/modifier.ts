export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What the key for shortcuts is called on the reader's keyboard. */
export const MODIFIER = isMac ? '⌘' : 'Ctrl';
