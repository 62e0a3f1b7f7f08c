import type { JSX } from 'preact';
import { Drawn } from '../views/icons';

const PATHS = {
  moon: <path d="M13 9.7A5.5 5.5 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.7z" />,
  release: <path d="M5.5 2.75L2.75 5.5 5.5 8.25M3.25 5.5h6a3.9 3.9 0 0 1 0 7.75H6" />,
  right: <path d="M6.25 4l4 4-4 4" />,
  parcel: <path d="M2.75 5L8 2.5 13.25 5v6L8 13.5 2.75 11zM2.75 5L8 7.5 13.25 5M8 7.5v6" />,
} satisfies Record<string, JSX.Element>;

/** As `Icon`, of what only a conversation shows. */
export const Glyph = ({ name, class: extra = '' }: { name: keyof typeof PATHS; class?: string }) => (
  <Drawn class={extra}>{PATHS[name]}</Drawn>
);

/** The relay mark: two strokes that pass something on while the customer waits. */
export const Relay = () => (
  <svg class="relay" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M3.5 13.5l6-7" />
    <path d="M10.5 13.5l6-7" />
  </svg>
);
