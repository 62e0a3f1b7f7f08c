import type { StoreSettings } from '../../src/settings/schema';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import type { Staff } from './staff';
import { withSettings } from './store-settings';

/** Everything that a store can set, on the page where it stands. */

const stored = async ({ page }: Staff, store: string): Promise<StoreSettings> =>
  ((await (await page.request.get(`/api/stores/${store}/settings`)).json()) as { settings: StoreSettings }).settings;

const save = async (staff: Staff) => {
  await staff.button('Save changes').click();
  await expect(staff.page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
  await expect(staff.button('Save changes')).toBeDisabled();
};

test('chats, the assistant and what customers see are set on their pages, and one page leaves the others alone', async ({
  staff,
  team,
}) => {
  test.setTimeout(300_000);
  const ana = await staff('ana');
  const { page } = ana;
  const number = (name: string | RegExp) => page.getByRole('textbox', { name });
  await withSettings(ana, team.store.id, {}, async () => {
    await test.step('chats and endings', async () => {
      await ana.goToSettings('Chats and endings');
      await expect(ana.button('Save changes')).toBeDisabled();
      await number('A transfer that nobody takes goes back after, minutes').fill('77');
      await ana.button('Save changes').click();
      await expect(page.getByRole('alert').filter({ hasText: 'Between 1 and 30 minutes.' })).toBeVisible();
      await expect(page.getByRole('alert').filter({ hasText: 'Some numbers need a look first.' })).toBeVisible();
      await look(page, 'settings-1-chats');
      await number('A transfer that nobody takes goes back after, minutes').fill('3 min');
      await number('Write again and reach the same person within, days').fill('7');
      await page.getByRole('switch', { name: 'End chats of customers who fall silent' }).click();
      await number('Silent for, minutes').fill('45');
      await save(ana);
      await fits(page);
    });

    await test.step('a change outlives a look at another page, and can be discarded', async () => {
      await number('Follow-ups fall due after, hours').fill('9');
      await ana.goToSettings('Assistant');
      await ana.goToSettings('Chats and endings');
      await expect(number('Follow-ups fall due after, hours')).toHaveValue('9');
      await ana.button('Discard').click();
      await expect(number('Follow-ups fall due after, hours')).toHaveValue('4');
    });

    await test.step('the assistant', async () => {
      await ana.goToSettings('Assistant');
      await page.getByRole('radio', { name: 'Ask first' }).check();
      await number('Quiet after a person, messages').fill('0');
      await number('Where customers see how far their order is').fill('shop.example/orders');
      await save(ana);
      expect((await stored(ana, team.store.id)).orderStatusUrl).toBe('https://shop.example/orders');
      await look(page, 'settings-2-assistant');
      await fits(page);
    });

    await test.step('what customers see', async () => {
      await ana.goToSettings('What customers see');
      await page.getByRole('radiogroup', { name: 'Who answers' }).getByRole('radio', { name: 'The team' }).check();
      await page.getByRole('textbox', { name: 'The team’s name' }).fill('Volt & Vine');
      await page.getByRole('radio', { name: 'Off', exact: true }).check();
      const words = page.getByRole('textbox', { name: 'What customers read when they ask' });
      await words.fill('Please call us.');
      await page.getByRole('combobox', { name: /^Language of/ }).selectOption('de');
      await words.fill('Bitte rufen Sie an.');
      await save(ana);
      await look(page, 'settings-3-customers');
      await fits(page);
    });

    await test.step('alerts are saved one by one', async () => {
      await ana.goToSettings('Team and alerts');
      await number('Urgent emails within an hour, emails').fill('5');
      await number('Urgent emails within an hour, emails').press('Enter');
      await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
    });

    expect(await stored(ana, team.store.id)).toMatchObject({
      transferAfter: 3,
      handbackDays: 7,
      abandonAfter: 45,
      followUpAfter: 4,
      whenUnsure: 'offer',
      quietAfterHandback: 0,
      shownAs: 'team',
      teamName: 'Volt & Vine',
      handoff: 'off',
      handoffOffMessage: { en: 'Please call us.', de: 'Bitte rufen Sie an.' },
      urgentEmailsAnHour: 5,
    });
  });
});

test('rules say where requests go, in an order that can be changed', async ({ staff, team }) => {
  test.setTimeout(300_000);
  const ana = await staff('ana');
  const { page } = ana;
  const rules = page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await withSettings(ana, team.store.id, {}, async () => {
    await ana.goToSettings('Where requests go');
    await expect(rules).toHaveText([/^Everything else/]);

    await test.step('by words and language, to an email address', async () => {
      await ana.button('Add rule').click();
      const dialog = page.getByRole('dialog', { name: 'Add rule' });
      await dialog.getByRole('textbox', { name: 'Name (optional)' }).fill('Invoices');
      const words = dialog.getByRole('textbox', { name: 'The message has one of these words' });
      await words.fill('invoice, x');
      await expect(dialog.getByRole('alert').filter({ hasText: 'At least two letters each.' })).toBeVisible();
      await words.fill('invoice, VAT');
      await dialog.getByRole('radio', { name: 'Asks for a person' }).check();
      await dialog.getByRole('button', { name: 'German', exact: true }).click();
      await dialog.getByRole('radio', { name: 'An email address' }).check();
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(dialog.getByRole('alert').filter({ hasText: 'Enter an address like' })).toBeVisible();
      await dialog.getByRole('textbox', { name: 'Email address' }).fill('books@voltandvine.example');
      await dialog.getByRole('textbox', { name: 'When to expect an answer' }).fill('Within one business day.');
      await look(page, 'rules-1-rule');
      await fits(page);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(rules.first()).toContainText(
        'When a message says “invoice” or “VAT” and the customer speaks German',
      );
      await expect(rules.first()).toContainText('To email to books@voltandvine.example.');
    });

    await test.step('by reason and page, to one person, urgent', async () => {
      await ana.button('Add rule').click();
      const dialog = page.getByRole('dialog', { name: 'Add rule' });
      await dialog.getByRole('button', { name: 'Complaint', exact: true }).click();
      await dialog.getByRole('textbox', { name: 'The page’s address has one of these' }).fill('/wholesale');
      await dialog.getByRole('radio', { name: 'One person' }).check();
      await dialog.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Dele Okafor' });
      await dialog.getByRole('combobox', { name: 'Urgency' }).selectOption('urgent');
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(rules.nth(1)).toContainText('To Dele Okafor, urgent.');
    });

    await test.step('the first that holds counts, so they change places', async () => {
      await expect(page.getByRole('button', { name: 'Move Invoices up' })).toBeDisabled();
      await page.getByRole('button', { name: 'Move Rule 2 up' }).click();
      await expect(rules.first()).toContainText('To Dele Okafor, urgent.');
      // It is the first now, and has a name of its place only.
      await expect(page.getByRole('button', { name: 'Move Rule 1 down' })).toBeFocused();
      await page.getByRole('switch', { name: 'Email requests outside hours' }).click();
      await ana.button('Save changes').click();
      await expect(page.getByText('The address for requests outside hours is not complete.')).toBeVisible();
      await page.getByRole('textbox', { name: 'Email address' }).fill('night@voltandvine.example');
      await save(ana);
      await look(page, 'rules-2-list');
      await fits(page);
    });

    expect(await stored(ana, team.store.id)).toMatchObject({
      rules: [
        { name: '', reasons: ['complaint'], pages: ['/wholesale'], urgency: 'urgent', to: { kind: 'person' } },
        {
          name: 'Invoices',
          words: ['invoice', 'VAT'],
          languages: ['de'],
          asks: true,
          urgency: null,
          to: {
            kind: 'email',
            address: 'books@voltandvine.example',
            expectation: { en: 'Within one business day.' },
          },
        },
      ],
      offHoursEmail: { kind: 'email', address: 'night@voltandvine.example' },
    });

    await test.step('one is changed, one is removed', async () => {
      await page.getByRole('button', { name: 'More for Invoices' }).click();
      await page.getByRole('menuitem', { name: 'Change or try' }).click();
      const dialog = page.getByRole('dialog', { name: 'Change rule' });
      await expect(dialog.getByRole('button', { name: 'German', exact: true })).toHaveAttribute('aria-pressed', 'true');
      await dialog.getByRole('textbox', { name: 'Name (optional)' }).fill('Books');
      await dialog.getByRole('button', { name: 'Change', exact: true }).click();
      await page.getByRole('button', { name: 'More for Rule 1' }).click();
      await page.getByRole('menuitem', { name: 'Remove' }).click();
      await expect(rules).toHaveText([/^Books/, /^Everything else/]);
      await save(ana);
    });
  });
});

test('whoever only answers customers reads the settings, and changes none', async ({ staff }) => {
  const dele = await staff('dele');
  for (const name of ['Chats and endings', 'Assistant', 'What customers see', 'Where requests go']) {
    await dele.goToSettings(name);
    await expect(dele.page.getByText('Owners and admins can change these.')).toBeVisible();
    await expect(dele.button('Save changes')).toBeHidden();
    for (const field of await dele.page.getByRole('group', { name }).getByRole('textbox').all())
      await expect(field).toBeDisabled();
  }
  await expect(dele.button('Add rule')).toBeHidden();
});
