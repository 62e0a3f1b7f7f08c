import { type Signal, signal } from '@preact/signals';
import type { LinksAnswer } from '../../../src/protocol/files';

/** Addresses of files that were sent. Each is good for an hour, and asked for when the file is shown. */

/** Before that hour is over, in ms. */
const ANEW_AFTER = 50 * 60_000;
/** After a failure, in ms. */
const AGAIN_AFTER = 10_000;

/** @param ask posts `{ files }` and answers with what came back; null where nothing did */
export function linksBy(ask: (files: string[]) => Promise<LinksAnswer | null>): (file: string) => Signal<string> {
  const known = new Map<string, Signal<string>>();
  let wanted: string[] = [];

  async function fetchThem(): Promise<void> {
    const files = wanted.splice(0);
    const answer = await ask(files);
    for (const file of files) {
      const link = answer?.links[file];
      const place = known.get(file);
      if (link && place) place.value = link;
    }
    setTimeout(() => want(files), answer ? ANEW_AFTER : AGAIN_AFTER);
  }

  function want(files: readonly string[]): void {
    if (wanted.length === 0) queueMicrotask(() => void fetchThem());
    wanted = [...wanted, ...files].slice(0, 100);
  }

  return (file) => {
    const before = known.get(file);
    if (before) return before;
    const place = signal('');
    known.set(file, place);
    want([file]);
    return place;
  };
}
