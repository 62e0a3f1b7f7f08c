import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const dist = join(import.meta.dirname, '../dist');

/**
 * Leaves out the design values that the panel does not use: tokens.css serves the dashboard too. Styles that come later
 * stand in scripts, and use them as well.
 */
const onlyUsedValues: Plugin = {
  name: 'only-used-values',
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = Object.values(bundle);
    const scripts = files.map((file) => (file.type === 'chunk' ? file.code : '')).join('');
    for (const file of files) {
      if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
      let css = String(file.source);
      for (let before = ''; before !== css; ) {
        before = css;
        css = css.replace(/(--[\w-]+):[^;{}]*(;|(?=\}))/g, (whole, name: string) =>
          // Set by script for one store.
          [before, scripts].some((text) => text.includes(`var(${name})`) || text.includes(`var(${name},`)) ||
          name === '--accent-base'
            ? whole
            : '',
        );
      }
      file.source = css;
    }
  },
};

/** A language file has nothing to preload: Vite's helper for that would be a kilobyte that does nothing. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null),
};

/** Once the new files stand: a server that watches `dist` never finds the part empty. */
const dropOlderFiles: Plugin = {
  name: 'drop-older-files',
  writeBundle(_, bundle) {
    for (const file of readdirSync(join(dist, 'panel'))) {
      if (!bundle[`panel/${file}`]) rmSync(join(dist, 'panel', file));
    }
  },
};

/** The panel: an iframe's page with hashed files under /panel/. It shares `dist` with two other builds and empties only its own part. */
export default defineConfig({
  root: join(import.meta.dirname, 'panel'),
  publicDir: join(import.meta.dirname, 'public'),
  // Languages come as one value each: a name per string would only be weight.
  json: { namedExports: false, stringify: false },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: dist,
    emptyOutDir: false,
    assetsDir: 'panel',
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    modulePreload: false,
    rolldownOptions: {
      input: join(import.meta.dirname, 'panel/panel.html'),
      // Its lists of domains, which we do not use, are made by spreading: no side effect, though it does not say so.
      treeshake: { moduleSideEffects: [{ test: /node_modules[\\/]email-misspelled/, sideEffects: false }] },
    },
  },
  plugins: [plainImports, onlyUsedValues, dropOlderFiles],
});
