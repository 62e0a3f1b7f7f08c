import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** A panel that is older than what was deployed since it was loaded. */

/** How often a page asked for the panel. */
const loads = (urls: string[]) => urls.filter((url) => new URL(url).pathname === '/panel').length;

/** As a deployment does, which ends all sockets. */
async function reconnect(page: Page): Promise<void> {
  const asked = page.waitForResponse((answer) => answer.url().endsWith('/panel-build.txt'));
  await page.context().setOffline(true);
  await page.context().setOffline(false);
  await asked;
}

test('is replaced when nobody looks and nothing is typed, and only once', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  watch.expectErrors(/ERR_INTERNET_DISCONNECTED/, /WebSocket connection/);
  await customer.open();
  await customer.say('Do you have a 65 W charger?');
  await expect(customer.products).toBeVisible();
  await reconnect(page);

  await page.route('**/panel-build.txt', (route) => route.fulfill({ body: 'newer' }));
  await reconnect(page);
  await customer.box.fill('And how long does');
  await customer.box.press('Escape');
  await reconnect(page);
  expect(loads(watch.urls), 'while it is open, or has words in its field').toBe(1);

  await customer.launcher.click();
  await expect(customer.box).toHaveValue('And how long does');
  await customer.box.fill('');
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain('how long');
  const again = page.waitForResponse((answer) => answer.url().endsWith('/widget/session'));
  await customer.box.press('Escape');
  await again;
  expect(loads(watch.urls)).toBe(2);
  await customer.launcher.click();
  await expect(customer.from('You', 'Do you have a 65 W charger?')).toHaveCount(1);
  await expect(customer.products).toBeVisible();

  await customer.box.press('Escape');
  await reconnect(page);
  await customer.launcher.click();
  await customer.say('Thank you.');
  expect(loads(watch.urls), 'a cache that holds the old one').toBe(2);
});

test('whose later part is gone takes the newer one at once, and what was typed with it', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  watch.expectErrors(/parts-[\w-]+\.js/);
  await page.route('**/panel-build.txt', (route) => route.fulfill({ body: 'newer' }));
  await page.route(/parts-[\w-]+\.js/, (route) => route.fulfill({ status: 404 }), { times: 1 });
  await customer.open();
  const again = page.waitForRequest((request) => new URL(request.url()).pathname === '/panel');
  await customer.box.fill('I want');
  await again;
  await expect(customer.box).toHaveValue('I want');
  await customer.ask();
  await customer.button('Cancel request').click();
  expect(loads(watch.urls)).toBe(2);
});

test('below what the server serves is replaced once, and then says so', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  await page.routeWebSocket(/\/widget\/socket/, (socket) => void socket.close({ code: 4426 }));
  await customer.launcher.click();
  await expect(customer.panel.getByText('This page is too old. Please reload it.')).toBeVisible();
  expect(loads(watch.urls)).toBe(2);
});
