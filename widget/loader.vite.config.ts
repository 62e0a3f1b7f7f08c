import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, defineConfig, type Plugin } from 'vite';
import { DIST } from './dist.vite.ts';

const here = import.meta.dirname;
const locales = join(here, 'locales');
const CSS_TARGET = ['chrome123', 'firefox128', 'safari18'];
/** Stands in the script tag's file until the other part has its hash. */
const HOST = '/host/HASH.js';

/** "Open chat" in every language: the only words that the launcher needs before the panel speaks. */
const openChat = Object.fromEntries(
  readdirSync(locales)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.slice(0, 2),
      (JSON.parse(readFileSync(join(locales, file), 'utf8')) as { openChat: string }).openChat,
    ]),
);

/** The part that is loaded when somebody comes near: a module under its hash, and the same under a name that stays. */
async function buildHost(): Promise<string> {
  const folder = join(DIST, 'host');
  mkdirSync(folder, { recursive: true });
  const before = new Set(readdirSync(folder));
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    root: join(here, 'host'),
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2020',
      cssTarget: CSS_TARGET,
      lib: { entry: 'host.ts', formats: ['es'] },
      rolldownOptions: { output: { entryFileNames: '[hash:6].js', minify: true } },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const file = output && 'output' in output ? output.output[0].fileName : '';
  cpSync(join(folder, file), join(DIST, 'host.js'));
  // Once the new one stands: a server that watches never finds the folder empty.
  for (const older of before) if (older !== file) rmSync(join(folder, older));
  return file;
}

/** An empty page with the panel's files, so that the browser has them when the panel asks. */
function writeWarmPage(): void {
  const page = readFileSync(join(DIST, 'panel.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/panel\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? '');
  const all = new Set(named);
  for (const file of all) {
    const code = file.endsWith('.js') ? readFileSync(join(DIST, 'panel', file), 'utf8') : '';
    for (const [, other = ''] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
      all.add(basename(other));
  }
  const links = [...all].map((file) =>
    file.endsWith('.css')
      ? `<link rel="stylesheet" href="/panel/${file}">`
      : `<link rel="modulepreload" href="/panel/${file}">`,
  );
  writeFileSync(
    join(DIST, 'warm.html'),
    `<!doctype html><meta charset="utf-8"><meta name="robots" content="noindex"><title></title>${links.join('')}\n`,
  );
}

const hostPart: Plugin = {
  name: 'host-part',
  buildStart() {
    for (const file of readdirSync(join(here, 'host'))) this.addWatchFile(join(here, 'host', file));
  },
  async generateBundle(_, bundle) {
    const file = await buildHost();
    for (const one of Object.values(bundle)) {
      if (one.type === 'chunk') one.code = one.code.replace(HOST, `/host/${file}`);
    }
    writeWarmPage();
  },
};

/** The script tag's file: one classic script, at the root of the assets. It shares `dist` with the other builds. */
export default defineConfig({
  root: join(here, 'loader'),
  publicDir: false,
  define: { OPEN_CHAT: JSON.stringify(openChat), HOST: JSON.stringify(HOST) },
  build: {
    outDir: DIST,
    emptyOutDir: false,
    target: 'es2020',
    cssTarget: CSS_TARGET,
    lib: { entry: 'main.ts', formats: ['iife'], name: 'baton', fileName: () => 'widget.js' },
  },
  plugins: [hostPart],
});
