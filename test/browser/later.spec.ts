import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';

test('what is for later is set beside a chat, stands under follow-ups, and is put off, given away and done there', async ({
  shop,
  staff,
}) => {
  test.setTimeout(240_000);
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const { page } = ana;
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  const later = page.getByRole('region', { name: 'Later' });

  await test.step('a resolution can ask later whether all is well', async () => {
    await ana.button('End session').click();
    const dialog = page.getByRole('dialog', { name: 'End session' });
    await dialog.getByRole('radio', { name: 'Resolved' }).check();
    await dialog.getByRole('checkbox', { name: 'Ask later whether all is well' }).check();
    await dialog.getByRole('textbox', { name: 'Message' }).fill('Did the lamp arrive?');
    await look(page, 'later-1-end');
    await dialog.getByRole('button', { name: 'End session', exact: true }).click();
    await expect(later.getByRole('listitem')).toContainText('Did the lamp arrive?');
    await later.getByRole('button', { name: 'Call off' }).click();
    await expect(later.getByRole('listitem')).toHaveCount(0);
  });

  await test.step('a reminder is set', async () => {
    await later.getByRole('button', { name: 'Set a reminder' }).click();
    const dialog = page.getByRole('dialog', { name: 'Set a reminder' });
    const set = dialog.getByRole('button', { name: 'Set reminder' });
    await expect(set).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'What about' }).fill('Call about the lamp');
    await set.click();
    await expect(later.getByRole('listitem')).toContainText('Call about the lamp');
    await expect(later.getByRole('listitem')).toContainText('You');
  });

  await test.step('it stands under follow-ups until it is done', async () => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Follow-ups' }).click();
    const mine = page
      .getByRole('list', { name: 'Follow-ups' })
      .getByRole('listitem')
      .filter({ hasText: 'Call about the lamp' });
    await expect(mine).toContainText('Reminder');
    await mine.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Give it to Dele' }).click();
    await expect(mine).toContainText('Dele');
    await mine.getByRole('button', { name: /^More for/ }).click();
    await page.getByRole('menuitem', { name: 'Later: choose a time…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Put off' });
    await dialog.getByLabel('Until when').fill('2020-01-01T10:00');
    await expect(dialog.getByRole('button', { name: 'Put off' })).toBeDisabled();
    await dialog.getByLabel('Until when').fill(`${new Date().getFullYear() + 1}-06-15T10:00`);
    await dialog.getByRole('button', { name: 'Put off' }).click();
    await expect(mine).toContainText('Jun 15');
    await look(page, 'later-5-list');
    await fits(page);
    await page.getByRole('combobox', { name: 'Whose' }).selectOption('Mine');
    await expect(mine).toBeHidden();
    await page.getByRole('combobox', { name: 'Whose' }).selectOption('Everybody’s');
    await mine.getByRole('button', { name: /^Done with/ }).click();
    await expect(mine).toBeHidden();
  });
});
