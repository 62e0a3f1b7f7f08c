const [key = '', left] = location.hash.slice(1).split('!');

/** As in the script tag. */
export const storeKey = key.replace(/[^\w-]/g, '');
/** What this panel was built as: the page says it. */
export const build = document.querySelector<HTMLMetaElement>('[name=build]')?.content ?? '';

/**
 * Loads the panel's page again. Once only for each build: a cache may hold the old one.
 * @returns false where that was done, and has brought the same
 */
export function reload(): boolean {
  if (left === build) return false;
  // Not `location.hash`: the customer's way back through the shop's pages is not ours.
  history.replaceState(null, '', `#${key}!${build}`);
  location.reload();
  return true;
}
