import { readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { buildName } from './build-name.vite.ts';
import { DIST } from './dist.vite.ts';
import { ownValues } from './values.vite.ts';
import { WORDS, words } from './words.vite.ts';

/** What comes later has nothing to preload: Vite's helper for that would be a kilobyte that does nothing. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** Once the new files stand: a server that watches `dist` never finds the part empty. */
const dropOlderFiles: Plugin = {
  name: 'drop-older-files',
  writeBundle(_, bundle) {
    for (const file of readdirSync(join(DIST, 'panel'), { recursive: true, withFileTypes: true })) {
      const path = relative(DIST, join(file.parentPath, file.name));
      if (!Object.keys(bundle).some((name) => name === path || name.startsWith(`${path}/`)))
        rmSync(join(DIST, path), { recursive: true, force: true });
    }
  },
};

/** The panel: an iframe's page with hashed files under /panel/. It shares `dist` with two other builds and empties only its own part. */
export default defineConfig({
  root: join(import.meta.dirname, 'panel'),
  publicDir: join(import.meta.dirname, 'public'),
  define: { WORDS: JSON.stringify(WORDS) },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: DIST,
    emptyOutDir: false,
    assetsDir: 'panel',
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    modulePreload: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'panel/panel.html'),
      // What the first paint runs is one file, whatever else uses of it: in two it would be a tenth larger.
      output: { codeSplitting: { groups: [{ name: 'panel', test: /panel[\\/]main\.tsx$/ }] } },
      // Its lists of domains, which we do not use, are made by spreading: no side effect, though it does not say so.
      treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]email-misspelled/, sideEffects: false }] },
    },
  },
  plugins: [plainImports, ownValues, words, buildName, dropOlderFiles],
});
