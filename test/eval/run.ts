import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readD1Migrations } from '@cloudflare/vitest-plugin';
import { createServer } from 'vite';

/**
 * `npm run eval`: how often the built-in assistant is right, and whether its confidence means that. The product's own code
 * answers, on D1 in workerd, with the real migrations and imports. Prints Markdown.
 *
 * `-- --mistakes` lists what went wrong in the tuned part; `-- --fit` fits the weights anew and writes them.
 */

const ROOT = join(import.meta.dirname, '../..');
const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'));
const { values } = parseArgs({ options: { fit: { type: 'boolean' }, mistakes: { type: 'boolean' } } });

interface MiniflareModule {
  Miniflare: new (
    options: unknown,
  ) => { getD1Database(binding: string, worker: string): Promise<D1Database>; dispose(): Promise<void> };
  convertV4MiniflareOptions(options: unknown): unknown;
}
const { Miniflare, convertV4MiniflareOptions } = fromWrangler('miniflare') as MiniflareModule;

// A Worker that does nothing: only its D1 is wanted.
const runtime = new Miniflare(
  convertV4MiniflareOptions({
    cf: false,
    workers: [
      {
        name: 'eval',
        modules: [
          { type: 'ESModule', path: 'eval.js', contents: 'export default { fetch: () => new Response(null) }' },
        ],
        compatibilityDate: '2026-06-01',
        d1Databases: { DB: 'eval-db' },
      },
    ],
  }),
);
const vite = await createServer({
  root: ROOT,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const db = await runtime.getD1Database('DB', 'eval');
  for (const { queries } of await readD1Migrations(join(ROOT, 'migrations')))
    await db.batch(queries.map((query) => db.prepare(query)));
  const load = <T>(path: string) => vite.ssrLoadModule(path) as Promise<T>;
  const { measure, stock } = await load<typeof import('./measure.ts')>('/test/eval/measure.ts');
  const { PARTS } = await load<typeof import('./labelled.ts')>('/test/eval/labelled.ts');
  const { mistakes, report } = await load<typeof import('./table.ts')>('/test/eval/table.ts');
  await stock(db);
  if (values.fit) {
    const { examples, fitted, weightsFile } = await load<typeof import('./fit.ts')>('/test/eval/fit.ts');
    const { products, passages } = await examples(db);
    const weights = { products: fitted(products), passages: fitted(passages) };
    const file = 'src/assistant/catalog/weights.ts';
    writeFileSync(join(ROOT, file), weightsFile(weights));
    const { WEIGHTS } = await load<typeof import('../../src/assistant/catalog/weights.ts')>(`/${file}`);
    Object.assign(WEIGHTS, weights);
  }
  const measured = [];
  for (const part of Object.keys(PARTS) as (keyof typeof PARTS)[])
    measured.push([part, await measure(db, part)] as [typeof part, Awaited<ReturnType<typeof measure>>]);
  process.stdout.write(`${report(measured)}\n`);
  if (values.mistakes)
    for (const [part, all] of measured) if (part === 'tuned') process.stdout.write(`\n${mistakes(all)}\n`);
} finally {
  await vite.close();
  await runtime.dispose();
}
