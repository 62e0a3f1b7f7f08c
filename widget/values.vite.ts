import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * tokens.css serves the dashboard too. The panel's styles carry the design values that they use, each when it is used, and
 * what is said shorter in place stands there.
 */

const read = (file: string) => readFileSync(join(import.meta.dirname, file), 'utf8').replace(/\/\*.*?\*\//gs, '');
const IMPORT = /@import "[^"]*tokens\.css";/;
const USE = /var\((--[\w-]+)\)/g;

/** The first of two counts: the second is for who asked for no motion, and the panel holds everything still for them. */
const values = new Map(
  [...read('tokens.css').matchAll(/(--[\w-]+):\s*([^;{}]*);/g)]
    .map(([, name = '', value = '']) => [name, value.trim()] as const)
    .reverse(),
);

/** What other values are computed from, what is long, and what a script sets, keeps its name; a colour that is used once does not. */
const isNamed = (name: string, value: string, css: string): boolean =>
  name.startsWith('--accent') ||
  name === '--on-accent' ||
  name === '--font' ||
  (/^light-dark\(#/.test(value) && css.split(`var(${name})`).length > 2);

function inPlace(css: string): string {
  const next = css.replace(USE, (use, name: string) => {
    const value = values.get(name);
    return value === undefined || isNamed(name, value, css) ? use : value;
  });
  return next === css ? css : inPlace(next);
}

/** The names that a stylesheet uses, and those that their values use. */
function namesIn(css: string, found = new Set<string>()): Set<string> {
  for (const [, name = ''] of css.matchAll(/var\((--[\w-]+)/g)) {
    const value = values.get(name);
    if (value === undefined || found.has(name)) continue;
    found.add(name);
    namesIn(value, found);
  }
  return found;
}

/** In front of the first styles their values; later ones bring those that the first do without. */
export const ownValues: Plugin = {
  name: 'own-values',
  enforce: 'pre',
  transform(code, id) {
    const file = id.split('?')[0] ?? '';
    // Drawn beside the launcher, in the shop's page: it has values of its own.
    if (!file.includes('/widget/panel/') || !file.endsWith('.css') || file.endsWith('/beside.css')) return null;
    const isFirst = file.endsWith('/panel.css');
    const css = inPlace(code.replace(IMPORT, ''));
    const known = isFirst ? new Set() : namesIn(inPlace(read('panel/panel.css')));
    const names = [...namesIn(css)].filter((name) => !known.has(name));
    const declared = names.map((name) => `${name}:${values.get(name)};`).join('');
    return `:root{${isFirst ? 'color-scheme:light dark;' : ''}${declared}}${css}`;
  },
};
