import { enter, expect, MAILBOX, mailedLink, ORIGIN, test } from './fixtures';

const EMAIL = 'tomas@voltandvine.example';

test('a sign-in link works once, and opening it is not using it', async ({ staffBrowser }) => {
  const context = await staffBrowser.newContext({ baseURL: ORIGIN });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Email address' }).fill(EMAIL);
  await page.getByRole('button', { name: 'Email me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  const link = await mailedLink(page, EMAIL);

  // As a mail scanner does, before the person.
  for (const method of ['get', 'head', 'get'] as const)
    expect((await context.request[method](link)).status()).toBe(200);
  await page.goto(link);
  await page.reload();
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('baton.session_token');

  await enter(page, link);
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  expect(page.url()).not.toContain('token');

  const again = await (await staffBrowser.newContext()).newPage();
  await again.goto(link);
  await expect(again.getByRole('heading', { name: 'This link was used' })).toBeVisible();
  await expect(again.getByRole('textbox', { name: 'Email address' })).toBeVisible();
  await again.context().close();
  await context.close();
});

test('an address that nobody has gets the same answer, and no mail', async ({ staffBrowser }) => {
  const page = await (await staffBrowser.newContext()).newPage();
  await page.goto(`${ORIGIN}/sign-in`);
  await page.getByRole('textbox', { name: 'Email address' }).fill('nobody@voltandvine.example');
  await page.getByRole('button', { name: 'Email me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Check your email' })).toBeVisible();
  await page.goto(MAILBOX);
  await expect(page.getByRole('listitem').filter({ hasText: 'nobody@' })).toHaveCount(0);
  await page.context().close();
});

test('without a session the dashboard leads to the sign-in page', async ({ staffBrowser }) => {
  const page = await (await staffBrowser.newContext()).newPage();
  await page.goto(`${ORIGIN}/dashboard/`);
  await expect(page.getByRole('textbox', { name: 'Email address' })).toBeVisible();
  await page.context().close();
});
