import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, ORIGIN, STATE, test } from './fixtures';

/** `npm run import`, beside the server that `npm start` runs. */

const ROOT = join(import.meta.dirname, '../..');
const FILE = join(STATE, 'nightly.csv');
const MAPPED = ['--map', 'title=Name', '--map', 'link=Page', '--map', 'price=Price', '--currency', 'EUR'];

/** What the command says on both ends, and how it ends. */
async function run(rows: string[], args: string[] = []) {
  writeFileSync(FILE, ['Id;Name;Price;Page', ...rows].join('\n'));
  const script = join(ROOT, 'src/dev/scripts/import.ts');
  const child = spawn(process.execPath, [script, '--url', ORIGIN, '--source', 'Nightly', ...args, FILE], {
    cwd: ROOT,
    env: { ...process.env, BATON_STATE: STATE },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const end of [child.stdout, child.stderr]) end.on('data', (chunk: Buffer) => (said += chunk));
  const [code] = await once(child, 'close');
  return { code, said };
}

const row = (n: number, price: string) => `${n};Zwirnel bobbin ${n};${price};https://shop.example/zwirnel-${n}`;

test('a feed that comes every night: tried, brought in, brought in again, and asked about where much would go', async ({
  shop,
  staff,
  team,
}) => {
  const all = ['--store', team.store.key, ...MAPPED];
  const rows = [row(1, '4,50'), row(2, '5,50'), row(3, '6,50'), row(4, 'on request')];

  const tried = await run(rows, [...all, '--dry-run']);
  expect(tried.said).toContain('3 to add, 0 to change, 0 to remove, 0 unchanged, 1 bad');
  expect(tried.said).toMatch(/nightly\.csv, line 5: .*on request/);
  expect(tried).toMatchObject({ code: 0, said: expect.stringContaining('a new source, “Nightly”') });

  const { page } = await staff('ana');
  const sources = `${ORIGIN}/api/stores/${team.store.id}/knowledge`;
  const named = async (): Promise<{ n: number }[]> => {
    const known = await (await page.request.get(sources)).json();
    return known.sources.filter(({ name }: { name: string }) => name === 'Nightly');
  };
  expect(await named()).toEqual([]);

  const first = await run(rows, all);
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Done in') });
  const { customer } = await shop();
  await customer.open();
  await customer.say('Do you have the Zwirnel bobbin 2?');
  await expect(customer.products.getByRole('link', { name: /^Zwirnel bobbin 2/ }).first()).toBeVisible();

  const again = await run([row(1, '4,50'), row(2, '5,00'), row(3, '6,50')], all);
  expect(again.said).toContain('0 to add, 1 to change, 0 to remove, 2 unchanged, 0 bad');

  const less = await run([row(1, '4,50')], all);
  expect(less).toMatchObject({ code: 1, said: expect.stringContaining('More than a third of this source would go') });
  const kept = await run([row(1, '4,50')], [...all, '--dry-run']);
  expect(kept.said).toContain('2 to remove, 1 unchanged');

  expect(await run([], all)).toMatchObject({ code: 1 });
  expect(await run(rows, ['--store', 'nobody'])).toMatchObject({
    code: 1,
    said: expect.stringContaining('There is no store with the key nobody'),
  });

  const [source] = await named();
  const gone = await page.request.delete(`${sources}/sources/${source?.n}`, { headers: { origin: ORIGIN } });
  expect(gone.ok()).toBe(true);
});
