import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';

test('a store’s people are gathered in teams: added, renamed, their people chosen, and removed again', async ({
  staff,
}) => {
  test.setTimeout(180_000);
  const ana = await staff('ana');
  const dele = await staff('dele');
  const { page } = ana;
  await ana.goToSettings('Team and alerts');
  const teams = page.getByRole('list', { name: 'Teams' }).getByRole('listitem');
  const people = page.getByRole('table', { name: 'Team', exact: true });
  const more = async (team: string, what: 'Change' | 'Remove') => {
    await page.getByRole('button', { name: `More for ${team}`, exact: true }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };

  await test.step('a team with its people', async () => {
    await ana.button('Add team').click();
    const dialog = page.getByRole('dialog', { name: 'Add team' });
    await expect(dialog.getByRole('button', { name: 'Add', exact: true })).toBeDisabled();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Repairs');
    await dialog.getByRole('checkbox', { name: 'Dele Okafor' }).check();
    await look(page, 'teams');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(teams.filter({ hasText: 'Repairs' })).toContainText('Dele Okafor');
    await expect(people.getByRole('row', { name: /Dele Okafor/ })).toContainText('Repairs');
  });

  await test.step('a name is taken once', async () => {
    await ana.button('Add team').click();
    const dialog = page.getByRole('dialog', { name: 'Add team' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('REPAIRS');
    await dialog.getByRole('textbox', { name: 'Name' }).press('Enter');
    await expect(dialog.getByRole('alert')).toHaveText('There is a team with this name already.');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('renamed, with other people', async () => {
    await more('Repairs', 'Change');
    const dialog = page.getByRole('dialog', { name: 'Change team' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Returns and repairs');
    await dialog.getByRole('checkbox', { name: 'Ana Kovač' }).check();
    await dialog.getByRole('checkbox', { name: 'Dele Okafor' }).uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(teams.filter({ hasText: 'Returns and repairs' })).toContainText('Ana Kovač');
    await expect(people.getByRole('row', { name: /Dele Okafor/ })).not.toContainText('epairs');
  });

  await test.step('whoever only answers customers sees them, and changes none', async () => {
    await dele.goToSettings('Team and alerts');
    const teams = dele.page.getByRole('list', { name: 'Teams' });
    await expect(teams).toContainText('Returns and repairs');
    await expect(dele.button('Add team')).toBeHidden();
    // Beside their own name stands how to leave the store.
    await expect(teams.getByRole('button', { name: /^More for/ })).toHaveCount(0);
  });

  await test.step('removed, once that is confirmed', async () => {
    await more('Returns and repairs', 'Remove');
    const dialog = page.getByRole('dialog', { name: 'Remove Returns and repairs?' });
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(teams.filter({ hasText: 'Returns and repairs' })).toBeVisible();
    await more('Returns and repairs', 'Remove');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('status', { name: 'Teams changed' })).toHaveText('Returns and repairs is removed.');
    await expect(teams.filter({ hasText: 'Returns and repairs' })).toBeHidden();
  });
  await fits(page);
});
