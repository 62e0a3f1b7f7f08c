import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';
// @ts-expect-error: a script, without types.
import { freePort } from './server.mjs';
import { withSettings } from './store-settings';

/** A merchant's own bot, the one of the README, from the page where it is set to what a customer presses. */

let running: ChildProcess | null = null;
test.afterEach(() => running?.kill());

test('a bot is set up, tested, answers with replies to choose from, and hands over', async ({ staff, shop, team }) => {
  test.setTimeout(120_000);
  const ana = await staff('ana');
  const { page } = ana;
  await withSettings(ana, team.store.id, {}, async () => {
    await ana.goToSettings('Assistant');
    await page.getByRole('radio', { name: 'Your own bot' }).check();
    await ana.button('Save changes').click();
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);

    const bot = page.getByRole('region', { name: 'Your bot' });
    const made = async (label: string) => {
      await bot.getByRole('button', { name: new RegExp(`^Make a (new )?${label}`) }).click();
      await expect(bot.getByRole('button', { name: `Copy ${label}` })).toBeVisible();
      return bot
        .locator('.made')
        .filter({ hasText: new RegExp(label, 'i') })
        .locator('code')
        .innerText();
    };
    const port: number = await freePort();
    const env = {
      ...process.env,
      BATON: ORIGIN,
      SECRET: await made('signing secret'),
      KEY: await made('bot key'),
      PORT: String(port),
    };
    await bot.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${port}/`);
    await bot.getByRole('button', { name: 'Save address' }).click();
    await expect(bot.getByText('Saved.', { exact: true })).toBeVisible();
    await bot.getByRole('button', { name: 'Send a test' }).click();
    await expect(bot.getByText('Your bot could not be reached, or did not answer within 5 seconds.')).toBeVisible();
    running = spawn(process.execPath, [join(import.meta.dirname, '../assistant/bot/bot.mjs')], {
      env,
      stdio: 'inherit',
    });
    await expect(async () => {
      await bot.getByRole('button', { name: 'Send a test' }).click();
      await expect(bot.getByText('Your bot took the test.')).toBeVisible({ timeout: 6_000 });
    }).toPass();
    await look(page, 'settings-bot');
    await fits(page);
    await page.reload();
    await expect(bot.getByText(/Made (today|yesterday) at/).first()).toBeVisible();
    await expect(bot.locator('code')).toHaveCount(0);

    const { customer, page: tab } = await shop();
    await customer.open();
    await customer.say('Which kettle?');
    await expect(customer.from('Assistant', 'Is it about a bulk order?')).toBeVisible();
    const replies = customer.panel.getByRole('group', { name: 'Suggested replies' });
    await expect(replies.getByRole('button')).toHaveText(['A bulk order', 'Nothing else']);
    await look(tab, 'panel-replies', 'baton-chat');
    await replies.getByRole('button', { name: 'A bulk order' }).click();
    await expect(customer.from('You', 'A bulk order')).toBeVisible();
    await expect(customer.status).toContainText('Waiting for support team…');
    await expect(replies).toBeHidden();
    await expect(customer.box).toBeFocused();
    await customer.button('Cancel request').click();
    await expect(customer.status).not.toContainText('Waiting for support team…');
  });
});
