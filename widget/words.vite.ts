import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import ar from './locales/ar.json' with { type: 'json' };
import bg from './locales/bg.json' with { type: 'json' };
import de from './locales/de.json' with { type: 'json' };
import el from './locales/el.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };
import it from './locales/it.json' with { type: 'json' };
import later from './locales/later/en.json' with { type: 'json' };
import nl from './locales/nl.json' with { type: 'json' };
import pl from './locales/pl.json' with { type: 'json' };
import pt from './locales/pt.json' with { type: 'json' };
import ro from './locales/ro.json' with { type: 'json' };
import tr from './locales/tr.json' with { type: 'json' };
import uk from './locales/uk.json' with { type: 'json' };
import { FIRST_WORDS } from './panel/first-words.ts';
import type { Language } from './panel/language';
import type { Words } from './panel/words';

/** A language that lacks a string does not compile. */
const LOCALES: Record<Language, Words> = {
  ...{ ar, bg, de, el, es, fr, it, nl, pl, pt, ro, tr, uk },
  en: { ...en, ...later },
};

const partOf = (key: string) =>
  (FIRST_WORDS as readonly string[]).includes(key) ? '' : key.startsWith('file') ? '-files' : '-later';
const module = (words: [string, unknown][]) => `export default ${JSON.stringify(Object.fromEntries(words))}`;

/** Each language in three files: what the first paint says, what is said of files, and the rest. */
const files = Object.entries(LOCALES).flatMap(([language, words]) => {
  const all = Object.entries(words);
  return ['', '-files', '-later'].map((part) => ({
    name: `${language}${part}.js`,
    source: module(all.filter(([key]) => partOf(key) === part)),
  }));
});

/** One name for all languages, so that the script carries no table of hashes, and the page can name the file beforehand. */
export const WORDS = `words-${createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 8)}`;

/** Writes them, and lets the page fetch its language beside its script: English, until the Worker puts another one in. */
export const words: Plugin = {
  name: 'words',
  generateBundle() {
    for (const { name, source } of files) this.emitFile({ type: 'asset', fileName: `panel/${WORDS}/${name}`, source });
  },
  transformIndexHtml: () => [
    {
      tag: 'link',
      attrs: { rel: 'modulepreload', crossorigin: true, href: `/panel/${WORDS}/en.js` },
      injectTo: 'head',
    },
  ],
};
