import type { Page } from '@playwright/test';
import { ICONS } from '../../src/settings/launcher';
import { fits } from './fits';
import { DEMO, expect, ORIGIN, test } from './fixtures';
import { look } from './look';
import { otherShop } from './other-shop';
import { withSettings } from './store-settings';

/** The store's own page and the widget's, and what comes of them on a shop's pages. */

/** Calls the chat as a shop's own scripts do. */
const baton = (page: Page, call: 'open' | 'close') =>
  page.evaluate((name) => (window as unknown as { Baton: Record<typeof name, () => void> }).Baton[name](), call);

test('the widget’s page: a colour that can be seen, a corner, a greeting, and the sites that may show it', async ({
  staff,
  shop,
  team,
}) => {
  const ana = await staff('ana', { permissions: ['clipboard-read', 'clipboard-write'] });
  const { page } = ana;
  const me = (await (await page.request.get('/api/me')).json()) as { stores: { id: string; accent: string }[] };
  const accent = me.stores.find(({ id }) => id === team.store.id)?.accent ?? null;
  const allowed = await otherShop(team.store.key, 'data-position="left" data-lang="bg"');
  const foreign = await otherShop(team.store.key);
  const fault = (text: RegExp | string) => page.getByRole('alert').filter({ hasText: text });
  try {
    await withSettings(ana, team.store.id, {}, async () => {
      await test.step('what cannot be is said at its field, and a colour gets a shade that can be seen', async () => {
        await ana.goToSettings('Widget');
        await page.getByRole('textbox', { name: 'Colour code' }).fill('#ffe066');
        await expect(fault(/^This is too pale to be seen on a white page: 1\.\d to 1/)).toBeVisible();
        await page
          .getByRole('textbox', { name: 'Allowed sites' })
          .fill(`${new URL(allowed.url).origin}/\nshop.example`);
        await expect(page.getByText('“shop.example” is no site.', { exact: false })).toBeVisible();
        await ana.button('Save changes').click();
        await expect(fault('Something needs a look first. It is marked.')).toBeVisible();
        await look(page, 'looks-1-faults');
        await page.getByRole('button', { name: /^Use #/ }).click();
        await expect(fault(/too pale/)).toBeHidden();
        await page.getByRole('textbox', { name: 'Allowed sites' }).fill(`${new URL(allowed.url).origin}/`);
      });

      await test.step('it is saved, and the line for the page says the corner', async () => {
        await page.getByRole('radio', { name: 'Left' }).check();
        await page.getByRole('textbox', { name: 'Greeting' }).fill('Ahoy. What are you looking for?');
        await page.getByRole('combobox', { name: 'Language of: Greeting' }).selectOption('bg');
        await page.getByRole('textbox', { name: 'Greeting' }).fill('Здравейте, какво търсите?');
        await page.getByRole('radio', { name: 'Question mark' }).check();
        await page.getByRole('textbox', { name: 'Words beside it' }).fill('Ask us');
        await page.getByRole('switch', { name: 'Hide the launcher' }).click();
        await ana.button('Save changes').click();
        await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
        await expect(page.getByText('data-position="left"', { exact: false })).toBeVisible();
        await ana.button('Copy script tag').click();
        await expect
          .poll(() => page.evaluate(() => navigator.clipboard.readText()))
          .toContain(`data-store="${team.store.key}" data-position="left"`);
        await expect(page.getByRole('figure', { name: 'Preview, light' })).toContainText('Ahoy.');
        await look(page, 'looks-2-widget');
        await fits(page);
      });

      await test.step('is it on the site? the demo shop has it, another page has not', async () => {
        const site = page.getByRole('textbox', { name: 'A page of your shop' });
        const said = page.getByRole('status', { name: 'Is it on your site yet?' });
        await site.fill(DEMO);
        await ana.button('Look').click();
        await expect(said).toHaveText(/^Yes\./);
        await site.fill(`${ORIGIN}/sign-in`);
        await ana.button('Look').click();
        await expect(said).toHaveText(/^Not yet/);
      });

      await test.step('an allowed site shows it in its corner and its customer’s language', async () => {
        const { customer, page: there } = await shop({ at: allowed.url });
        const launcher = there.locator('baton-chat').getByRole('button').first();
        await launcher.click();
        const greeting = customer.panel.getByText('Здравейте, какво търсите?');
        await expect(greeting).toBeVisible();
        expect((await launcher.boundingBox())?.x).toBe(24);

        // What the store wants is known now: from the next page on there is no launcher, and the page opens the chat.
        await baton(there, 'close');
        await there.reload();
        await baton(there, 'open');
        await expect(greeting).toBeVisible();
        await expect(launcher).toHaveCount(0);
        await baton(there, 'close');
        // Its words and its picture, on a page that wants one all the same.
        await there.goto(`${allowed.url}?more=data-hide-launcher%3D%22false%22`);
        await expect(launcher).toHaveAccessibleName(/^Ask us, /);
        await expect(launcher.locator('path')).toHaveAttribute('d', ICONS.question);
        expect((await launcher.boundingBox())?.x).toBe(24);
      });

      await test.step('any other site shows nothing', async () => {
        const { customer, page: there, watch } = await shop({ at: foreign.url });
        watch.expectErrors(/frame-ancestors/, /chrome-error/);
        await customer.launcher.click();
        await expect.poll(() => there.frames().some((frame) => frame.url().startsWith('chrome-error:'))).toBe(true);
        await expect(customer.panel.getByRole('textbox')).toHaveCount(0);
      });
    });
  } finally {
    // What the shop was set up with stands in its own place.
    await withSettings(ana, team.store.id, { accent }, async () => undefined);
    allowed.server.close();
    foreign.server.close();
  }
});

test('the store’s page: its name, its first language, and what customers read, as they read it', async ({
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  await withSettings(ana, team.store.id, {}, async () => {
    await ana.goToSettings('Store');
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('');
    await ana.button('Save name').click();
    await expect(page.getByRole('alert').filter({ hasText: 'Give the store a name.' })).toBeVisible();
    await name.fill('Volt & Vine Berlin');
    await ana.button('Save name').click();
    await expect(page.getByRole('combobox', { name: 'Store' })).toContainText('Volt & Vine Berlin');
    await page.getByRole('textbox', { name: 'Away message' }).fill('We sleep. Write to us.');
    await page.getByRole('combobox', { name: 'Preview in' }).selectOption('de');
    const night = page.getByRole('figure', { name: 'Outside business hours' });
    await expect(night).toContainText('We sleep. Write to us.');
    await expect(page.getByRole('figure', { name: 'While somebody waits' })).toContainText('Min');
    await look(page, 'looks-3-store');
    await fits(page);
    await ana.button('Save changes').click();
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
    await name.fill(team.store.name);
    await ana.button('Save name').click();
    await expect(page.getByRole('combobox', { name: 'Store' })).not.toContainText('Berlin');
  });
});
