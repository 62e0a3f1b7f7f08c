import { Customer } from './customer';
import { expect, test } from './fixtures';

test('whoever waits sees an estimate, and a reply in the making, in every tab and after a cut line', async ({
  shop,
  staff,
}) => {
  const ana = await staff('ana');
  // An estimate is made of three.
  for (let i = 0; i < 3; i += 1) {
    const { customer, page } = await shop();
    await customer.open();
    await customer.ask();
    await ana.open('Waiting', customer.guest);
    await ana.button('Take over').click();
    await ana.end('Resolved');
    await page.close();
  }
  const { customer, page, watch } = await shop();
  await customer.open();
  await customer.ask();
  await expect(customer.status).toContainText(/About \d+ min/);

  await ana.open('Waiting', customer.guest);
  const typing = customer.panel.getByRole('status', { name: 'Typing' });
  await ana.replyBox.pressSequentially('One mom');
  await expect(typing).toContainText('Support is typing…');

  await page.reload();
  const second = new Customer(await page.context().newPage());
  await second.page.goto(page.url());
  await second.launcher.click();
  for (const tab of [customer, second]) await expect(tab.status).toContainText('Waiting for support team…');
  watch.expectErrors(/ERR_INTERNET_DISCONNECTED/, /WebSocket connection/);
  await page.context().setOffline(true);
  await expect(customer.panel.getByRole('status', { name: 'Connection' })).toContainText('Connection lost.');
  await page.context().setOffline(false);
  await expect(customer.panel.getByRole('status', { name: 'Connection' })).not.toContainText('Connection lost.');
  for (const tab of [customer, second]) {
    await expect(tab.status).toContainText('Waiting for support team…');
    await expect(tab.button('Cancel request')).toBeVisible();
  }
  // Whoever goes on writing says so again within three seconds, also to whom has only just come back.
  await expect(async () => {
    await ana.replyBox.press('.');
    for (const tab of [customer, second])
      await expect(tab.panel.getByRole('status', { name: 'Typing' })).toContainText('Support is typing…', {
        timeout: 250,
      });
  }).toPass({ timeout: 10_000 });
  await second.button('Cancel request').click();
  await expect(customer.log.getByText('Request cancelled. The assistant is back to help.')).toBeVisible();
  await expect(customer.status).not.toContainText('Waiting for support team…');
});
