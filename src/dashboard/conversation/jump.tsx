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

function jump(seq: number): void {
  const message = document.getElementById(placeId(seq));
  if (!message) return;
  message.scrollIntoView({ block: 'center' });
  message.focus({ preventScroll: true });
  message.classList.add('meant');
  setTimeout(() => message.classList.remove('meant'), 1_600);
}
