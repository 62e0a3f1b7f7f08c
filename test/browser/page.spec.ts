import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';
import { otherShop } from './other-shop';

/** What the script tag does to a merchant's page, and what it leaves alone. */

test('a page view without a conversation asks the Worker for nothing', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  await expect(customer.launcher).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked = watch.urls.filter((url) => url.startsWith(ORIGIN)).map((url) => new URL(url).pathname);
  expect(asked.filter((path) => !path.startsWith('/demo'))).toEqual(['/widget.js']);

  await customer.open();
  await expect.poll(() => watch.urls.some((url) => url.endsWith('/widget/socket'))).toBe(true);
});

test('in a shop on another origin', async ({ shop, team }) => {
  const { url, server } = await otherShop(team.store.key);
  try {
    const { customer, page } = await shop({ at: url });
    await customer.open();
    await expect(customer.panel.getByRole('heading', { name: team.store.name })).toBeVisible();
    await customer.say('Do you have a 65 W charger?');
    await expect(customer.products).toBeVisible();
    await customer.box.press('Escape');
    await expect(customer.launcher).toBeFocused();
    await page.reload();
    await customer.launcher.click();
    await expect(customer.from('You', 'Do you have a 65 W charger?')).toHaveCount(1);
  } finally {
    server.close();
  }
});

test('a store key that nobody knows: the page is left alone, and both places say why', async ({ shop }) => {
  const { url, server } = await otherShop('nobody-knows-me');
  try {
    const { customer, page, watch } = await shop({ at: url });
    watch.expectErrors(/404/);
    await expect(page.getByRole('heading', { name: 'Lamps' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(watch.warnings).toEqual([]);
    expect(watch.urls.filter((asked) => asked.startsWith(ORIGIN))).toEqual([`${ORIGIN}/widget.js`]);

    await customer.launcher.click();
    await expect(customer.panel.getByText('This chat is not set up for this shop.')).toBeVisible();
    await expect.poll(() => watch.warnings).toEqual(['Baton: no store has the key "nobody-knows-me".']);
    await customer.panel.getByRole('button', { name: 'Close chat' }).click();
    await customer.launcher.click();
    await expect(customer.panel.getByText('This chat is not set up for this shop.')).toBeVisible();
    await look(page, 'panel-unknown-store', 'baton-chat');
    expect(watch.warnings).toHaveLength(1);
  } finally {
    server.close();
  }
});
