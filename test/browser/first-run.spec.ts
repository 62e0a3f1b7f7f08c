import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

test('an owner walks through the first steps, leaves some for later, and the list stays until they are done', async ({
  staff,
  team,
}) => {
  test.setTimeout(120_000);
  const ana = await staff('ana');
  const { page } = ana;
  const path = `/api/stores/${team.store.id}/first-run`;
  const put = (step: string, as: string | null) =>
    page.request.put(path, { data: { step, as }, headers: { origin: ORIGIN } });
  for (const step of ['name', 'hours', 'script', 'try']) await put(step, null);
  const list = page.getByRole('region', { name: 'First steps' });
  await page.reload();
  // One line where something is done already.
  await list.getByRole('button', { name: 'First steps' }).click();
  await expect(list.getByRole('link', { name: 'Try it' })).toBeVisible();
  await look(page, 'first-run-list', '.first-run');
  await list.getByRole('link', { name: 'Set your hours' }).click();
  await expect(page.getByRole('heading', { name: 'Business hours', level: 2 })).toBeVisible();
  await look(page, 'first-run-hours');
  await page.getByRole('button', { name: /^(It is right as it is|Next)$/ }).click();
  await expect(page.getByRole('heading', { name: 'Knowledge', level: 2 })).toBeVisible();
  await page.getByRole('button', { name: /^(Later|Next)$/ }).click();
  await expect(page.getByRole('heading', { name: 'Install', level: 2 })).toBeVisible();
  await page.getByRole('button', { name: /^(Later|Next)$/ }).click();
  await expect(page.getByRole('button', { name: 'Open beside the dashboard' })).toBeVisible();
  await page.getByRole('button', { name: 'To the inbox' }).click();
  await expect(page).toHaveURL(/\/inbox$/);
  await expect(ana.inbox).toBeVisible();
  await put('name', 'right');
  await put('script', 'not_needed');
  await put('hours', 'right');
  await put('try', 'not_needed');
  await page.reload();
  await expect(page.getByRole('switch', { name: 'On duty' })).toBeEnabled();
  await expect(list).toBeHidden();
});

test('somebody who manages nothing has no such list', async ({ staff }) => {
  const dele = await staff('dele');
  await expect(dele.page.getByRole('region', { name: 'First steps' })).toHaveCount(0);
});
