/** What a screen that the panel fills wants of it: to end where the keyboard begins, and to close by the way back. */

/** In the state of the entry that is ours, beside what the shop's router keeps there. */
const OURS = 'baton';

const isOurs = (): boolean => (history.state as Record<string, unknown> | null)?.[OURS] === true;

/**
 * @param dialog holds the panel's frame
 * @param full whether it fills the screen
 * @param close called when the customer went back
 * @returns call it whenever the panel was opened or closed, or `full` has changed
 */
export function phone(dialog: HTMLElement, full: MediaQueryList, close: () => void): (open: boolean) => void {
  const seen = window.visualViewport;
  /** An entry of ours stands in the history, or did before the page was loaded again. */
  let entered = isOurs();

  const follow = () => {
    // Whoever has zoomed the page sees a part of it, and moves that part.
    if (!seen || seen.scale > 1.01) return;
    dialog.style.setProperty('--high', `${seen.height}px`);
    dialog.style.setProperty('--top', `${seen.offsetTop}px`);
  };
  seen?.addEventListener('resize', follow);
  seen?.addEventListener('scroll', follow);

  // A router that listens already hears of the way back too, with the address and the state that it has: it is there.
  addEventListener(
    'popstate',
    (event) => {
      if (!entered || isOurs()) return;
      entered = false;
      event.stopImmediatePropagation();
      close();
    },
    true,
  );

  return (open) => {
    follow();
    const state: unknown = history.state;
    if (!open) {
      if (entered && isOurs()) history.back();
      else entered = false;
    } else if (full.matches && !isOurs() && (state === null || typeof state === 'object')) {
      // What a router keeps of its page stands in our entry too: coming from it, it finds itself where it was.
      history.pushState({ ...state, [OURS]: true }, '');
      entered = true;
    }
  };
}
