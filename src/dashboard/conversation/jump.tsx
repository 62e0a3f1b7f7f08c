export const placeId = (seq: number): string => `m${seq}`;

/** `#n`, a link to that message: it comes into view, gets the focus, and shows for a moment which one is meant. */
export const Jump = ({ seq }: { seq: number }) => (
  <a
    href={`#${placeId(seq)}`}
    onClick={(event) => {
      event.preventDefault();
      jump(seq);
    }}
  >
    #{seq}
  </a>
);

/** Which message the page's address names: a link from elsewhere leads to it. */
export function namedPlace(): number | null {
  const named = /^#m(\d{1,9})$/.exec(location.hash)?.[1];
  return named === undefined ? null : Number(named);
}

/** @param shows how long it is marked as the one that is meant, ms. @returns whether it is there */
export function jump(seq: number, shows = 1_600): boolean {
  const message = document.getElementById(placeId(seq));
  if (!message) return false;
  message.scrollIntoView({ block: 'center' });
  message.focus({ preventScroll: true });
  message.classList.add('meant');
  setTimeout(() => message.classList.remove('meant'), shows);
  return true;
}
