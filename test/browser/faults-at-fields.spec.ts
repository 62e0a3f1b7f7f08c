import type { Locator } from '@playwright/test';
import type { StoreSettings } from '../../src/settings/schema';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { withSettings } from './store-settings';

/** What cannot be is said at its own field, and nothing of it is kept. */

const isWrong = async (field: Locator, words: RegExp | string) => {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(words);
};
const isRight = (field: Locator) => expect(field).toHaveAttribute('aria-invalid', 'false');

const OPEN: Partial<StoreSettings> = {
  timeZone: 'UTC',
  week: [[], [], [], [], [], [], []],
  closures: [],
  specialDays: [],
};

test('hours that are none or overlap, closures that meet, a zone that nobody knows, and addresses that are none', async ({
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  const stored = async (): Promise<StoreSettings> =>
    ((await (await page.request.get(`/api/stores/${team.store.id}/settings`)).json()) as { settings: StoreSettings })
      .settings;
  const save = ana.button('Save changes');
  await withSettings(ana, team.store.id, OPEN, async () => {
    // As they are now, not as they were when the page came.
    await page.reload();
    await ana.goToSettings('Business hours');
    const opens = page.getByRole('textbox', { name: 'Monday opens' });
    const add = page.getByRole('button', { name: 'Add hours on Monday' });

    await test.step('no time, and hours that overlap', async () => {
      // In the same moment: whoever types at once does not type beside it.
      const at = await add.evaluate(async (button: HTMLElement) => {
        button.click();
        for (let n = 0; n < 20; n += 1) await null;
        return document.activeElement?.getAttribute('aria-label');
      });
      expect(at).toBe('Monday opens');
      await opens.fill('25');
      await opens.blur();
      await isWrong(opens, 'Type a time, like 9 or 13:30.');
      await save.click();
      await expect(page.getByRole('alert').filter({ hasText: 'Some hours need a look first.' })).toBeVisible();
      await opens.fill('9');
      await opens.blur();
      await isRight(opens);
      await expect(opens).toHaveValue('09:00');
      await add.click();
      await opens.nth(1).fill('17:30');
      await opens.nth(1).blur();
      for (const field of [opens.first(), opens.nth(1)])
        await isWrong(field, 'These hours overlap. Let one end before the next begins.');
      await save.click();
      await expect(page.getByRole('alert').filter({ hasText: 'Some hours need a look first.' })).toBeVisible();
      expect((await stored()).week[0]).toEqual([]);
      await opens.nth(1).fill('19');
      await opens.nth(1).blur();
      await isRight(opens.first());
    });

    await test.step('a closure that ends before it begins, or takes days that another one has', async () => {
      const dialog = page.getByRole('dialog', { name: 'Add closure or special day' });
      const [first, last] = [dialog.getByLabel('First day'), dialog.getByLabel('Last day')];
      const closed = async (from: string, to: string) => {
        await first.fill(from);
        await last.fill(to);
        await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      };
      await ana.button('Add closure or special day').click();
      await closed('2040-08-10', '2040-08-09');
      await isWrong(last, /The last day is before the first\.$/);
      await last.fill('2040-08-20');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(dialog).toBeHidden();
      await ana.button('Add closure or special day').click();
      await closed('2040-08-20', '2040-08-22');
      await isWrong(last, /takes some of these days already\./);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
    });

    await test.step('a zone that nobody knows', async () => {
      const zone = page.getByRole('combobox', { name: 'Time zone' });
      await zone.fill('Atlantis');
      await zone.press('Enter');
      await zone.blur();
      await isWrong(zone, 'No such place. Try a big city nearby.');
      await expect(zone).toHaveValue('Atlantis');
      await save.click();
      expect((await stored()).closures).toEqual([]);
      await look(page, 'faults-2-zone', 'html', 'desktop');
      await fits(page);
      await zone.fill('sofia');
      await zone.press('Enter');
      await isRight(zone);
      await save.click();
      await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
      const { timeZone, closures, week } = await stored();
      expect([timeZone, closures.length, week[0]?.length]).toEqual(['Europe/Sofia', 1, 2]);
    });
  });

  const dialog = page.getByRole('dialog');
  await ana.goToSettings('Team and alerts');
  await ana.button('Invite').click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Nobody');
  const email = dialog.getByRole('textbox', { name: 'Email' });
  await email.fill('nobody@nowhere');
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await isWrong(email, 'Enter an address like name@example.com.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await ana.goToSettings('Hooks');
  await ana.button('Add hook').click();
  const hook = dialog.getByRole('textbox', { name: 'Address' });
  for (const typed of ['crm.shop.example', 'javascript:alert(1)', 'https://']) {
    await hook.fill(typed);
    await isRight(hook);
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await isWrong(hook, 'Enter an address like https://shop.example.');
  }
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await ana.goToSettings('Assistant');
  await page.getByRole('radio', { name: 'Your own bot' }).check();
  const bot = page.getByRole('region', { name: 'Your bot' }).getByRole('textbox', { name: 'Address' });
  await bot.fill('bot.shop.example');
  await ana.button('Save address').click();
  await isWrong(bot, 'Enter an address like https://shop.example.');
  await ana.button('Discard').click();
});
