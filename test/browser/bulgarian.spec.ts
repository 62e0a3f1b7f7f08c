import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

test('the dashboard changes to Bulgarian under what is being typed, and its longer words have room', async ({
  shop,
  staff,
}) => {
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  const { page } = ana;
  await ana.open('Waiting', customer.guest);
  await ana.replyBox.fill('Half a senten');
  try {
    await page.getByRole('button', { name: 'Ana Kovač' }).click();
    await page.getByRole('menuitem', { name: 'Български' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'bg');
    await expect(page.getByRole('textbox', { name: 'Отговор', exact: true })).toHaveValue('Half a senten');
    const waiting = page.getByRole('list', { name: 'Чакащи', exact: true });
    await expect(
      waiting.getByRole('link', { name: `${customer.guest.replace('Guest', 'Гост')}, Иска човек` }),
    ).toHaveAccessibleDescription(/^Чака от \d+ мин/);
    await expect(page.getByRole('group', { name: 'Причина' })).toContainText('Иска човек');
    await expect(page.getByRole('combobox', { name: 'Магазин', exact: true })).toContainText('Винаги отворено');
    await look(page, 'bulgarian-1-waiting');
    await page.getByRole('button', { name: 'Поеми', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Прехвърли', exact: true })).toBeVisible();
    await expect(page.getByRole('log', { name: 'Съобщения' })).toContainText('Вие поехте чата');
    await look(page, 'bulgarian-2-mine');
    await fits(page);
    // The page of settings with the widest table.
    await page.goto(page.url().replace(/\/inbox.*/, '/settings/team'));
    await expect(page.getByRole('table', { name: 'Екип' })).toContainText('Собственик');
    await fits(page);
  } finally {
    await page.request.put('/api/me/choices', { data: { language: null }, headers: { origin: ORIGIN } });
  }
  await customer.leave();
});
