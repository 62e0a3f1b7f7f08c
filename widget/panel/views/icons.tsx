import type { JSX } from 'preact';

const PATHS = {
  clock: <path d="M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 1 0 0-11.5M8 4.75V8l2.25 1.5" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  alert: <path d="M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 1 0 0-11.5M8 5v3.5M8 11v.01" />,
  offline: (
    <path d="M2 6.4a9.3 9.3 0 0 1 3-1.85M7.2 3.85c2.55-.2 5.05.75 6.8 2.55M4.4 9a5.4 5.4 0 0 1 2.1-1.3M10.1 7.85c.55.25 1.05.65 1.5 1.1M6.7 11.5a1.9 1.9 0 0 1 2.6 0M2.75 2.25l10.5 11.5" />
  ),
  check: <path d="M3.25 8.5l3 3 6.5-7" />,
  person: (
    <path d="M8 2.5a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 1 0 0-5.5M2.75 13.5c.5-2.7 2.5-4.25 5.25-4.25s4.75 1.55 5.25 4.25" />
  ),
  send: <path d="M8 13V3.25M3.75 7.5L8 3.25l4.25 4.25" />,
} satisfies Record<string, JSX.Element>;

/** Decoration: the words beside it say the same. */
export const Drawn = ({ class: extra = '', children }: { class?: string; children: JSX.Element }) => (
  <svg class={`i ${extra}`} viewBox="0 0 16 16" aria-hidden="true">
    {children}
  </svg>
);

export const Icon = ({ name }: { name: keyof typeof PATHS }) => <Drawn>{PATHS[name]}</Drawn>;
