import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fits } from './fits';
import { expect, ORIGIN, STATE, test } from './fixtures';
import { look } from './look';

/** What a store's programs get in by: made on its page, used from a terminal, revoked. */

const ROOT = join(import.meta.dirname, '../..');

/** `npm run import` with a key and nothing else. */
async function imports(key: string): Promise<string> {
  const file = join(STATE, 'by-key.csv');
  writeFileSync(file, 'id,title,price,link\n1,Kwiddel hook,4.50 EUR,https://shop.example/kwiddel');
  const args = [join(ROOT, 'src/dev/scripts/import.ts'), '--url', ORIGIN, '--source', 'By key', '--dry-run', file];
  const env = { ...process.env, BATON_KEY: key, BATON_STATE: STATE };
  const child = spawn(process.execPath, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const end of [child.stdout, child.stderr]) end.on('data', (chunk: Buffer) => (said += chunk));
  await once(child, 'close');
  return said;
}

test('a key is made, shown once, lets an import in, and is revoked', async ({ staff }) => {
  const ana = await staff('ana');
  const { page } = ana;
  await ana.goToSettings('API keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Terminal');
  await dialog.getByRole('button', { name: 'Make', exact: true }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose at least one.');
  await dialog.getByRole('checkbox', { name: /^Import knowledge/ }).check();
  await dialog.getByRole('button', { name: 'Make', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Keys changed' })).toContainText('not shown again');
  const key = await page.locator('.snippet code').innerText();
  expect(await imports(key)).toContain('1 to add');
  await look(page, 'settings-keys');
  await fits(page);
  await page.reload();
  const row = page.getByRole('list', { name: 'API keys' }).getByRole('listitem').filter({ hasText: 'Terminal' });
  await expect(row).toContainText(`key_…${key.slice(-4)}`);
  await expect(row.getByText(/today|yesterday/i)).toHaveCount(2);
  await expect(page.locator('.snippet')).toHaveCount(0);
  await row.getByRole('button', { name: 'Revoke Terminal' }).click();
  await dialog.getByRole('button', { name: 'Revoke' }).click();
  await expect(row).toHaveCount(0);
  expect(await imports(key)).toContain('The API key was not accepted.');
});
