import type { Kept } from '../handshake';
import { keptOf } from './from-panel';

/** What the shop's own storage holds for us. A page may have none, or a full one. */

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

export const shelf = (name: string) => ({
  read(): { kept: Kept; open: boolean; unsent: unknown } {
    const kept = keptOf(attempt(() => JSON.parse(localStorage[name])));
    const tab: unknown = attempt(() => JSON.parse(sessionStorage[name]));
    const [open, unsent] = Array.isArray(tab) ? (tab as unknown[]) : [];
    return { kept, open: open === true, unsent: Array.isArray(unsent) ? unsent : undefined };
  },
  write(kept: Kept, open: boolean, unsent: unknown): void {
    attempt(() => {
      sessionStorage[name] = JSON.stringify([open, unsent]);
      localStorage[name] = JSON.stringify(kept);
    });
  },
  clear(): void {
    attempt(() => sessionStorage.removeItem(name));
    attempt(() => localStorage.removeItem(name));
  },
  /** Another tab has emptied it. */
  cleared(then: () => void): void {
    addEventListener('storage', ({ key, newValue, storageArea }) => {
      const local = attempt(() => localStorage);
      if (storageArea === local && (key === name || key === null) && newValue === null) then();
    });
  },
});
