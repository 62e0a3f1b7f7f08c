import { readFileSync } from 'node:fs';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { withSettings } from './store-settings';

test('what is kept of a customer is found, saved for them, and erased while their chat is open: they begin another', async ({
  shop,
  staff,
  team,
}) => {
  test.setTimeout(100_000);
  const { customer } = await shop();
  await customer.open();
  await customer.say('My ocelot lamp hums');
  await customer.ask();
  const ana = await staff('ana');
  const { page } = ana;
  // Left among the words only: whoever looks decides whose it is.
  await customer.say('Write to mira@ocelot.example');
  await ana.open('Waiting', customer.guest);
  await ana.reply('We will.');
  await ana.end('Resolved', 'Ocelot lamp');

  await ana.goToSettings('Privacy');
  const email = page.getByRole('textbox', { name: 'Email address of the customer' });
  await test.step('an address that is none is said at the field', async () => {
    await email.fill('mira');
    await ana.button('Find').click();
    await expect(page.getByRole('alert')).toContainText('Enter an address like name@example.com.');
    await expect(email).toHaveAttribute('aria-invalid', 'true');
  });

  await test.step('nothing is kept under most addresses', async () => {
    await email.fill('nobody@ocelot.example');
    await email.press('Enter');
    await expect(page.getByRole('status', { name: 'Conversations found' })).toContainText('Nothing is kept under');
  });

  const found = page.getByRole('list', { name: 'Conversations found' }).getByRole('listitem');
  await test.step('what only mentions the address is shown, and not chosen', async () => {
    await expect(async () => {
      await email.fill('mira@ocelot.example');
      await ana.button('Find').click();
      await expect(found).toHaveCount(1, { timeout: 5_000 });
    }).toPass();
    await expect(found).toContainText('This address is only mentioned');
    await expect(page.getByRole('checkbox')).not.toBeChecked();
    await page.getByRole('checkbox').check();
    await look(page, 'privacy-1-found');
    await fits(page);
  });

  await test.step('it is saved to be read', async () => {
    const saving = page.waitForEvent('download');
    await ana.button('Save as text').click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text).toContain('My ocelot lamp hums');
    expect(text).toContain('Also kept');
  });

  let anew = Promise.resolve('');
  await test.step('erasing names what goes, and asks for a word', async () => {
    await ana.button('Erase 1 conversation').click();
    const dialog = page.getByRole('dialog', { name: 'Erase this conversation?' });
    await expect(dialog).toContainText('every message, photo, file, private note and draft');
    await expect(dialog.getByRole('button', { name: 'Erase' })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Type “erase” to confirm' }).fill('erase');
    await look(page, 'privacy-2-erase');
    anew = customer.page
      .waitForResponse((response) => response.url().endsWith('/widget/session'))
      .then((response) => response.json() as Promise<{ conversation: string }>)
      .then(({ conversation }) => conversation);
    await dialog.getByRole('button', { name: 'Erase' }).click();
    await expect(page.getByRole('status', { name: 'Conversations found' })).toHaveText('1 conversation is erased.');
    await expect(found).toHaveCount(0);
  });

  await test.step('the customer’s panel begins another chat by itself, and says so until they write', async () => {
    const said = customer.log.getByText('Your earlier chat was erased. You can start a new one here.');
    await expect(said).toBeVisible();
    await expect(customer.message('ocelot')).toHaveCount(0);
    const before = customer.conversation;
    customer.conversation = await anew;
    expect(customer.conversation).not.toBe(before);
    await look(customer.page, 'panel-27-erased', 'baton-chat', 'phone');
    await customer.say('Do you have a charger?');
    await expect(said).toHaveCount(0);
    await expect(customer.products).toBeVisible();
  });

  await test.step('one chat is erased from its own menu too', async () => {
    await customer.ask();
    await ana.goToInbox();
    await ana.open('Waiting', customer.guest);
    await ana.button('More actions').click();
    await page.getByRole('menuitem', { name: 'Erase this conversation' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase this conversation?' });
    await dialog.getByRole('textbox').fill('erase');
    await dialog.getByRole('textbox').press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('list', { name: 'Waiting' }).getByText(customer.guest)).toHaveCount(0);
    await expect(customer.button('Talk to a person')).toBeVisible();
    await expect(customer.log).toContainText('Your earlier chat was erased.');
  });

  await test.step('how long conversations are kept', async () => {
    await ana.goToSettings('Privacy');
    await withSettings(ana, team.store.id, {}, async () => {
      await page.reload();
      await page.getByRole('combobox', { name: 'Erase conversations' }).selectOption('After 36 months');
      await ana.button('Save changes').click();
      await expect(page.getByText('Nothing was old enough.')).toBeVisible();
    });
  });
});
