/** How the launcher looks: its picture and the words beside it. For the shop's page, and for the preview in the settings. */

/** Strokes in 32 × 32, as the launcher draws them (widget/loader). */
export const ICONS = {
  bubble: 'M13.3 22.7l-4.6 2.5q-1 .3-1-.7l.5-4.7A10 8.5 0 1 1 13.3 22.7z',
  question: 'M12 12.5a4 4 0 1 1 5.5 3.7q-1.5.7-1.5 2.8M16 22v1.8M26 16a10 10 0 1 1-20 0a10 10 0 0 1 20 0z',
  wave: 'M11 17V9.5a1.5 1.5 0 0 1 3 0V15V8a1.5 1.5 0 0 1 3 0v7V9a1.5 1.5 0 0 1 3 0v7v-3.5a1.5 1.5 0 0 1 3 0V19a7 7 0 0 1-7 7q-4 0-6-3.5l-3-4.7a1.6 1.6 0 0 1 2.6-1.8z',
} as const;
export type LauncherIcon = keyof typeof ICONS;
export const LAUNCHER_ICONS = Object.keys(ICONS) as [LauncherIcon, ...LauncherIcon[]];

/** Characters beside the picture: it stands in a corner of somebody's page. */
export const MOST_LABEL = 24;
