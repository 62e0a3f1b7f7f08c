// Prints what a shop's customers download, in bytes of brotli, and fails above the limits of the product's promise.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../dist');
const brotli = (file) => brotliCompressSync(readFileSync(join(dist, file))).length;

// First load: what panel.html itself asks for. Languages other than English come alone and later.
const page = readFileSync(join(dist, 'panel.html'), 'utf8');
const first = [...page.matchAll(/(?:src|href)="\/(panel\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
if (first.length < 2) throw new Error('dist/panel.html names no script and style: run `npm run build` first.');

const sizes = [
  { what: 'launcher', bytes: brotli('widget.js'), limit: 2_048 },
  { what: 'panel', bytes: first.reduce((sum, file) => sum + brotli(file), 0), limit: 22_528 },
];
for (const { what, bytes, limit } of sizes) console.log(`${what}: ${bytes} B brotli (limit ${limit} B)`);
if (sizes.some(({ bytes, limit }) => bytes > limit)) process.exit(1);
