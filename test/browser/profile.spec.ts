import { fits } from './fits';
import { enter, expect, mailedLink, ORIGIN, test } from './fixtures';
import { look } from './look';

test('somebody’s own page: a new name is read in an open chat, the dashboard speaks Bulgarian, and a lost phone is signed out', async ({
  shop,
  staff,
  staffBrowser,
}) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const dele = await staff('dele');
  const { page } = dele;
  await dele.open('Waiting', customer.guest);
  await dele.reply('Hello, Dele here');
  await expect(customer.panel.getByRole('heading', { name: 'Dele' })).toBeVisible();

  const context = await staffBrowser.newContext({ baseURL: ORIGIN });
  const phone = await context.newPage();
  await phone.request.post('/api/auth/magic-link', {
    data: { email: 'dele@voltandvine.example' },
    headers: { origin: ORIGIN },
  });
  await enter(phone, await mailedLink(phone, 'dele@voltandvine.example'));
  await expect(phone.getByRole('switch', { name: 'On duty' })).toBeEnabled();

  try {
    await page.getByRole('button', { name: 'Dele Okafor' }).click();
    await page.getByRole('menuitem', { name: 'Your profile' }).click();
    await expect(page.getByRole('heading', { name: 'Your profile', level: 2 })).toBeVisible();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dayo Okafor');
    await page.getByRole('combobox', { name: 'Languages you speak' }).selectOption('German');
    await page.getByRole('combobox', { name: 'Languages you speak' }).selectOption('Yoruba');
    await look(page, 'profile');
    await fits(page);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Saved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Dayo Okafor' })).toBeVisible();
    await expect(customer.panel.getByRole('heading', { name: 'Dayo' })).toBeVisible();
    await expect(customer.from('Dele', 'Hello, Dele here')).toBeVisible();

    await test.step('in another language at once, and again after a reload', async () => {
      const language = page.getByRole('combobox', { name: 'Language of the dashboard' });
      await dele.kept(() => language.selectOption('Български'));
      await expect(page.getByRole('heading', { name: 'Вашият профил', level: 2 })).toBeVisible();
      await page.evaluate(() => localStorage.clear());
      await page.reload();
      await expect(page.getByRole('heading', { name: 'Вашият профил', level: 2 })).toBeVisible();
      await page.getByRole('combobox', { name: 'Език на таблото' }).selectOption('English');
      await expect(page.getByRole('heading', { name: 'Your profile', level: 2 })).toBeVisible();
    });

    await test.step('signed out from here, the other page says so', async () => {
      const sessions = page.getByRole('list', { name: 'Where you are signed in' });
      await expect(sessions.getByText('This one')).toHaveCount(1);
      await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
      await expect(sessions.getByRole('listitem')).toHaveCount(1);
      await expect(phone.getByRole('status', { name: 'Connection' })).toContainText('You are signed out.');
    });
  } finally {
    const headers = { origin: ORIGIN };
    await page.request.put('/api/me/profile', { data: { name: 'Dele Okafor', speaks: [] }, headers });
    await page.request.put('/api/me/choices', { data: { language: null }, headers });
    await context.close();
  }
  await customer.leave();
});
