import { expect, ORIGIN, test } from './fixtures';
import { pictures } from './widths';

/** The pages that no list of the dashboard leads to, in every width and theme, beside those of `pages.spec.ts`. */

test.skip(Boolean(process.env.CI), 'Pictures are for whoever looks at them.');

test('a chat, a chat on paper, the first steps, and the page to sign in', async ({
  shop,
  staff,
  staffBrowser,
  team,
}) => {
  test.setTimeout(120_000);
  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  const ana = await staff('ana');
  await ana.open('Waiting', customer.guest);
  await ana.button('Take over').click();
  await expect(ana.button('End session')).toBeVisible();
  await pictures(ana.page, 'conversation');
  const id = new URL(ana.page.url()).pathname.split('/').at(-1) ?? '';
  await customer.leave();
  await ana.page.goto(`/dashboard/${team.store.id}/history/${id}/print`);
  await expect(ana.page.getByRole('heading').first()).toBeVisible();
  await pictures(ana.page, 'print');
  await ana.goToInbox();
  await ana.page.getByRole('button', { name: /^First steps/ }).click();
  await pictures(ana.page, 'first-steps');
  const context = await staffBrowser.newContext({ baseURL: ORIGIN });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await pictures(page, 'sign-in');
  await context.close();
});
