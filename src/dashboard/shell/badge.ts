/** The number on the app's icon, where the browser shows one (Badging API); a page that is not installed may be refused it. */
export function showBadge(n: number): void {
  if (!('setAppBadge' in navigator)) return;
  const shown = n > 0 ? navigator.setAppBadge(n) : navigator.clearAppBadge();
  shown.catch(() => {});
}
