import type { Role } from '../../src/domain/actor';
import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';
import { withSettings } from './store-settings';

/** Two people change the same settings at once, and everybody who may can see who changed what. */

test('the second to save sees what the first one changed, chooses, and loses nothing; the list tells it all', async ({
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const people = `/api/stores/${team.store.id}/people`;
  const roleOfDele = async (role: Role) => {
    const listed = (await (await ana.page.request.get(people)).json()) as { people: { id: string; email: string }[] };
    const id = listed.people.find(({ email }) => email.startsWith('dele@'))?.id;
    const answer = await ana.page.request.put(`${people}/${id}/role`, { data: { role }, headers: { origin: ORIGIN } });
    expect(answer.status()).toBe(200);
  };
  await roleOfDele('admin');
  try {
    const dele = await staff('dele');
    // The browser reports every refusal as an error.
    dele.watch?.expectErrors(/409 \(Conflict\)/);
    const field = (who: typeof ana, name: string) => who.page.getByRole('textbox', { name });
    await withSettings(ana, team.store.id, {}, async () => {
      await test.step('both write into the same page', async () => {
        await ana.goToSettings('Chats and endings');
        await dele.goToSettings('Chats and endings');
        await field(dele, 'A transfer that nobody takes goes back after, minutes').fill('7');
        await field(dele, 'Follow-ups fall due after, hours').fill('9');
        await field(ana, 'A transfer that nobody takes goes back after, minutes').fill('4');
        await field(ana, 'Whoever has the chat is away for, minutes').fill('3');
        await ana.button('Save changes').click();
        await expect(ana.page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
      });

      await test.step('the second sees whose change it is, with both values, and what was typed still stands there', async () => {
        await dele.button('Save changes').click();
        const differs = dele.page.getByRole('region', { name: 'What differs' });
        await expect(differs.getByRole('alert')).toContainText(
          /^Ana .*changed this just now\. Nothing of yours was saved yet\./,
        );
        await expect(differs.getByRole('listitem')).toHaveText([
          /minutes.*Yours.*7.*Theirs.*4/,
          /minutes.*Yours.*2.*Theirs.*3/,
        ]);
        await expect(field(dele, 'Follow-ups fall due after, hours')).toHaveValue('9');
        await expect(field(dele, 'A transfer that nobody takes goes back after, minutes')).toHaveValue('7');
        await expect(field(dele, 'Whoever has the chat is away for, minutes')).toHaveValue('3');
        await look(dele.page, 'two-admins-1-differs');
        await fits(dele.page);
        await differs.getByRole('button', { name: /^Take theirs: A transfer/ }).click();
        await expect(field(dele, 'A transfer that nobody takes goes back after, minutes')).toHaveValue('4');
        await differs.getByRole('button', { name: /^Keep mine: A transfer/ }).click();
        await expect(field(dele, 'A transfer that nobody takes goes back after, minutes')).toHaveValue('7');
        await dele.button('Save changes').click();
        await expect(dele.page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
        await expect(differs).toBeHidden();
      });

      await test.step('the list of changes has both, the newest first, and can be narrowed', async () => {
        await ana.goToSettings('Changes');
        const list = ana.page.getByRole('list', { name: 'Changes' }).getByRole('listitem');
        await expect(list.first()).toContainText(/^Dele Okafor changed Chats and endings/);
        await expect(list.first()).toContainText(/A transfer that nobody takes goes back after, minutes.*4.*7/);
        await expect(list.nth(1)).toContainText(/^Ana .*changed Chats and endings/);
        await look(ana.page, 'two-admins-2-changes');
        await fits(ana.page);
        await ana.page.getByRole('combobox', { name: 'Part of the settings' }).selectOption('People');
        await expect(list.first()).toContainText(/^Ana .* changed Dele Okafor in People/);
        await expect(list.first()).toContainText(/Role.*Member.*Admin/);
      });
    });
  } finally {
    await roleOfDele('agent');
  }
});
