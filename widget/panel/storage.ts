/** Storage may be forbidden in a frame, or full: then what it holds lives as long as the page. */
const memory = new Map<string, string>();

export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return memory.get(key) ?? null;
  }
}

export function remember(key: string, value: string): void {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    memory.set(key, value);
  }
}
