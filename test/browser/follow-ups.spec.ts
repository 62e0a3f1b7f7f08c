import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';

test('what is owed is answered from its page: the assistant stays, the customer reads it, and nothing is owed any more', async ({
  shop,
  staff,
}) => {
  test.setTimeout(300_000);
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const { page } = ana;
  await ana.open('Waiting', customer.guest);
  await ana.reply('I ask the warehouse, and come back to you.');
  await ana.end('Follow up', 'Ask the warehouse');
  const main = page.getByRole('navigation', { name: 'Main' });
  const mine = page
    .getByRole('list', { name: 'Follow-ups' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: `${customer.guest}, Asked for a person` }) });

  await test.step('it stands there with the time at which it falls due', async () => {
    await main.getByRole('link', { name: 'Follow-ups' }).click();
    await expect(mine).toContainText('Follow up');
    // Four open hours after it arose, in a store that never closes.
    await expect(mine).toContainText(/Due in 3 h/);
    await look(page, 'follow-ups-1-list');
    await fits(page);
  });

  await test.step('opened, it says that a reply takes nobody’s place, and where it is read', async () => {
    await mine.getByRole('link').click();
    const strip = page.getByRole('status', { name: 'Follow-up' });
    await expect(strip).toHaveText(`Reply without taking over. ${customer.guest} is here and reads it in the chat.`);
    await expect(ana.button('Take over')).toBeVisible();
    await look(page, 'follow-ups-2-open');
    await fits(page);
    await customer.page.close();
    await expect(strip).toHaveText('Reply without taking over. Waits in the chat for them.');
  });

  await test.step('the reply goes out, and the assistant still answers', async () => {
    await ana.reply('They arrive on Thursday.');
    await expect(ana.button('Take over')).toBeVisible();
    await expect(ana.button('End session')).toBeHidden();
    await ana.button('Back to follow-ups').click();
    await expect(page.getByRole('heading', { name: /Follow-ups|Nobody is owed a word/ })).toBeVisible();
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole('heading', { name: /Follow-ups|Nobody is owed a word/ })).toBeVisible();
      await expect(mine).toBeHidden({ timeout: 1_000 });
    }).toPass();
    await ana.goToInbox();
    await expect(ana.row('Mine', customer.guest)).toBeHidden();
  });
});

test('the customer reads a follow-up from the person, and the assistant answers what they write next', async ({
  shop,
  staff,
  team,
}) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await ana.end('Follow up');
  await ana.page.goto(`/dashboard/${team.store.id}/follow-ups/${customer.conversation}`);
  await ana.reply('They arrive on Thursday.');
  await expect(customer.from('Ana', 'They arrive on Thursday.')).toBeVisible();
  await expect(customer.button('Talk to a person')).toBeVisible();
  await customer.say('Do you have a 65 W charger?');
  await expect(customer.products.getByRole('link').first()).toHaveAccessibleName(/65 W/);
  await ana.button('Take over').click();
  await expect(customer.button('Back to the assistant')).toBeVisible();
  await expect(ana.page.getByRole('status', { name: 'Follow-up' })).toBeHidden();
  await ana.end('Resolved');
});
