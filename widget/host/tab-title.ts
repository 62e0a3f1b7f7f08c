/** The number of unread messages before the title of a tab that is not in sight. In sight, the title is the shop's. */
export function countInTitle(): (unread: number) => void {
  let count = 0;
  let plain: string | undefined;
  let ours = '';
  const draw = () => {
    const wanted = document.hidden && count > 0;
    // What the shop has changed meanwhile stands.
    if (plain !== undefined && document.title === ours) document.title = plain;
    plain = undefined;
    if (!wanted) return;
    plain = document.title;
    document.title = ours = `(${count}) ${plain}`;
  };
  document.addEventListener('visibilitychange', draw);
  return (unread) => {
    if (unread === count) return;
    count = unread;
    draw();
  };
}
