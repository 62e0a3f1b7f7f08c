import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startModelApi } from '../assistant/model-api';
import { says } from '../assistant/model-plans';
import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';
import type { Staff } from './staff';
import { withSettings } from './store-settings';

/** What a merchant is shown of first responders that reach a limit: of what they know, of a day, of what works. */

const QUESTION = 'Do you have the Zylot bread proofer?';
const TABLE = JSON.stringify([
  { bezeichnung: 'Zylot bread proofer', wohin: 'https://shop.example/zylot', kostet: '49,90', nr: 'Z-1' },
]);

/** A bot that wants no more calls. */
const bot = createServer((_, response) => response.writeHead(410).end()).listen(0, '127.0.0.1');
test.afterAll(() => void bot.close());

const put = async ({ page }: Staff, path: string, data: unknown) =>
  expect((await page.request.put(path, { data, headers: { origin: ORIGIN } })).status()).toBe(200);

test('what they did not know, used up and failed at stands where it can be mended', async ({ staff, shop, team }) => {
  test.setTimeout(120_000);
  const ana = await staff('ana');
  const { page } = ana;
  const { customer, page: tab } = await shop();
  const at = `/api/stores/${team.store.id}`;

  await test.step('a table of their own is imported by its own names', async () => {
    await customer.open();
    await customer.say(QUESTION);
    await expect(customer.from('Assistant', 'I couldn’t find anything about that')).toBeVisible();
    await customer.ask();
    await customer.button('Cancel request').click();
    await expect.poll(async () => (await page.request.get(`${at}/missing`)).text()).toContain('Zylot');

    await ana.goToSettings('Knowledge');
    const file = { name: 'zylot.json', mimeType: 'application/json', buffer: Buffer.from(TABLE) };
    await page.getByLabel('Files', { exact: true }).setInputFiles(file);
    const mapping = page.getByRole('group', { name: 'Which field is what' });
    await mapping.getByLabel('Title (needed)').selectOption('bezeichnung');
    await mapping.getByLabel('Link (needed)').selectOption('wohin');
    await mapping.getByLabel('Price', { exact: true }).selectOption('kostet');
    await page.getByLabel('Prices without a currency are in').selectOption('EUR');
    await expect(page.getByRole('table', { name: 'First rows' })).toContainText('€49.90');
    await fits(page);
    await ana.button('Continue').click();
    await ana.button('Import').click();
    await expect(page.getByRole('status', { name: 'Import progress' })).toContainText('1 added');
  });

  await test.step('what it answers is missing no more, and says so', async () => {
    await ana.goToSettings('What is missing');
    const group = page.getByRole('list', { name: 'Questions without an answer' }).getByRole('listitem');
    await expect(group.filter({ hasText: 'Zylot' }).first()).toContainText('Answered by now');
  });

  await withSettings(ana, team.store.id, { responder: 'llm', modelTokensADay: 1_000 }, async (change) => {
    await test.step('a model that is used up for today gives way, and the page says until when', async () => {
      const api = await startModelApi();
      const asks = { calls: [{ name: 'ask_for_email', input: {} }], usage: { in: 990, out: 5 } };
      const told = says('I will find out. Where may I write?', { basis: 'conversation' });
      await put(ana, `${at}/responder/model`, { kind: 'openai', url: `${api}/v1`, model: 'limited' });
      await fetch(`${api}/plan`, { method: 'POST', body: JSON.stringify({ model: 'limited', answers: [asks, told] }) });
      await tab.reload();
      await customer.say('When will it be there?');
      await expect(customer.from('Assistant', 'Where may I write?')).toBeVisible();
      await expect(customer.emailField).toBeVisible();
      await look(tab, 'panel-asks-email', 'baton-chat');
      await customer.leaveEmail('mira@example.com');
      await expect(customer.log).toContainText('mira@example.com');
      await customer.say('What does the Zylot bread proofer cost?');
      await expect(customer.products.getByRole('link', { name: /^Zylot bread proofer/ })).toBeVisible();

      await ana.goToInbox();
      await ana.goToSettings('Assistant');
      const model = page.getByRole('region', { name: 'The model' });
      await expect(model).toContainText(
        /The daily limit was reached at .+ The built-in assistant answers until tomorrow\./,
      );
      await model.getByText('The daily limit was reached').scrollIntoViewIfNeeded();
      await look(page, 'settings-limit');
      await page.getByRole('switch', { name: 'Limit what it uses a day' }).click();
      await expect(page.getByRole('textbox', { name: 'Tokens a day, tokens' })).toBeHidden();
      await ana.button('Save changes').click();
      await expect(model).toContainText(/Used today: \d,\d{3} tokens\./);
      await fits(page);
    });

    await test.step('a bot that fails is listed with when and why', async () => {
      await put(ana, `${at}/responder/bot`, { url: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/` });
      await page.request.post(`${at}/responder/bot/secret`, { headers: { origin: ORIGIN } });
      await change({ responder: 'webhook' });
      await tab.reload();
      await customer.say('And a smaller one?');
      await expect(customer.status).toContainText('Waiting for support team…');
      await customer.button('Cancel request').click();
      const failures = page.getByRole('list', { name: 'Last failures' }).getByRole('listitem');
      // It is noted once somebody has been asked for.
      await expect(async () => {
        await page.reload();
        await expect(failures).toHaveCount(1, { timeout: 5_000 });
      }).toPass();
      await expect(failures).toHaveText(
        /^(Today|Yesterday), .+ It answered with an error \(410\)\. A person was asked for\.$/,
      );
      await failures.scrollIntoViewIfNeeded();
      await look(page, 'settings-bot-failures');
    });
  });

  await test.step('what was imported goes again', async () => {
    await ana.goToSettings('Knowledge');
    await page.getByRole('button', { name: 'More for zylot.json' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog', { name: 'Remove source' }).getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('list', { name: 'Sources' }).getByText('zylot.json')).toHaveCount(0);
  });
});
