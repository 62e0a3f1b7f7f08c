import { fits } from './fits';
import { DEMO, expect, test } from './fixtures';
import { look } from './look';

/** What stands beside a chat: what is known of the customer, what the team keeps, what was before. */

test('what the team keeps beside a chat is live to colleagues; what was before opens', async ({ shop, staff }) => {
  const { customer, page } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const dele = await staff('dele');
  await ana.open('Waiting', customer.guest);
  const facts = ana.page.getByRole('complementary', { name: 'Customer' });
  await expect(facts).toContainText('Linux, Chrome');
  await expect(facts).toContainText('Not verified');
  await expect(facts).toContainText('None yet.');

  const add = async (label: string, text: string) => {
    await facts.getByLabel(label).fill(text);
    await facts.getByLabel(label).press('Enter');
    await expect(facts.getByLabel(label)).toHaveValue('');
  };
  await add('Add a task', 'Ask the warehouse about the blue one');
  await add('Add a tag', 'Wholesale');
  await facts.getByRole('button', { name: 'Add a property' }).click();
  await ana.page.keyboard.type('Size');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.type('M');
  await ana.page.keyboard.press('Enter');
  await expect(facts.getByRole('button', { name: 'Edit Size' })).toBeVisible();
  await expect(dele.row('Waiting', customer.guest)).toHaveAccessibleDescription(/1 task/);

  await dele.open('Waiting', customer.guest);
  const his = dele.page.getByRole('complementary', { name: 'Customer' });
  await expect(his).toContainText('Wholesale');
  await his.getByRole('checkbox', { name: /Ask the warehouse/ }).check();
  await expect(facts).toContainText('Done by Dele');
  await expect(dele.row('Waiting', customer.guest)).not.toHaveAccessibleDescription(/task/);
  await add('Add a task', 'Call back on Monday');
  await look(ana.page, 'beside-1-kept');
  await fits(ana.page);
  await facts.getByRole('button', { name: 'Remove tag Wholesale' }).click();
  await expect(his).not.toContainText('Wholesale');

  await page.goto(`${DEMO}?page=2`);
  await expect(facts.getByText('Here now')).toBeVisible();
  await expect.poll(() => facts.getByRole('link').first().getAttribute('href')).toContain('?page=2');

  await ana.reply('Hello, Ana here.');
  await ana.end('Resolved');
  await customer.panel.getByRole('button', { name: 'Thumbs up' }).click();
  await expect(ana.talk(customer.guest)).toContainText('Thumbs up');
  await customer.ask();
  const past = facts.getByRole('list', { name: 'Past conversations' });
  await expect(past.getByRole('listitem')).toContainText(['Resolved']);
  await expect(past).toContainText('Thumbs up');
  await past.getByRole('link').click();
  await expect(ana.log.locator(':focus')).toContainText('asked for a person');
  await customer.button('Cancel request').click();
});
