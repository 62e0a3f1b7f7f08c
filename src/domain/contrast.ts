/**
 * How a store's colour comes out in the panel: the same derivations as in tokens.css and launcher.css (OKLCH, CSS Color 4
 * section 10), and the contrast of each pair by WCAG 2.2.
 */

type Rgb = readonly [number, number, number];

export const ACCENT = /^#[\da-f]{6}$/i;
/** What the panel's messages stand on: `--n-0` of tokens.css. */
const SHEET = { light: '#ffffff', dark: '#1a1917' } as const;

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what one must see to use. */
export const LEAST = { text: 4.5, shape: 3 };

const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const encoded = (c: number): number => (c <= 0.0031308 ? c * 12.92 : 1.055 * c ** (1 / 2.4) - 0.055);
const clip = (c: number): number => Math.min(1, Math.max(0, c));

const rgbOf = (hex: string): Rgb =>
  [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as unknown as Rgb;
const hexOf = (rgb: Rgb): string =>
  `#${rgb
    .map((c) =>
      Math.round(encoded(clip(c)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

interface Lch {
  l: number;
  c: number;
  h: number;
}

function toLch([r, g, b]: Rgb): Lch {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: Math.atan2(bb, a) };
}

/** In sRGB, clipped: what a screen shows of it. */
function fromLch({ l: light, c, h }: Lch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const l = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (light - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG's contrast ratio, 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

export interface Shown {
  /** Buttons, the launcher, the customer's own messages; and what is written on them. */
  fill: string;
  text: string;
  /** Links. */
  link: string;
  contrasts: { text: number; shape: number; link: number };
}

/** A store's colour as it comes out, where the customer's screen is light and where it is dark. */
export function shownAs(accent: string, scheme: 'light' | 'dark'): Shown {
  const base = toLch(rgbOf(accent));
  const isLight = scheme === 'light';
  const fill = isLight ? rgbOf(accent) : fromLch({ ...base, l: Math.max(base.l, 0.5) });
  const link = fromLch(
    isLight
      ? { ...base, l: Math.min(base.l, 0.47) }
      : { l: Math.max(base.l, 0.8), c: Math.min(base.c, 0.11), h: base.h },
  );
  // White below a luminance of 0.179, black above: there both have the same contrast.
  const text: Rgb = luminance(fill) < 0.179 ? [1, 1, 1] : [0, 0, 0];
  const sheet = rgbOf(SHEET[scheme]);
  return {
    fill: hexOf(fill),
    text: hexOf(text),
    link: hexOf(link),
    contrasts: { text: contrast(fill, text), shape: contrast(fill, sheet), link: contrast(link, sheet) },
  };
}

/** Whether a button of this colour can be seen on a white page. In the dark, a colour is lifted until it can. */
export const isVisible = (accent: string): boolean => shownAs(accent, 'light').contrasts.shape >= LEAST.shape;

/** The nearest shade that can be seen: the same hue, a little darker. */
export function visibleShade(accent: string): string {
  const base = toLch(rgbOf(accent));
  for (let l = base.l; l > 0; l -= 0.01) {
    const shade = hexOf(fromLch({ ...base, l }));
    if (isVisible(shade)) return shade;
  }
  return '#000000';
}
