/** What this browser keeps for the reader. Private windows may refuse storage; then nothing is kept, and nothing breaks. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(`baton:${key}`);
  } catch {
    return null;
  }
}

/** An empty value forgets the key. */
export function remember(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(`baton:${key}`);
    else localStorage.setItem(`baton:${key}`, value);
  } catch {
    // Full or refused: the page works without.
  }
}
