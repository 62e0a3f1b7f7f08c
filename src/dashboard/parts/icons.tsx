import type { ComponentChild } from 'preact';

const THUMB =
  'M5.25 7.1L7.5 2.6c.95 0 1.7.75 1.7 1.7v2.3h2.9c.9 0 1.55.85 1.35 1.7l-.95 3.9c-.16.66-.7 1.05-1.35 1.05h-5.9M5.25 7.1v6.15M5.25 7.1H3.4c-.5 0-.9.4-.9.9v4.35c0 .5.4.9.9.9h1.85';

const ICONS = {
  alarm: (
    <>
      <circle cx="8" cy="8.75" r="5" fill="currentColor" />
      <path d="M8 6.25v3.1M8 11.2v.1" stroke="var(--badge-bg, var(--sheet))" />
      <path d="M2 4.25l2.25-2M14 4.25l-2.25-2" />
    </>
  ),
  alert: <path d="M8 2.5l5.9 10.5H2.1zM8 6.5v3M8 11.2v.1" />,
  at: (
    <>
      <circle cx="8" cy="8" r="2.5" />
      <path d="M10.5 5.5v3.1c0 1.05.6 1.65 1.45 1.65 1.1 0 1.8-.95 1.8-2.25a5.75 5.75 0 1 0-2.4 4.65" />
    </>
  ),
  book: <path d="M8 4C6.5 3 4.5 2.75 2.5 3v9.5c2-.25 4 0 5.5 1 1.5-1 3.5-1.25 5.5-1V3C11.5 2.75 9.5 3 8 4zM8 4v9.5" />,
  box: <path d="M8 2.25l5.25 2.65v6.2L8 13.75l-5.25-2.65V4.9zM2.75 4.9L8 7.6l5.25-2.7M8 7.6v6.15" />,
  check: <path d="M3 8.5l3.25 3.25L13 4.5" />,
  clip: (
    <path d="M13.2 7.4l-5.5 5.5a3.3 3.3 0 0 1-4.7-4.7l5.9-5.9a2.2 2.2 0 0 1 3.1 3.1l-5.8 5.9a1.1 1.1 0 0 1-1.6-1.6l5.2-5.2" />
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.75V8l2.25 1.5" />
    </>
  ),
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  code: <path d="M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5V4c0-.83-.67-1.5-1.5-1.5H4c-.83 0-1.5.67-1.5 1.5v5c0 .83.67 1.5 1.5 1.5h1.5" />
    </>
  ),
  done: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.4 8.2l1.8 1.8 3.5-3.9" />
    </>
  ),
  dots: (
    <g fill="currentColor" stroke="none">
      <circle cx="3.5" cy="8" r="1.25" />
      <circle cx="8" cy="8" r="1.25" />
      <circle cx="12.5" cy="8" r="1.25" />
    </g>
  ),
  sheet: <path d="M4 2.25h5l3.25 3.25v8.25H4zM9 2.25V5.5h3.25" />,
  retry: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.75h-2.75" />,
  down: <path d="M4 6.25l4 4 4-4" />,
  escalate: <path d="M8 13V3.5M4.25 7L8 3.25 11.75 7M3 13.25h10" />,
  flag: (
    <>
      <path d="M3.75 14V2.5" />
      <path fill="currentColor" d="M3.75 3h8.5l-2 2.9 2 2.85h-8.5z" />
    </>
  ),
  filter: <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />,
  gone: <path d="M9.5 3H3v10h6.5M6.5 8h7M11 5.25L13.75 8 11 10.75" />,
  inbox: (
    <path d="M2.25 9l1.9-5.2c.15-.4.5-.65.95-.65h5.8c.45 0 .8.25.95.65L13.75 9v3c0 .55-.45 1-1 1h-9.5c-.55 0-1-.45-1-1zM2.25 9H5.5l1 1.75h3l1-1.75h3.25" />
  ),
  keys: (
    <>
      <rect x="1.75" y="4" width="12.5" height="8" rx="1.5" />
      <path d="M4.4 6.7h.1M6.8 6.7h.1M9.2 6.7h.1M11.6 6.7h.1M5.25 9.5h5.5" />
    </>
  ),
  late: (
    <>
      <circle cx="8" cy="8" r="5.75" fill="currentColor" />
      <path d="M8 4.75V8l2.25 1.5" stroke="var(--badge-bg, var(--sheet))" />
    </>
  ),
  left: <path d="M9.75 4l-4 4 4 4" />,
  lock: (
    <>
      <rect x="3.25" y="7" width="9.5" height="6.5" rx="1.5" />
      <path d="M5.25 7V5.25a2.75 2.75 0 0 1 5.5 0V7" />
    </>
  ),
  mail: (
    <>
      <rect x="2.25" y="3.5" width="11.5" height="9" rx="1.5" />
      <path d="M2.75 4.75L8 8.9l5.25-4.15" />
    </>
  ),
  moon: <path d="M13 9.7A5.5 5.5 0 0 1 6.3 3a5.5 5.5 0 1 0 6.7 6.7z" />,
  owed: <path d="M6 4.25L2.75 7.5 6 10.75M3.25 7.5h5.5c2.5 0 4.5 1.75 4.5 4.5v.75" />,
  page: <path d="M4 2.5h5l3.25 3.25v7.75H4zM9 2.5v3.25h3.25" />,
  people: (
    <>
      <circle cx="6" cy="5.5" r="2.5" />
      <path d="M1.5 13.25c.4-2.4 2.1-3.75 4.5-3.75s4.1 1.35 4.5 3.75M10.25 3.2a2.5 2.5 0 0 1 0 4.6M12.2 9.9c1.3.6 2.1 1.75 2.35 3.35" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.25" r="2.75" />
      <path d="M2.75 13.5c.5-2.7 2.5-4.25 5.25-4.25s4.75 1.55 5.25 4.25" />
    </>
  ),
  plus: <path d="M8 3.25v9.5M3.25 8h9.5" />,
  right: <path d="M6.25 4l4 4-4 4" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="M10.25 10.25L13.5 13.5" />
    </>
  ),
  sliders: (
    <>
      <path d="M2.25 5h5.9M12.1 5h1.65M2.25 11h1.65M7.85 11h5.9" />
      <circle cx="10.1" cy="5" r="1.9" />
      <circle cx="5.9" cy="11" r="1.9" />
    </>
  ),
  smile: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.5 9.4c.6.9 1.45 1.35 2.5 1.35s1.9-.45 2.5-1.35M6 6.4v.2M10 6.4v.2" />
    </>
  ),
  takeover: <path d="M13.75 8H5.5M8.75 4.75L5.5 8l3.25 3.25M2.5 3v10" />,
  thumbDown: <path transform="rotate(180 8 8)" d={THUMB} />,
  thumbUp: <path d={THUMB} />,
  transfer: <path d="M2.25 8h8.25M7.25 4.75L10.5 8l-3.25 3.25M13.5 3v10" />,
  up: <path d="M4 9.75l4-4 4 4" />,
  updown: <path d="M5.25 6L8 3.25 10.75 6M5.25 10L8 12.75 10.75 10" />,
} as const satisfies Record<string, ComponentChild>;

export type IconName = keyof typeof ICONS;

/** 16 × 16, in the text's colour. Never the only bearer of a meaning: a word stands beside it. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    {ICONS[name]}
  </svg>
);

/** The assistant's and Baton's own mark. */
export const Relay = () => (
  <svg class="relay" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d="M3.5 13.5l6-7" />
    <path d="M10.5 13.5l6-7" />
  </svg>
);
