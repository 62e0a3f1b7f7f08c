import type { Page } from '@playwright/test';
import arabic from '../../widget/locales/ar.json' with { type: 'json' };
import german from '../../widget/locales/de.json' with { type: 'json' };
import type { Customer, Words } from './customer';
import { DEMO, expect, test } from './fixtures';
import { look } from './look';
import { CLOSED, withSettings } from './store-settings';

/** The panel where an answer comes by email: a picture of each state for the eye, and no violation that axe finds. */

const PART = 'baton-chat';

/** The demo shop in another language, as a merchant's page would say it. */
async function speak(page: Page, lang: string): Promise<void> {
  await page.route(DEMO, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<html lang="en"', `<html lang="${lang}"`);
    await route.fulfill({ response, body });
  });
  await page.goto(DEMO);
}

test('leaving an address in the dock, and below the away message', async ({ shop, staff, team }) => {
  test.setTimeout(300_000);
  const { customer, page } = await shop();
  await customer.open();
  await customer.ask();
  await expect(customer.emailField).toBeVisible();
  await look(page, 'panel-11-longer', PART);
  await customer.leaveEmail('mira@gmail,com');
  await expect(customer.button('Did you mean mira@gmail.com?')).toBeVisible();
  await look(page, 'panel-12-no-address', PART);
  await customer.leaveEmail('mira@gmial.com');
  await expect(customer.button('Did you mean mira@gmail.com?')).toBeVisible();
  await expect(customer.button('Change')).toBeVisible();
  await look(page, 'panel-13-left-in-line', PART);
  await customer.button('Cancel request').click();

  const ana = await staff('ana');
  await withSettings(ana, team.store.id, CLOSED, async () => {
    const night = await shop();
    await night.customer.open();
    await night.customer.button('Talk to a person').click();
    await expect(night.customer.emailField).toBeVisible();
    await look(night.page, 'panel-14-away', PART);
    await night.customer.leaveEmail('mira@example.com');
    await expect(night.customer.button('Change')).toBeVisible();
    await look(night.page, 'panel-15-away-left', PART);
  });
});

for (const [lang, words] of [
  ['ar', arabic],
  ['de', german],
] as const satisfies readonly [string, Words & typeof german][]) {
  test(`the same in ${lang}`, async ({ shop }) => {
    test.setTimeout(180_000);
    const { customer, page } = await shop({ words, at: 'about:blank' });
    await speak(page, lang);
    await customer.open();
    await customer.button(words.talk).click();
    const field = fieldOf(customer, words);
    await expect(field).toBeVisible();
    await expect(customer.status).toContainText(words.leaveOffer);
    await field.fill('mira@gmial.com');
    await expect(customer.panel.getByRole('button', { name: 'mira@gmail.com' })).toBeVisible();
    await look(page, `panel-16-longer-${lang}`, PART);
    await customer.button(words.leaveEmail).click();
    await expect(customer.button(words.change)).toBeFocused();
    await look(page, `panel-17-left-in-line-${lang}`, PART);
    await customer.button(words.cancel).click();
  });
}

const fieldOf = (customer: Customer, words: typeof german) =>
  customer.panel.getByRole('textbox', { name: words.emailAddress, exact: true });
