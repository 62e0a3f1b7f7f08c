import { signal } from '@preact/signals';

/** Files that are pasted or dropped anywhere in a page. */

/** Something is held over the page that could be dropped. */
export const dropping = signal(false);

/** @param may whether files can be sent now @returns ends it */
export function listenFor(take: (files: Iterable<File>) => void, may: () => boolean): () => void {
  const stop = new AbortController();
  const { signal: over } = stop;
  const holds = ({ dataTransfer }: DragEvent) => may() && (dataTransfer?.types.includes('Files') ?? false);
  document.addEventListener(
    'paste',
    (event) => {
      const files = event.clipboardData?.files;
      if (!files?.length || !may()) return;
      event.preventDefault();
      take(files);
    },
    { signal: over },
  );
  document.addEventListener(
    'dragover',
    (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      dropping.value = true;
    },
    { signal: over },
  );
  document.addEventListener(
    'dragleave',
    ({ relatedTarget }) => {
      // Of the whole page, and not of a part of it.
      if (!relatedTarget) dropping.value = false;
    },
    { signal: over },
  );
  document.addEventListener(
    'drop',
    (event) => {
      if (!holds(event)) return;
      event.preventDefault();
      dropping.value = false;
      take(event.dataTransfer?.files ?? []);
    },
    { signal: over },
  );
  return () => {
    dropping.value = false;
    stop.abort();
  };
}
