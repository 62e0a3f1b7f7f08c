import german from '../../widget/locales/de.json' with { type: 'json' };
import { Customer } from './customer';
import { DEMO, expect, test } from './fixtures';
import { historyOf } from './history';

test('asking in words opens a handoff, and cancelling asks how it was', async ({ shop, staff }) => {
  const { customer, page } = await shop();
  const ana = await staff('ana');
  await customer.open();
  await customer.say('Can I talk to a person, please?');
  await expect(customer.status).toContainText('Waiting for support team…');
  await expect(ana.row('Waiting', customer.guest)).toBeVisible();

  await test.step('the same after a reload, and in a second tab', async () => {
    await page.reload();
    await expect(customer.status).toContainText('Waiting for support team…');
    const second = new Customer(await page.context().newPage());
    await second.page.goto(page.url());
    await second.launcher.click();
    await expect(second.status).toContainText('Waiting for support team…');
    await second.page.close();
  });

  await customer.button('Cancel request').click();
  await expect(customer.log.getByText('Request cancelled. The assistant is back to help.')).toBeVisible();
  await expect(ana.row('Waiting', customer.guest)).toBeHidden();
  const question = customer.panel.getByRole('group', { name: 'How was it?' });
  await question.getByRole('button', { name: 'Thumbs up' }).click();
  await expect
    .poll(() => historyOf(customer.conversation))
    .toMatchObject({ outcome: 'cancelled', rating: 'up', rating_source: 'cancelled' });

  await test.step('asking once more is an escalation', async () => {
    await customer.ask();
    await expect(ana.row('Waiting', customer.guest)).toHaveAccessibleName(`${customer.guest}, Escalation, urgent`);
    await customer.button('Cancel request').click();
  });
});

test('two answers that the assistant is not sure of open one', async ({ shop, staff }) => {
  const { customer } = await shop();
  const dele = await staff('dele');
  await customer.open();
  await customer.say('Quorvex blimtar znuffle?');
  await expect(customer.from('Assistant', '').nth(1)).toBeVisible();
  await expect(customer.button('Talk to a person')).toBeVisible();
  await customer.say('Frobnitz wuggle harumph?');
  await expect(customer.status).toContainText('Waiting for support team…');
  await expect(dele.row('Waiting', customer.guest)).toHaveAccessibleName(`${customer.guest}, Assistant unsure`);
  await dele.open('Waiting', customer.guest);
  const soFar = dele.page.getByRole('region', { name: 'What happened so far' });
  await expect(soFar).toContainText('Gave up at');
  await expect(soFar).toContainText('Frobnitz wuggle harumph?');
  await customer.button('Cancel request').click();
});

test('a customer leaves the person', async ({ shop, staff }) => {
  const { customer } = await shop();
  const ana = await staff('ana');
  await customer.open();
  await customer.ask();
  await ana.open('Waiting', customer.guest);
  await ana.reply('Hello, Ana here.');
  await expect(customer.from('Ana', 'Hello, Ana here.')).toBeVisible();
  await customer.button('Back to the assistant').click();
  const sure = customer.panel.getByRole('alertdialog', { name: 'Leave the chat with Ana?' });
  await sure.getByRole('button', { name: 'Stay' }).click();
  await expect(sure).toBeHidden();
  await customer.button('Back to the assistant').click();
  await sure.getByRole('button', { name: 'Leave' }).click();
  await expect(customer.log.getByText('Support session ended. The assistant is back to help.')).toBeVisible();
  await expect(ana.row('Mine', customer.guest)).toBeHidden();
  await expect(customer.panel.getByRole('group', { name: 'How was it?' })).toBeVisible();
});

test('in German, all of it', async ({ shop, staff }) => {
  const { customer, page } = await shop({ words: german, at: 'about:blank' });
  // The demo shop speaks English; a merchant's page says its language itself.
  await page.route(DEMO, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<html lang="en"', '<html lang="de"') });
  });
  await page.goto(DEMO);
  const ana = await staff('ana');
  await customer.open();
  await customer.button(german.talk).click();
  await expect(customer.status).toContainText(german.waiting);
  const row = ana.row('Waiting', customer.guest);
  await expect(row.locator('xpath=..')).toContainText(/de$/);
  await expect(row).toHaveAccessibleDescription(/, German(,|$)/);
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await ana.reply('Guten Tag, Ana hier.');
  await expect(customer.message('Guten Tag, Ana hier.')).toBeVisible();
  await ana.end('Follow up');
  await expect(customer.log.getByText(german.ended)).toBeVisible();
  expect(german.ended).not.toContain('Support session');
  await expect(customer.panel.getByRole('group', { name: german.rate })).toBeVisible();
});
