import type { Page } from '@playwright/test';
import { fits } from './fits';
import { expect, mailedLink, ORIGIN, test } from './fixtures';
import { listenTo } from './heard';
import { look } from './look';
import { Staff } from './staff';

/** Goes on with Tab until this has the focus: so it can be reached, and one sees where one is. */
async function tabTo(page: Page, what: ReturnType<Page['locator']>): Promise<void> {
  await expect(what).toBeVisible();
  for (let n = 0; n < 40 && !(await what.evaluate((one) => one === document.activeElement)); n++)
    await page.keyboard.press('Tab');
  await expect(what).toBeFocused();
  expect(await what.evaluate((one) => one.matches(':focus-visible'))).toBe(true);
}

/** Notes on the page itself what has the focus in the moment in which this goes away. */
async function noteFocusOnceGone(page: Page, selector: string): Promise<() => Promise<string | undefined>> {
  await page.evaluate((gone) => {
    new MutationObserver((_, observer) => {
      if (document.querySelector(gone)) return;
      observer.disconnect();
      document.documentElement.dataset.focusThen = document.activeElement?.nodeName;
    }).observe(document.body, { childList: true, subtree: true });
  }, selector);
  return () => page.evaluate(() => document.documentElement.dataset.focusThen);
}

const EMAIL = 'tomas@voltandvine.example';

test('from the sign-in page to the end of a chat without a mouse, and what is new is said once', async ({
  shop,
  staffBrowser,
}) => {
  const { customer } = await shop();
  await customer.open();
  const { customer: second } = await shop();
  await second.open();
  const context = await staffBrowser.newContext({ baseURL: ORIGIN, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const tomas = new Staff(page, 'Tomas');
  const { keyboard } = page;
  const palette = page.getByRole('dialog', { name: 'Commands' });
  const heading = () => tomas.talk(customer.guest).getByRole('heading', { name: customer.guest });

  await test.step('signs in', async () => {
    await page.goto('/sign-in');
    await tabTo(page, page.getByRole('textbox', { name: 'Email address' }));
    await keyboard.type(EMAIL);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
    await page.goto(await mailedLink(page, EMAIL));
    await tabTo(page, page.getByRole('button', { name: 'Sign in', exact: true }));
    await keyboard.press('Enter');
    await expect(page.getByRole('switch', { name: 'On duty' })).toBeEnabled();
  });
  const said = await listenTo(page);

  await test.step('hears once who waits, also of two at the same moment, and goes there by W', async () => {
    await Promise.all([customer.ask(), second.ask()]);
    for (const { guest } of [customer, second]) await expect(tomas.row('Waiting', guest)).toBeVisible();
    const heard = await said();
    for (const { guest } of [customer, second]) {
      const about = heard.filter((one) => one.includes(`${guest} is waiting`));
      expect(about).toEqual([`${guest} is waiting: Asked for a person`]);
    }
    await second.button('Cancel request').click();
    await expect(tomas.row('Waiting', second.guest)).toBeHidden();
    await expect(async () => {
      await keyboard.press('w');
      await expect(heading()).toBeFocused({ timeout: 1_000 });
    }).toPass({ timeout: 10_000 });
  });

  await test.step('? shows the keys, and Escape leads back', async () => {
    await keyboard.press('?');
    const keys = page.getByRole('dialog', { name: 'Keys' });
    await expect(keys).toContainText('Next who waits');
    await look(page, 'keys-1-help', '.dialog');
    await fits(page);
    await keyboard.press('c');
    await keyboard.press('Escape');
    await expect(keys).toBeHidden();
    await expect(heading()).toBeFocused();
    await expect(tomas.button('Take over')).toBeVisible();
  });

  await test.step('J and K go along the rows and leave open what is open', async () => {
    const row = tomas.row('Waiting', customer.guest);
    await keyboard.press('j');
    await keyboard.press('k');
    await expect(page.locator('[data-row]:focus-visible')).toHaveCount(1);
    await expect(row).toHaveAttribute('aria-current', 'true');
  });

  await test.step('takes over by C, and replies by R: letters are text in the field', async () => {
    await keyboard.press('c');
    await expect(tomas.button('End session')).toBeVisible();
    await keyboard.press('r');
    await expect(tomas.replyBox).toBeFocused();
    await keyboard.type('we can resend it, ok?');
    await expect(tomas.replyBox).toHaveValue('we can resend it, ok?');
    await expect(page.getByRole('dialog')).toBeHidden();
    await said();
    await keyboard.press('Control+Enter');
    await expect(customer.from('Tomás', 'we can resend it, ok?')).toBeVisible();
    await expect(tomas.message('we can resend it, ok?')).toHaveCount(1);
    await customer.say('Yes please');
    await expect(tomas.message('Yes please')).toBeVisible();
    const heard = await said();
    for (const words of ['we can resend it, ok?', 'Yes please'])
      expect(heard.filter((one) => one.includes(words))).toHaveLength(1);
  });

  await test.step('a note by N, from the heading', async () => {
    await tabTo(page, tomas.button('Transfer'));
    await keyboard.press('n');
    await keyboard.type('Resend order');
    await keyboard.press('Control+Enter');
    await expect(tomas.note('Resend order')).toBeVisible();
  });

  await test.step('the palette finds chats, pages and commands by words, from the field too', async () => {
    await keyboard.press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await look(page, 'keys-2-palette', '.dialog');
    await keyboard.type(customer.guest.toLowerCase());
    await expect(palette.getByRole('option', { selected: true })).toContainText(customer.guest);
    await palette.getByRole('combobox').fill('weekly zz');
    await expect(palette.getByRole('status')).toHaveText('Nothing here has these words.');
    await palette.getByRole('combobox').fill('business');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Business hours', level: 2 })).toBeVisible();
    await keyboard.press('Control+k');
    await expect(palette.getByRole('combobox')).toBeFocused();
    await keyboard.type(customer.guest);
    await keyboard.press('Enter');
    await expect(heading()).toBeFocused();
  });

  await test.step('transfer by T, thought better of', async () => {
    await keyboard.press('t');
    await expect(page.getByRole('dialog', { name: 'Transfer chat' })).toBeVisible();
    const after = await noteFocusOnceGone(page, 'dialog');
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    // At once: a letter that comes before the next frame would be written into the reply.
    expect(await after()).toBe('H2');
    await expect(heading()).toBeFocused();
  });

  await test.step('ends it by E', async () => {
    await keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'End session' });
    const first = dialog.getByRole('radio', { name: 'Resolved' });
    await expect(first).toBeFocused();
    await expect(first).not.toBeChecked();
    await keyboard.press('Space');
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(customer.log.getByText('Support session ended. The assistant is back to help.')).toBeVisible();
  });

  await test.step('keys of one letter are off where somebody wants them off, on every page from then on', async () => {
    await keyboard.press('?');
    const off = page.getByRole('switch', { name: 'Keys of one letter' });
    await tabTo(page, off);
    await tomas.kept(() => keyboard.press('Space'));
    await expect(off).toHaveAttribute('aria-checked', 'false');
    await keyboard.press('Escape');
    await page.reload();
    await expect(heading()).toBeVisible();
    await keyboard.press('?');
    await keyboard.press('r');
    await keyboard.press('Control+k');
    await expect(palette).toBeVisible();
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
    await page.request.put('/api/me/choices', { data: { singleKeys: true }, headers: { origin: ORIGIN } });
  });
  await context.close();
});
