/** How often the address is looked at, milliseconds. */
const EVERY = 500;
/** How often one address may change its title: some blink. */
const TITLES = 3;

export interface Place {
  url: string;
  title: string;
}

/**
 * Follows a shop that changes its page without loading one. By looking: nothing of the shop's is replaced, whichever way
 * its router goes. The title mostly comes after the address, so a new address is told a moment later.
 * @returns where the customer is
 */
export function follow(tell: () => void): () => Place {
  let place: Place = { url: location.href, title: document.title };
  let titles = TITLES;
  let due = false;
  /** The title of a page that is not in sight may be ours. */
  const look = () => {
    if (document.hidden || document.title === place.title || titles === 0) return;
    titles -= 1;
    due = true;
    place.title = document.title;
  };
  setInterval(() => {
    if (document.hidden) return;
    const { href } = location;
    if (href !== place.url) {
      place = { url: href, title: document.title };
      titles = TITLES;
      due = true;
      return;
    }
    look();
    if (due) tell();
    due = false;
  }, EVERY);
  return () => {
    look();
    return place;
  };
}
