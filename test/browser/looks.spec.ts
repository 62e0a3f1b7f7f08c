import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** Every state of both faces: a picture for the eye, and no violation that axe finds. */

test('the panel, from greeting to thanks', async ({ shop, staff }) => {
  test.setTimeout(300_000);
  const { customer, page, watch } = await shop();
  const ana = await staff('ana');
  await look(page, 'panel-0-closed');
  await customer.open();
  await expect(customer.log.getByRole('article')).toHaveCount(1);
  await look(page, 'panel-1-greeting', 'baton-chat');

  await customer.say('Which power banks do you have?');
  await expect(customer.products).toBeVisible();
  await look(page, 'panel-2-products', 'baton-chat');

  await customer.say('How long can I return something?');
  await expect(customer.from('Assistant', '')).toHaveCount(3);
  await look(page, 'panel-3-article', 'baton-chat');

  await customer.ask();
  await look(page, 'panel-4-waiting', 'baton-chat');

  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here. I have read everything above, no need to repeat it.');
  await expect(customer.from('Ana', 'Hello, Ana here.')).toBeVisible();
  await customer.say('That is kind');
  await expect(ana.message('That is kind')).toBeVisible();
  await ana.replyBox.pressSequentially('One mom');
  await expect(customer.panel.getByRole('status', { name: 'Typing' })).toContainText('Support is typing…');
  await look(page, 'panel-5-person', 'baton-chat');

  await customer.button('Back to the assistant').click();
  await expect(customer.panel.getByRole('alertdialog')).toBeVisible();
  await look(page, 'panel-6-leaving', 'baton-chat');
  await customer.panel.getByRole('button', { name: 'Stay' }).click();

  watch.expectErrors(/ERR_INTERNET_DISCONNECTED/, /WebSocket connection/);
  await page.context().setOffline(true);
  await expect(customer.panel.getByRole('status', { name: 'Connection' })).toContainText('Connection lost.');
  await customer.say('Still there?');
  await look(page, 'panel-7-offline', 'baton-chat');
  await page.context().setOffline(false);
  await expect(ana.message('Still there?')).toBeVisible();

  await ana.end('Resolved');
  const question = customer.panel.getByRole('group', { name: 'How was it?' });
  await expect(question).toBeVisible();
  await look(page, 'panel-8-how-was-it', 'baton-chat');
  await question.getByRole('button', { name: 'Thumbs up' }).click();
  await expect(question.getByRole('textbox')).toBeVisible();
  await look(page, 'panel-9-comment', 'baton-chat');
  await question.getByRole('button', { name: 'Send feedback' }).click();
  await expect(customer.panel.getByText('Thank you. This helps the team.')).toBeVisible();
  await look(page, 'panel-10-thanks', 'baton-chat');
});

test('the dashboard, from an empty inbox to a rating', async ({ shop, staff }) => {
  test.setTimeout(300_000);
  const { customer } = await shop();
  const ana = await staff('ana');
  const dele = await staff('dele');
  await look(ana.page, 'dashboard-0-inbox');
  await customer.open();
  await customer.say('Is the Ondaro Aria 2 in stock?');
  await expect(customer.from('Assistant', '')).toHaveCount(2);
  await customer.say('This is a scam, I want my money back');
  await expect(customer.status).toContainText('Waiting for support team…');
  await expect(ana.row('Waiting', customer.guest)).toHaveAccessibleName(/, urgent$/);
  await look(ana.page, 'dashboard-1-waiting');

  await ana.open('Waiting', customer.guest);
  await look(ana.page, 'dashboard-2-pending');
  await dele.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await ana.writeNote('Three of these came back in May.');
  await ana.reply('Hello, I am sorry. Which order is it?');
  await customer.say('Order 10471, the black ones');
  await expect(ana.message('Order 10471')).toBeVisible();
  await look(ana.page, 'dashboard-3-mine');
  await look(dele.page, 'dashboard-4-with-a-colleague');

  await ana.page.getByRole('tab', { name: 'Private note' }).click();
  await look(ana.page, 'dashboard-5-note');
  await ana.button('End session').click();
  await expect(ana.page.getByRole('dialog', { name: 'End session' })).toBeVisible();
  await look(ana.page, 'dashboard-6-ending');
  await ana.button('Keep talking').click();
  await ana.end('Resolved', 'Refunded');
  await customer.panel.getByRole('button', { name: 'Thumbs up' }).click();
  await expect(ana.talk(customer.guest)).toContainText('Thumbs up');
  await look(ana.page, 'dashboard-7-rated');

  await ana.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }).click();
  await expect(ana.page.getByRole('navigation', { name: 'Settings' })).toBeVisible();
  await look(ana.page, 'dashboard-8-settings');
});

test('the pages before the dashboard', async ({ shop }) => {
  test.setTimeout(120_000);
  const { page } = await shop({ at: `${ORIGIN}/sign-in` });
  await look(page, 'page-sign-in');
  await page.goto(`${ORIGIN}/setup`);
  await look(page, 'page-set-up');
});
