/**
 * What somebody looks with, in words a person knows: "iPhone, Safari". Made of the `User-Agent`, which browsers freeze more
 * and more (Chrome's reduction, Safari's fixed versions), so kinds and names are all that is worth reading: no versions.
 */

type Table = readonly (readonly [RegExp, string])[];

/** The first that fits: an iPad of today says it is a Mac, a Chromebook says Linux nowhere else. */
const MACHINES: Table = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android(?=.*\bMobile\b)/, 'Android phone'],
  [/Android/, 'Android tablet'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'Chromebook'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/Linux|X11/, 'Linux'],
];

/** Those that pretend to be another come before it. */
const BROWSERS: Table = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|OPT\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Vivaldi\//, 'Vivaldi'],
  [/YaBrowser\//, 'Yandex Browser'],
  [/DuckDuckGo\//, 'DuckDuckGo'],
  [/Instagram/, 'Instagram'],
  [/FBAN|FBAV/, 'Facebook'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Version\/[\d.]+.*Safari\//, 'Safari'],
];

const first = (table: Table, agent: string): string | undefined => table.find(([pattern]) => pattern.test(agent))?.[1];

/** Characters of a header that are looked at: longer ones are nothing that a browser sends. */
const MOST = 512;

/** Undefined where nothing of it is known. */
export function deviceOf(agent: string | undefined): string | undefined {
  const text = agent?.slice(0, MOST) ?? '';
  return [first(MACHINES, text), first(BROWSERS, text)].filter(Boolean).join(', ') || undefined;
}
