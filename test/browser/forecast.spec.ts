import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { CLOSED, withSettings } from './store-settings';

test('an agent asks what would happen: now, on a closed night, in another language, with somebody away', async ({
  staff,
  team,
}) => {
  test.setTimeout(120_000);
  const ana = await staff('ana');
  const { page } = ana;
  await ana.goToSettings('What would happen');
  const outcome = page.getByRole('region', { name: 'Then this happens' });
  const steps = outcome.getByRole('list', { name: 'What happens, in order' });
  await expect(steps.getByRole('listitem').first()).toContainText('Waiting for support team…');
  await expect(steps).toContainText('Dashboard: ');
  await page.getByRole('combobox', { name: 'Reason' }).selectOption('Complaint');
  await page.getByRole('textbox', { name: 'What they write' }).fill('This is outrageous');
  await expect(outcome.getByText('Urgent', { exact: true })).toBeVisible();
  await page.getByRole('checkbox', { name: 'The team was emailed a minute before' }).check();
  await expect(steps).toContainText('Urgent, so it goes although another went out');
  await look(page, 'settings-forecast-open', '.content');
  await fits(page);

  await withSettings(ana, team.store.id, CLOSED, async () => {
    await page.getByRole('combobox', { name: 'The customer’s language' }).selectOption('bg');
    await page.getByLabel('Moment').fill('2027-02-06T23:50');
    await expect(outcome.getByRole('heading')).toContainText(/Saturday.*11:50/);
    await expect(outcome.getByRole('status')).toContainText('Nobody waits: it is recorded');
    await expect(steps.getByRole('blockquote').first()).toContainText('Екипът ни не е на линия');
    await look(page, 'settings-forecast-closed', '.content');
  });
});
