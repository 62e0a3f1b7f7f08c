import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './build.ts';
import { Chance } from './chance.ts';
import { type Check, passed, told } from './check.ts';
import { story } from './story.ts';

/**
 * `npm run test:faults [-- --seed N --kills N]`: the runtime is killed (SIGKILL) at random moments while customers and staff
 * work, and started again on the same state. What all of them saw is checked afterwards; nothing in it goes by the clock.
 * The seed brings the same people, moods and moments again; what is under way at a moment is up to the machine.
 */

const { values } = parseArgs({ options: { seed: { type: 'string' }, kills: { type: 'string', default: '50' } } });
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9));
const kills = Number(values.kills);
const again = `npm run test:faults -- --seed ${seed} --kills ${kills}`;

const at = mkdtempSync(join(tmpdir(), 'baton-faults-'));
process.once('exit', () => rmSync(at, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
const report = join(ROOT, '.build/faults.json');
mkdirSync(join(ROOT, '.build'), { recursive: true });
rmSync(report, { force: true });

const begun = performance.now();
function lap(what: string): void {
  process.stdout.write(`${((performance.now() - begun) / 1_000).toFixed(1).padStart(6)} s  ${what}\n`);
}

process.stdout.write(`Kill test with seed ${seed}. The same again: ${again}\n`);
const checks = await story({ at, chance: new Chance(seed), kills, lap }).catch((error: Error): Check[] => [
  { name: 'The story runs to its end', of: 1, wrong: [error.stack ?? error.message] },
]);
const failed = checks.filter((one) => !passed(one)).length;
const result = { passed: checks.length - failed, failed, seed, kills, checks };
writeFileSync(report, `${JSON.stringify(result, null, 2)}\n`);
process.stdout.write(`\n${checks.map(told).join('\n')}\n\n`);
process.stdout.write(`${result.passed} passed, ${failed} failed (${again})\n`);
process.exit(failed === 0 ? 0 : 1);
