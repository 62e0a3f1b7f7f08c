import { readFileSync } from 'node:fs';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';

test('what was said is found again by its words, opened at its place, and taken away', async ({
  shop,
  staff,
  team,
}) => {
  test.setTimeout(300_000);
  const { customer } = await shop();
  await customer.open();
  await customer.say('My wombat lamp never arrived');
  await customer.ask();
  const ana = await staff('ana');
  const { page } = ana;
  await ana.open('Waiting', customer.guest);
  await ana.writeNote('Ask the quokka depot');
  await ana.reply('Your wombat lamp is with the carrier.');
  await ana.reply(Array.from({ length: 60 }, (_, n) => `Step ${n + 1} of the way your lamp takes`).join('\n'));

  await test.step('the queue’s search shows the open chats that match, and leads to the history', async () => {
    await ana.button('Search').click();
    const box = ana.inbox.getByRole('searchbox', { name: 'Search' });
    await box.fill(customer.guest.toLowerCase());
    const matches = ana.inbox.getByRole('list', { name: 'Open chats that match' });
    await expect(matches.getByRole('link', { name: customer.guest })).toBeVisible();
    await box.press('Escape');
    await expect(box).toBeHidden();
    await expect(ana.button('Search')).toBeFocused();
  });

  await ana.end('Resolved', 'Sent once more');
  await ana.button('Search').click();
  await ana.inbox.getByRole('searchbox', { name: 'Search' }).fill('womb quokka');
  await page.keyboard.press('Enter');
  const found = page
    .getByRole('list', { name: 'Conversations' })
    .getByRole('listitem')
    .filter({ hasText: customer.guest });

  await test.step('all of the words, private notes too, are marked where they stand', async () => {
    await expect(async () => {
      await page.reload();
      await expect(found.first()).toBeVisible({ timeout: 5_000 });
    }).toPass();
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('womb quokka');
    await expect(found.first()).toContainText('Resolved');
    await expect(found.locator('mark')).toHaveText(['wombat', 'quokka', 'wombat']);
    await look(page, 'history-1-found');
    await fits(page);
  });

  await test.step('filters narrow it, and stand in the address', async () => {
    await page.getByRole('combobox', { name: 'Outcome' }).selectOption('Unanswered');
    await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
    await page.goBack();
    await page.goto(`/dashboard/${team.store.id}/history?words=wombat&outcome=resolved`);
    await expect(page.getByRole('combobox', { name: 'Outcome' })).toHaveValue('resolved');
  });

  await test.step('a message opens at its place, marked, and is for reading', async () => {
    await found
      .getByRole('link', { name: /^Private note/ })
      .or(found.getByRole('link', { name: /never arrived/ }))
      .first()
      .click();
    const message = ana.message('never arrived');
    await expect(message).toBeInViewport();
    await expect(message).toHaveClass(/meant/);
    await expect(ana.replyBox).toBeHidden();
    await expect(ana.button('Take over')).toBeVisible();
    await fits(page);
  });

  await test.step('it is saved as text and stands ready for print, with or without what only the team reads', async () => {
    await ana.button('More actions').click();
    await page.getByRole('menuitem', { name: 'Save or print' }).click();
    await expect(page.getByRole('heading', { name: `Conversation with ${customer.guest}` })).toBeVisible();
    await look(page, 'history-4-paper');
    await fits(page);
    await page.getByRole('checkbox', { name: 'With private notes' }).uncheck();
    const saving = page.waitForEvent('download');
    await ana.button('Save as text').click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    expect(text).toContain('My wombat lamp never arrived');
    expect(text).not.toContain('quokka');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(ana.button('Save as text')).toBeHidden();
    await page.screenshot({ path: '.shots/history-5-print.png', fullPage: true });
    await page.emulateMedia({ media: 'screen' });
    await ana.button('Back to the conversation').click();
    await ana.button('Back to history').click();
    await expect(page.getByRole('heading', { name: 'History', level: 1 })).toBeVisible();
  });
});
