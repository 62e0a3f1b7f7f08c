import { enter, expect, mailedLink, ORIGIN, test } from './fixtures';
import { Staff } from './staff';

/** Signed out in another tab, taken out of the store: the page says so at once, and what was typed is still there. */

const EMAIL = 'noor@voltandvine.example';

test('who is signed out elsewhere or taken out of the store is told at once, and loses nothing', async ({
  shop,
  staff,
  staffBrowser,
  team,
}) => {
  const { customer } = await shop();
  await customer.open();
  await customer.say('Do you have a charger?');
  await customer.ask();
  const ana = await staff('ana');
  const invitation = { name: 'Noor Aziz', email: EMAIL, role: 'agent' };
  const invite = () =>
    ana.page.request.post(`/api/stores/${team.store.id}/people`, { data: invitation, headers: { origin: ORIGIN } });
  expect((await invite()).status()).toBe(201);
  const context = await staffBrowser.newContext({ baseURL: ORIGIN, viewport: { width: 1440, height: 900 } });
  const signIn = async () => {
    const page = await context.newPage();
    await enter(page, await mailedLink(page, EMAIL));
    return page;
  };
  const noor = new Staff(await signIn(), 'Noor');
  const connection = noor.page.getByRole('status', { name: 'Connection' });
  await noor.open('Waiting', customer.guest);
  await noor.replyBox.fill('One moment, I am looking');

  const second = await context.newPage();
  await second.goto('/dashboard/');
  await second.getByRole('button', { name: 'Noor Aziz' }).click();
  await second.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(second.getByRole('textbox', { name: 'Email address' })).toBeVisible();
  await expect(connection).toHaveText('You are signed out. What you typed is kept on this device.');
  await noor.button('Send').click();
  await expect(noor.page.getByRole('alert')).toContainText('Nothing can be sent from this page any more.');
  await expect(noor.replyBox).toHaveValue('One moment, I am looking');
  await noor.button('Sign in again').click();
  await expect(noor.page.getByRole('textbox', { name: 'Email address' })).toBeVisible();

  expect((await invite()).status()).toBe(201);
  await enter(noor.page, await mailedLink(second, EMAIL));
  await noor.open('Waiting', customer.guest);
  await expect(noor.replyBox).toHaveValue('One moment, I am looking');

  await ana.goToSettings('Team and alerts');
  await ana.button('More for Noor Aziz').click();
  await ana.page.getByRole('menuitem', { name: 'Remove' }).click();
  await ana.page.getByRole('dialog', { name: 'Remove Noor Aziz' }).getByRole('button', { name: 'Remove' }).click();
  await expect(ana.page.getByRole('table', { name: 'Team' })).not.toContainText('Noor Aziz');
  await expect(connection).toHaveText(`You no longer belong to ${team.store.name}. What you typed is still here.`);
  await expect(noor.replyBox).toHaveValue('One moment, I am looking');
  await noor.button('Leave this page').click();
  await expect(noor.page.getByRole('heading', { name: 'No store yet' })).toBeVisible();
  await context.close();
  await customer.button('Cancel request').click();
});
