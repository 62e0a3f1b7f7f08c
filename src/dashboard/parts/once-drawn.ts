import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * For what a change of ours brings: a field that gets the focus, a button that keeps it. It happens in the same moment in
 * which the page shows the change; a frame later, whoever is quick has typed beside it.
 * @returns call it with what to do once this component has been drawn again
 */
export function useOnceDrawn(): (then: () => void) => void {
  const next = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    const then = next.current;
    next.current = null;
    then?.();
  });
  return (then) => {
    next.current = then;
  };
}
