// Prints what a shop's customers download, in bytes of brotli, and fails above the limits of the product's promise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const read = (file) => readFileSync(join(dist, file), 'utf8');
const brotli = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;

/** A script, and what it cannot run without. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of read(file).matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g))
    withImports(`panel/${name}`, seen);
  return seen;
}

// First load: what panel.html itself asks for. Languages other than English come alone and later, and so does what
// only a customer who asked for a person meets.
const page = read('panel.html');
const named = [...page.matchAll(/(?:src|href)="\/(panel\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
if (named.length < 2) throw new Error('dist/panel.html names no script and style: run `npm run build` first.');
const first = new Set(named.flatMap((file) => (file.endsWith('.js') ? [...withImports(file)] : [file])));
const later = [...read(named.find((file) => file.endsWith('.js'))).matchAll(/["'`]\.\/(parts-[\w-]+\.js)["'`]/g)];
if (later.length === 0) throw new Error('The panel does not load its later part by itself.');

const sum = (files) => files.reduce((bytes, file) => bytes + brotli(file), 0);
const sizes = [
  { what: 'launcher', bytes: brotli('widget.js'), limit: 2_048 },
  { what: 'panel', bytes: sum([...first]), limit: 22_528 },
  { what: 'panel, once somebody asks', bytes: brotli(`panel/${later[0][1]}`), limit: 6_144 },
];
for (const { what, bytes, limit } of sizes) console.log(`${what}: ${bytes} B brotli (limit ${limit} B)`);
if (sizes.some(({ bytes, limit }) => bytes > limit)) process.exit(1);
