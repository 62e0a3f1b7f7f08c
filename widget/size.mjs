// Prints what a shop's customers download, and what its staff do before they see their inbox, in bytes of brotli; fails
// above the limits of the product's promise.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const read = (file) => readFileSync(join(dist, file), 'utf8');
const brotli = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;

/** A script, and what it cannot run without. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    withImports(posix.join(posix.dirname(file), name), seen);
  return seen;
}

// First load: what panel.html itself asks for, English among it (the Worker puts the customer's language there). What only
// a conversation needs comes later.
const page = read('panel.html');
const named = [...page.matchAll(/(?:src|href)="\/(panel\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
if (named.length < 2) throw new Error('dist/panel.html names no script and style: run `npm run build` first.');
const first = new Set(named.flatMap((file) => (file.endsWith('.js') ? [...withImports(file)] : [file])));
const script = read(named.find((file) => file.endsWith('.js') && !file.includes('/words')));
const words = named.find((file) => file.includes('/words'));
if (!words) throw new Error('The page does not name its language.');

/** A part that the panel loads by itself, with what it imports and nobody has loaded before. */
function part(name, before) {
  const chunks = [...script.matchAll(new RegExp(`["'\`]\\./(${name}-[\\w-]+\\.js)["'\`]`, 'g'))].map(
    (match) => `panel/${match[1]}`,
  );
  if (chunks.length === 0) throw new Error(`The panel does not load its part “${name}” by itself.`);
  const all = new Set();
  for (const file of chunks) withImports(file, all);
  return [...all].filter((file) => !before.has(file));
}

const later = part('parts', first);
const files = part('files', new Set([...first, ...later]));

// The inbox's first load: the scripts that the dashboard's page names, with all that they cannot run without.
const inbox = [...read('dashboard/index.html').matchAll(/src="\/(dashboard\/[^"]+\.js)"/g)].map((match) => match[1]);
if (inbox.length === 0) throw new Error('dist/dashboard/index.html names no script: run `npm run build` first.');
const scripts = new Set();
for (const file of inbox) withImports(file, scripts);

const sum = (files) => files.reduce((bytes, file) => bytes + brotli(file), 0);
const sizes = [
  { what: 'launcher', bytes: brotli('widget.js'), limit: 1_536 },
  { what: 'launcher, once somebody is near', bytes: brotli('host.js'), limit: 4_608 },
  { what: 'panel', bytes: sum([...first]), limit: 18_432 },
  { what: 'panel, once a talk begins', bytes: sum([...later, words.replace('.js', '-later.js')]), limit: 11_264 },
  { what: 'panel, where files can be sent', bytes: sum([...files, words.replace('.js', '-files.js')]), limit: 5_120 },
  { what: 'dashboard, up to the inbox (script)', bytes: sum([...scripts]), limit: 90_000 },
];
for (const { what, bytes, limit } of sizes) console.log(`${what}: ${bytes} B brotli (limit ${limit} B)`);
if (sizes.some(({ bytes, limit }) => bytes > limit)) process.exit(1);
