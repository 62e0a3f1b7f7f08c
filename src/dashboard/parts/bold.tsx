import type { ComponentChild } from 'preact';

/** For texts with a part that stands out: `<b>…</b>`. */
export const bold = (inside: ComponentChild) => <b>{inside}</b>;
