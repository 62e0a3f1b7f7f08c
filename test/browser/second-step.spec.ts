import { codeAt } from '../routes/totp';
import { enter, expect, mailedLink, ORIGIN, test } from './fixtures';
import { look } from './look';

const EMAIL = 'tomas@voltandvine.example';

test('a code after the link: turned on with an app, asked for at the next sign-in, and turned off', async ({
  staffBrowser,
}) => {
  const context = await staffBrowser.newContext({ baseURL: ORIGIN, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const link = async () => {
    await page.request.post('/api/auth/magic-link', { data: { email: EMAIL }, headers: { origin: ORIGIN } });
    return mailedLink(page, EMAIL);
  };
  await enter(page, await link());
  await page.getByRole('button', { name: 'Tomás Rivera' }).click();
  await page.getByRole('menuitem', { name: 'Your profile' }).click();
  await page.getByRole('button', { name: 'Turn on', exact: true }).click();
  const begin = page.getByRole('dialog', { name: 'Turn on' });
  await expect(begin.getByRole('img', { name: 'QR code for your authenticator app' })).toBeVisible();
  const secret = ((await begin.locator('code').textContent()) ?? '').replaceAll(' ', '');
  await look(page, 'second-step', '.dialog');
  await begin.getByRole('textbox', { name: 'Code' }).fill('000000');
  await begin.getByRole('button', { name: 'Turn on' }).click();
  await expect(begin.getByRole('alert')).toContainText('That code is not right');
  await begin.getByRole('textbox', { name: 'Code' }).fill(await codeAt(secret, Date.now()));
  await begin.getByRole('button', { name: 'Turn on' }).click();
  const codes = page.getByRole('dialog', { name: 'Your backup codes' });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  const [backup = ''] = await codes.getByRole('listitem').allTextContents();
  await codes.getByRole('button', { name: 'I have kept them' }).click();

  await page.getByRole('button', { name: 'Tomás Rivera' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.goto(await link());
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await look(page, 'page-code');
  await page.getByRole('textbox', { name: 'Code' }).fill(await codeAt(secret, Date.now() + 30_000));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('switch', { name: 'On duty' })).toBeEnabled();

  await page.getByRole('button', { name: 'Tomás Rivera' }).click();
  await page.getByRole('menuitem', { name: 'Your profile' }).click();
  await page.getByRole('button', { name: 'Turn off', exact: true }).click();
  const off = page.getByRole('dialog', { name: 'Turn off' });
  await off.getByRole('textbox', { name: 'Code' }).fill(backup);
  await off.getByRole('button', { name: 'Turn off' }).click();
  await expect(page.getByRole('button', { name: 'Turn on', exact: true })).toBeVisible();
  await context.close();
});
