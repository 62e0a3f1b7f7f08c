import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** A question that the assistant could not answer is answered by the merchant, once for all. */

const ANSWER = 'Yes, we sharpen shears for €9. Bring them to the shop in Vienna.';

test('what was asked in vain is listed, answered there, and said to the next customer', async ({
  staff,
  shop,
  team,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  const { customer } = await shop();
  await customer.open();
  await customer.say('Do you sharpen gardening shears?');
  await expect(customer.message('I couldn’t find anything about that')).toBeVisible();
  await customer.say('Can my shears be sharpened?');
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await ana.end('Resolved');

  await test.step('it stands there with how often it was asked, and where', async () => {
    const missing = async () => (await page.request.get(`${ORIGIN}/api/stores/${team.store.id}/missing`)).text();
    await expect.poll(missing).toContain('sharpen');
    await ana.goToSettings('What is missing');
    const group = page
      .getByRole('list', { name: 'Questions without an answer' })
      .getByRole('listitem')
      .filter({ hasText: 'shears' })
      .first();
    await expect(group).toContainText('Asked 2 times');
    await expect(group).toContainText('1 went to a person');
    await group.getByText('Other wordings, and where it was asked').click();
    await look(page, 'missing-1-list', '.content');
    await fits(page);
    await group.getByRole('button', { name: /^Write an answer/ }).click();
  });

  await test.step('an answer is written', async () => {
    const dialog = page.getByRole('dialog', { name: 'Write an answer' });
    await expect(dialog.getByLabel('Question')).toHaveValue(/shears/);
    await expect(dialog.getByLabel('Other ways to ask it')).toHaveValue(/shears/);
    await dialog.getByLabel('Answer', { exact: true }).fill(ANSWER);
    await look(page, 'missing-2-answer', 'dialog');
    await dialog.getByRole('button', { name: 'Save answer' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(
      'The answer is saved. It is used from the next message on.',
    );
    const written = page.getByRole('list', { name: 'Answers written here' });
    await expect(written).toContainText(ANSWER);
    await expect(page.getByText('Do you sharpen gardening shears?')).toHaveCount(1);
    await look(page, 'missing-3-written', '.content');
  });

  await test.step('and the assistant says it', async () => {
    await customer.say('Is it possible to have shears sharpened?');
    await expect(customer.message(ANSWER)).toBeVisible();
  });

  await test.step('until it is removed', async () => {
    await page.getByRole('button', { name: /^More for .*shears/ }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('dialog', { name: 'Remove answer' }).getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByText('None yet.')).toBeVisible();
  });
});
