import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * When what has the focus disappears from a box, the first of what stands there instead gets it; otherwise focus stays
 * where the customer put it.
 * @param selector what may get it
 * @param otherwise called where the box holds nothing of that kind any more
 */
export function useKeptFocus(box: RefObject<HTMLElement | null>, selector: string, otherwise?: () => void): void {
  const had = !!box.current?.contains(document.activeElement);
  useLayoutEffect(() => {
    if (!had || box.current?.contains(document.activeElement)) return;
    const next = box.current?.querySelector<HTMLElement>(selector);
    if (next) next.focus();
    else otherwise?.();
  });
}
