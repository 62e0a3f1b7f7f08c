import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { attack } from './attack.ts';
import { burst } from './burst.ts';
import { cost } from './cost.ts';
import { dashboards } from './dashboards.ts';
import { delivery } from './delivery.ts';
import { idle } from './idle.ts';
import { bundleAll, type Server } from './runtime.ts';
import { searches } from './search.ts';
import {
  attackRows,
  burstRows,
  costRows,
  dashboardRows,
  deliveryRows,
  idleRows,
  markdown,
  type Row,
  searchRows,
} from './table.ts';

/**
 * `npm run bench`: what a conversation costs and how fast it is, on workerd itself. Prints one table; all that was measured
 * goes to .build/bench.json. Nothing is asserted: counted units are held by test/conversation/bill.test.ts, and times are
 * worth something only beside those of the same run.
 *
 * `-- --only cost,delivery` runs these parts; `-- --storage /dev/shm` keeps the objects' storage there.
 */

type Bundles = Record<Server, string>;
interface Part {
  measure(bundles: Bundles, storage: string): Promise<{ found: unknown; rows: Row[] }>;
}
const part = <T>(measure: (bundles: Bundles, storage: string) => Promise<T>, rows: (found: T) => Row[]): Part => ({
  async measure(bundles, storage) {
    const found = await measure(bundles, storage);
    return { found, rows: rows(found) };
  },
});

const PARTS = {
  cost: part(cost, costRows),
  delivery: part(delivery, deliveryRows),
  burst: part(burst, burstRows),
  dashboards: part(dashboards, dashboardRows),
  attack: part(attack, attackRows),
  idle: part(idle, idleRows),
  search: part(searches, searchRows),
};
const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

const { values } = parseArgs({
  options: { only: { type: 'string', default: NAMES.join(',') }, storage: { type: 'string', default: tmpdir() } },
});
const wanted = values.only.split(',');
const unknown = wanted.filter((name) => !NAMES.some((known) => known === name));
if (unknown.length > 0) {
  process.stderr.write(`There is no part "${unknown.join(', ')}": ${NAMES.join(', ')}\n`);
  process.exit(1);
}

const say = (text: string) => process.stderr.write(`${text}\n`);
const load = () => loadavg().map((value) => Number(value.toFixed(2)));
const seconds = (since: number) => Math.round((performance.now() - since) / 1_000);

const begun = performance.now();
const before = load();
say('Bundling…');
const bundles = await bundleAll();
const rows: Row[] = [];
const found: Record<string, unknown> = {};
for (const name of NAMES.filter((known) => wanted.includes(known))) {
  const since = performance.now();
  const result = await PARTS[name].measure(bundles, values.storage);
  say(`${name}: ${seconds(since)} s`);
  found[name] = result.found;
  rows.push(...result.rows);
}

const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), storage: values.storage };
const report = {
  at: new Date().toISOString(),
  seconds: seconds(begun),
  machine,
  load: { before, after: load() },
  rows,
  found,
};
const folder = join(import.meta.dirname, '../../.build');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
say(`Load (1, 5, 15 min) ${before.join(' ')} before, ${report.load.after.join(' ')} after; ${report.seconds} s\n`);
process.stdout.write(`${markdown(rows)}\n`);
process.exit(0);
