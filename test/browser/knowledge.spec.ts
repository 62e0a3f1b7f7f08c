import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';

/** A merchant brings in a table of their own, and the assistant knows it from the next message on. */

const ROWS = [
  'Artikelnummer;Name;Preis;Bestand;Seite',
  '9001;Quillon garden hose;19,90;3;https://shop.example/9001',
  '9002;Quillon watering can;auf Anfrage;2;https://shop.example/9002',
  '9003;Quillon spade;1.299,00;0;https://shop.example/9003',
];

test('a table with a bad row is mapped, imported and answered from', async ({ staff, shop }) => {
  const ana = await staff('ana');
  const { page } = ana;
  await ana.goToSettings('Knowledge');
  const sources = page.getByRole('list', { name: 'Sources' });
  await expect(sources.getByRole('listitem').first()).toBeVisible();

  await test.step('the file is looked at before anything is sent', async () => {
    const file = { name: 'garden.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS.join('\n')) };
    await page.getByLabel('Files', { exact: true }).setInputFiles(file);
    await expect(page.getByLabel('What it is')).toHaveValue('csv');
    await expect(page.getByLabel('Title (needed)')).toHaveValue('Name');
    // Nothing that the columns are called says where the page is.
    await expect(page.getByText('Choose the column that holds the link.')).toBeVisible();
    await expect(ana.button('Continue')).toBeDisabled();
    await page.getByLabel('Link (needed)').selectOption('Seite');
    await page.getByLabel('Prices without a currency are in').selectOption('EUR');
    await expect(page.getByRole('table', { name: 'First rows' })).toContainText('€1,299.00');
    await look(page, 'knowledge-1-choices', 'section.import');
    await fits(page);
  });

  await test.step('what it would do is said, then done', async () => {
    await ana.button('Continue').click();
    await expect(page.getByText('2 to add, 1 bad row.')).toBeVisible();
    await expect(page.getByText(/rows of the database: within a day of the free plan/)).toBeVisible();
    await ana.button('Import').click();
    await expect(page.getByRole('status', { name: 'Import progress' })).toContainText('2 added, 0 changed, 0 removed');
    const bad = page.getByRole('table', { name: 'Bad rows' }).getByRole('row').last();
    await expect(bad).toContainText('3');
    await expect(bad).toContainText('Its price “auf Anfrage” cannot be read');
    await look(page, 'knowledge-2-report', 'section.import');
    const [download] = await Promise.all([page.waitForEvent('download'), ana.button('Download bad rows').click()]);
    expect(download.suggestedFilename()).toBe('bad-rows.csv');
  });

  await test.step('the assistant answers from it', async () => {
    const { customer } = await shop();
    await customer.open();
    await customer.say('Do you have the Quillon garden hose?');
    await expect(customer.products.getByRole('link', { name: /^Quillon garden hose/ })).toBeVisible();
  });

  await test.step('and no longer, when the source is removed', async () => {
    await page.getByRole('button', { name: 'More for garden.csv' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog', { name: 'Remove source' }).getByRole('button', { name: 'Remove' }).click();
    await expect(sources.getByText('garden.csv')).toHaveCount(0);
  });
});
