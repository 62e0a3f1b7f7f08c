import AxeBuilder from '@axe-core/playwright';
import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** What only a browser shows of writing: lists out of the field, what is filled in, what waits on another device. */

test('a reply is put together from saved words, a product and an emoji, and a note calls a colleague', async ({
  shop,
  staff,
  team,
}) => {
  const { customer } = await shop();
  const ana = await staff('ana');
  const dele = await staff('dele');
  const { page } = ana;
  const list = page.getByRole('listbox', { name: 'Saved replies' });
  await customer.open();
  await customer.say('Which power banks do you have?');
  await expect(customer.products).toBeVisible();
  await customer.ask();

  await test.step('saved replies are written, and a variable needs words for when it is not known', async () => {
    await ana.goToSettings('Saved replies');
    await page.getByRole('button', { name: 'Add saved reply' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add saved reply' });
    await dialog.getByLabel('Short name').fill('refund');
    const text = dialog.getByLabel('Text', { exact: true });
    await text.fill('Hi {customer.name}, I’ve refunded {amount}.');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(text).toHaveAccessibleDescription(/^\{customer\.name\} needs words for when it is not known/);
    await text.fill('Hi , I’ve refunded {amount}.');
    await text.press('Home');
    for (let i = 0; i < 3; i++) await text.press('ArrowRight');
    await dialog.getByRole('button', { name: 'Insert variable' }).click();
    await page.getByRole('menuitem', { name: 'Customer’s name' }).click();
    const fallback = dialog.getByLabel(/is not known, say$/);
    await fallback.press('Enter');
    await expect(fallback).toHaveAccessibleDescription(/^These words are needed/);
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await fits(page);
    await fallback.fill('there');
    await fallback.press('Enter');
    await expect(text).toHaveValue('Hi {customer.name|there}, I’ve refunded {amount}.');
    await dialog.getByLabel('Language of the text').selectOption('de');
    await text.fill('Hallo {customer.name|und guten Tag}, erledigt.');
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText('/refund is saved.');
    await expect(page.getByRole('list', { name: 'For everybody' })).toContainText('English, German · Not sent yet');
    for (const [name, words] of MORE) {
      const data = { name, shared: false, texts: { en: words } };
      const path = `${ORIGIN}/api/stores/${team.store.id}/saved-replies`;
      const answer = await page.request.post(path, { data, headers: { origin: ORIGIN } });
      expect(answer.status()).toBe(201);
    }
    await page.reload();
    await expect(page.getByRole('list', { name: 'Only yours' }).getByRole('listitem')).toHaveCount(MORE.length);
    await fits(page);
  });

  await test.step('a slash opens them, typing searches, Escape leaves what was typed', async () => {
    await ana.goToInbox();
    await ana.open('Waiting', customer.guest);
    await ana.button('Take over').click();
    await expect(ana.button('End session')).toBeVisible();
    await ana.replyBox.fill('and/or');
    await expect(list).toBeHidden();
    await ana.replyBox.fill('');
    await ana.replyBox.pressSequentially('/re');
    await expect(list.getByRole('option').first()).toHaveAccessibleName(/^\/refund/);
    await expect(list.getByRole('option').first()).toContainText('Hi there, I’ve refunded {amount}.');
    await ana.replyBox.press('Escape');
    await expect(list).toBeHidden();
    await expect(ana.replyBox).toHaveValue('/re');
    await ana.replyBox.fill('');
    await ana.button('Saved replies').click();
    await expect(list.getByRole('option')).toHaveCount(MORE.length + 1);
    await ana.button('Saved replies').click();
    await expect(list).toBeHidden();
    await ana.button('Saved replies').click();
    await ana.replyBox.pressSequentially('refu');
    await expect(list.getByRole('option')).toHaveCount(1);
    await ana.replyBox.press('Enter');
    await expect(ana.replyBox).toHaveValue('Hi there, I’ve refunded {amount}.');
  });

  await test.step('a blank is marked, and nothing goes out while it stands there', async () => {
    await ana.replyBox.press('Control+Enter');
    await expect(page.getByRole('alert')).toContainText('Not sent. Fill in {amount} first.');
    await page.keyboard.type('€49');
    await expect(ana.replyBox).toHaveValue('Hi there, I’ve refunded €49.');
  });

  await test.step('an emoji and a product', async () => {
    await ana.replyBox.press('End');
    await ana.button('Emoji').click();
    const emoji = page.getByRole('dialog', { name: 'Emoji' });
    await expect(emoji.getByRole('button', { name: 'grinning face', exact: true })).toBeVisible();
    await emoji.getByRole('searchbox').fill('part');
    await emoji.getByRole('searchbox').fill('party popper');
    await emoji.getByRole('searchbox').press('Enter');
    await expect(ana.replyBox).toHaveValue('Hi there, I’ve refunded €49.🎉');
    await expect(ana.replyBox).toBeFocused();
    await ana.button('Show a product').click();
    const products = page.getByRole('dialog', { name: 'Show a product' });
    await expect(products.getByRole('option').first()).toBeVisible();
    await products.getByRole('combobox').fill('ondaro ari');
    await expect(products.getByRole('option').first()).toContainText('Ondaro Aria');
    const title = (await products.getByRole('option').first().locator('bdi').textContent()) ?? '';
    await products.getByRole('combobox').press('Enter');
    await expect(page.getByRole('list', { name: 'Products in this reply' })).toContainText(title);
    await look(page, 'composer-4-ready', '.composer');
    await fits(page);
    await ana.replyBox.press('Control+Enter');
    await expect(customer.from('Ana', 'Hi there, I’ve refunded €49.🎉')).toBeVisible();
    await expect(customer.products.getByRole('link')).toHaveAccessibleName(new RegExp(`^${title.slice(0, 10)}`));
    await expect(ana.message('Hi there, I’ve refunded €49.🎉').getByRole('list', { name: 'Products' })).toContainText(
      title,
    );
  });

  await test.step('Enter sends where somebody chose so, and never a note', async () => {
    await page.getByRole('button', { name: /sends$/ }).click();
    await ana.kept(() => page.getByRole('menuitemradio', { name: /^Enter sends/ }).click());
    await page.reload();
    await ana.replyBox.pressSequentially('/nothing-of-this-name');
    await expect(page.getByText('No saved reply has these words.')).toBeVisible();
    await ana.replyBox.press('Enter');
    await expect(ana.replyBox).toHaveValue('/nothing-of-this-name');
    await expect(page.getByText('No saved reply has these words.')).toBeHidden();
    await ana.replyBox.fill('First line');
    await ana.replyBox.press('Shift+Enter');
    await ana.replyBox.pressSequentially('second');
    await ana.replyBox.press('Enter');
    await expect(customer.from('Ana', 'First line\nsecond')).toBeVisible();
    await page.getByRole('heading', { name: customer.guest }).focus();
    await page.keyboard.press('n');
    const note = page.getByRole('textbox', { name: 'Private note' });
    await expect(note).toBeFocused();
    await note.pressSequentially('@de');
    await expect(page.getByRole('listbox', { name: 'Colleagues' }).getByRole('option')).toHaveCount(1);
    await note.press('Enter');
    await note.pressSequentially('is it back?');
    await note.press('Enter');
    await expect(note).toHaveValue('@Dele is it back?\n');
    await note.press('Control+Enter');
    await expect(ana.note('@Dele is it back?')).toBeVisible();
  });

  await test.step('whoever is named finds it, and it is gone when they have looked', async () => {
    const mention = dele.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mentions' });
    await expect(mention).toHaveAccessibleDescription(`Ana, in the chat with ${customer.guest}: @Dele is it back?`);
    await expect(dele.told).toContainText(`Ana mentioned you in the chat with ${customer.guest}`);
    await mention.click();
    await expect(dele.note('@Dele is it back?')).toContainText('mentions you');
    await expect(mention).toBeHidden();
  });

  await test.step('a saved reply that was sent is counted when its page is left', async () => {
    const path = `${ORIGIN}/api/stores/${team.store.id}/saved-replies`;
    const uses = async () => {
      const { replies } = (await (await page.request.get(path)).json()) as {
        replies: { name: string; uses: number }[];
      };
      return replies.find(({ name }) => name === 'refund')?.uses;
    };
    // Left by the reload above.
    await expect.poll(uses).toBe(1);
  });

  await ana.page.request.put(`${ORIGIN}/api/me/choices`, {
    data: { sendWith: 'ctrl_enter' },
    headers: { origin: ORIGIN },
  });
  await ana.end('Resolved');
});

const MORE = [
  ['hours', 'We are open from Monday to Friday, nine to six.'],
  ['return', 'You can print a free return label on your order’s page. Just drop the parcel at any post office.'],
  ['repair', 'We keep spare parts for every kettle since 2016.'],
  ['delivery', 'Two to three working days within the country, five to seven elsewhere.'],
  ['thanks', 'Thank you, {customer.name|and have a good day}.'],
  ['invoice', 'The invoice for {order.number|your order} is on its way to {customer.email|your address}.'],
  ['مرحبا', 'مرحبا {customer.name|بك}، كيف يمكنني مساعدتك اليوم؟'],
] as const;
