/** To the field, from a button that is about to disappear. */
export function toField(event: Event): void {
  const from = event.currentTarget;
  if (from instanceof HTMLElement) from.closest('.talk')?.querySelector('textarea')?.focus();
}
