import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** What the page is about, for the browser's tab. The frame puts the number of those who wait before it. */
export const title = signal('');

export function useTitle(words: string): void {
  useEffect(() => {
    title.value = words;
  }, [words]);
}
