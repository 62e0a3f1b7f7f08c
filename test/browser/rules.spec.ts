import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { withSettings } from './store-settings';

/** A rule from trying it on what was said to what it does, and what the shop's page tells beside the chat. */

test('a rule is tried on past conversations, kept, and asks for a person with the cart beside the chat', async ({
  shop,
  staff,
  team,
}) => {
  test.setTimeout(300_000);
  const phrase = `bulk order ${team.store.id.slice(0, 4)}`;
  const before = await shop();
  await before.customer.open();
  await before.customer.say(`Do you take a ${phrase}?`);
  await before.customer.ask();
  await before.customer.button('Cancel request').click();
  await expect(before.customer.status).not.toContainText('Waiting');

  const ana = await staff('ana');
  const wished = 'Hand over when somebody asks about a bulk order or sounds upset about delivery.';
  await withSettings(ana, team.store.id, { rules: [] }, async () => {
    await test.step('of instructions in plain language the page says what can become a rule', async () => {
      await ana.goToSettings('Assistant');
      await ana.page.getByRole('textbox', { name: 'Instructions' }).fill(wished);
      const read = ana.page.getByRole('list', { name: 'What the built-in assistant can follow' }).getByRole('listitem');
      await expect(read).toHaveCount(2);
      await expect(read.first()).toContainText('As a rule: messages that say “bulk order*” ask for a person.');
      await expect(read.nth(1)).toContainText('Needs a language model');
      await look(ana.page, 'rules-5-instructions');
      await read.first().getByRole('link', { name: 'Make it a rule' }).click();
      const made = ana.page.getByRole('dialog', { name: 'Add rule' });
      await expect(made.getByRole('textbox', { name: 'The message has one of these words' })).toHaveValue(
        'bulk order*',
      );
      await expect(made.getByRole('radio', { name: 'Asks for a person' })).toBeChecked();
      await made.getByRole('button', { name: 'Cancel' }).click();
    });
    await ana.goToSettings('Where requests go');
    const rules = ana.page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
    await ana.button('Add rule').click();
    const dialog = ana.page.getByRole('dialog', { name: 'Add rule' });
    await test.step('it says where it would have fired, before anything is kept', async () => {
      await dialog.getByRole('radio', { name: 'Asks for a person' }).check();
      await dialog.getByRole('button', { name: 'Try it on the last 7 days' }).click();
      await expect(dialog.getByRole('alert').filter({ hasText: 'needs words' })).toBeVisible();
      await dialog.getByRole('textbox', { name: 'The message has one of these words' }).fill(`“${phrase}*”`);
      const fired = dialog.getByRole('list', { name: 'Messages at which it would have fired' });
      // The chat is in history once its outbox has carried it there.
      await expect(async () => {
        await dialog.getByRole('button', { name: 'Try it on the last 7 days' }).click();
        await expect(fired).toContainText(`Do you take a ${phrase}?`, { timeout: 5_000 });
      }).toPass({ timeout: 20_000 });
      await expect(dialog.getByRole('status')).toContainText('Would have fired 1 time in the last 7 days');
      await expect(fired.getByRole('link')).toHaveAttribute('href', /\/inbox\/[\w-]+$/);
    });
    await test.step('with a cart, the past says what it was when a person was asked for', async () => {
      await dialog.getByText('More conditions').click();
      await dialog.getByRole('textbox', { name: 'Amount' }).fill('250');
      await dialog.getByRole('combobox', { name: 'Recorded as' }).selectOption({ label: 'Complaint' });
      await dialog.getByRole('button', { name: 'Try it on the last 7 days' }).click();
      await expect(dialog.getByRole('status')).toContainText(
        'Known of carts is only what was so when a person was asked for.',
      );
      await look(ana.page, 'rules-3-tried');
      await fits(ana.page);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(rules.first()).toContainText(`When a message says “${phrase}*” and the cart is at least 250`);
      await ana.button('Save changes').click();
      await expect(ana.page.getByRole('status', { name: 'Saved' })).toContainText('Saved');
    });

    await test.step('it asks for a person, and cart and order stand beside the chat as the page’s word', async () => {
      const { customer, page } = await shop();
      // As a shop's page tells the panel, which passes it on.
      await page.routeWebSocket(/\/widget\//, (socket) => {
        const server = socket.connectToServer();
        const cart = { value: 312.5, currency: 'EUR', items: [{ title: 'Kettle', quantity: 25, price: 12.5 }] };
        const order = { number: '10482', status: 'shipped' };
        const properties = [{ name: 'plan', value: 'gold' }];
        socket.onMessage((message) => {
          server.send(message);
          if (String(message).includes('"hello"'))
            server.send(JSON.stringify({ type: 'set', cart, order, properties }));
        });
      });
      await page.reload();
      await customer.open();
      await customer.say(`I need a ${phrase}`);
      await expect(customer.status).toContainText('Waiting for support team…');
      await ana.goToInbox();
      await ana.open('Waiting', customer.guest);
      await expect(ana.page.getByRole('group', { name: 'Reason' })).toContainText('Complaint');
      const story = ana.page.getByRole('region', { name: 'What happened so far' });
      await expect(story).toContainText('Cart €312.50, 25 items');
      await expect(story).toContainText('Order 10482, shipped');
      const facts = ana.page.getByRole('region', { name: 'From the shop’s page' });
      await expect(facts).toContainText('25 × Kettle');
      await expect(facts).toContainText('gold');
      await expect(facts).toContainText('Not verified');
      await fits(ana.page);
      await customer.button('Cancel request').click();
      await expect(customer.status).not.toContainText('Waiting');
    });
  });
});
