import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { faultsOf, tableOf } from './check.ts';
import { HELD } from './held.ts';
import { OPEN } from './open.ts';
import { readReports } from './reports.ts';

/**
 * `npm run test:lifecycle [-- --partial]`, after the other tests: every sentence of the lifecycle has tests, each of
 * them ran and passed, and README.md here says so. `--partial` asks only after what has a report.
 */

const tests = join(import.meta.dirname, '..');
const build = join(tests, '../.build');
const readme = join(import.meta.dirname, 'README.md');

function main(): string[] {
  const partial = process.argv.includes('--partial');
  const claims = { held: HELD, open: OPEN };
  const faults = faultsOf(claims, readReports(build, tests), partial ? 'what-ran' : 'all');
  const table = tableOf(claims);
  const stale = !existsSync(readme) || readFileSync(readme, 'utf8') !== table;
  if (stale && process.env.CI)
    faults.push('test/lifecycle/README.md is out of date. Run `npm run test:lifecycle` and commit it.');
  else if (stale) writeFileSync(readme, table);
  return faults;
}

const faults = main();
mkdirSync(build, { recursive: true });
writeFileSync(
  join(build, 'lifecycle.json'),
  JSON.stringify({ passed: faults.length === 0 ? 1 : 0, failed: faults.length === 0 ? 0 : 1, faults }),
);
for (const fault of faults) console.error(fault);
if (faults.length > 0) console.error('What holds a sentence stands in test/lifecycle/held/, what is open in open.ts.');
else console.log(`${Object.keys(HELD).length} sentences, ${Object.keys(OPEN).length} of them open.`);
process.exitCode = faults.length === 0 ? 0 : 1;
