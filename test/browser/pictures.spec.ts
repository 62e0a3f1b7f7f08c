import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, MAILBOX, test } from './fixtures';

/** The states that the design draws, under the names of its pictures: `.shots/design/`. For the eye, so not where nobody looks. */

test.skip(Boolean(process.env.CI), 'Pictures are for whoever looks at them.');

const SHOTS = join(import.meta.dirname, '../../.shots/design');
const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function picture(page: Page, name: string, size: typeof DESK, colorScheme: 'light' | 'dark' = 'light') {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), animations: 'disabled' });
  await page.setViewportSize(DESK);
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the dashboard, the widget and the email, as the design names them', async ({ shop, staff }) => {
  test.setTimeout(300_000);
  const ana = await staff('ana');
  const dele = await staff('dele');
  await picture(ana.page, 'states-empty', DESK);

  const calm = await shop();
  await picture(calm.page, 'widget-launcher', DESK);
  await calm.customer.open();
  await calm.customer.say('Is the Ondaro Aria 2 in stock?');
  await expect(calm.customer.from('Assistant', '')).toHaveCount(2);
  await picture(calm.page, 'widget-desktop', DESK);
  await picture(calm.page, 'widget-phone', PHONE);
  await picture(calm.page, 'widget-dark', DESK, 'dark');

  const { customer, page } = await shop();
  await customer.open();
  await customer.say('Hello, my power bank came today but the case has a crack. Order 10471.');
  await expect(customer.from('Assistant', '')).toHaveCount(2);
  await customer.say('I want my money back, not another one.');
  await expect(customer.status).toContainText('Waiting for support team…');
  await ana.open('Waiting', customer.guest);
  await picture(ana.page, 'dashboard-waiting', DESK);
  await picture(ana.page, 'states-phone-waiting', PHONE);

  await dele.open('Waiting', customer.guest);
  await dele.replyBox.fill('Hi, I am sorry about the case. I can');
  await ana.button('Take over').click();
  await expect(dele.button('Take over from Ana')).toBeVisible();
  await picture(dele.page, 'states-takeover', DESK);
  await ana.writeNote('The May batch had six cracked cases. Under €100 we refund without return.');
  await ana.reply('Hi, I’m Ana. I’ve read everything above. You don’t have to send it back.');
  await customer.say('Oh, great. How long until the money is there?');
  await expect(ana.message('How long until')).toBeVisible();
  await picture(ana.page, 'dashboard-mine', DESK);
  await picture(ana.page, 'dashboard-dark', DESK, 'dark');
  await picture(ana.page, 'states-phone', PHONE);
  await picture(page, 'widget-phone-person', PHONE);

  await ana.goToSettings('Business hours');
  await picture(ana.page, 'states-hours', { width: 1440, height: 1200 });
  await ana.goToSettings('Team and alerts');
  await picture(ana.page, 'states-alerts', { width: 1440, height: 1200 });

  // The mailbox shows mails without their scripts, and the browser says so.
  dele.watch?.expectErrors(/\/dev\/mailbox\//);
  await dele.page.goto(MAILBOX);
  await dele.page.getByRole('listitem').getByRole('link').first().click();
  await picture(dele.page, 'email', DESK);
});
