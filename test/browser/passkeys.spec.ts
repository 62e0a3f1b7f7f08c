import type { CDPSession, Page } from '@playwright/test';
import { fits } from './fits';
import { enter, expect, mailedLink, ORIGIN, test } from './fixtures';
import { look } from './look';

const EMAIL = 'tomas@voltandvine.example';

/** A device with a screen lock that knows its user, and answers when it is told to. */
async function authenticator(cdp: CDPSession): Promise<{ touch: (on: boolean) => Promise<unknown> }> {
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: false,
    },
  });
  return {
    touch: (enabled) => cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
  };
}

async function toProfile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tomás Rivera' }).click();
  await page.getByRole('menuitem', { name: 'Your profile' }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tomás Rivera' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

test('a passkey: made on the profile page, in with it instead of a link, renamed, removed, and then refused', async ({
  staffBrowser,
}) => {
  const context = await staffBrowser.newContext({ baseURL: ORIGIN, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const { touch } = await authenticator(await context.newCDPSession(page));
  const data = { email: EMAIL };
  await page.request.post('/api/auth/magic-link', { data, headers: { origin: ORIGIN } });
  await enter(page, await mailedLink(page, EMAIL));
  await toProfile(page);
  await touch(true);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  const keys = page.getByRole('list', { name: 'Passkeys' });
  await expect(keys.getByRole('listitem')).toContainText(['Linux, Chrome']);
  await expect(keys).toContainText('Not used yet');
  await look(page, 'passkeys');
  await fits(page);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByRole('alert')).toContainText('This device has a passkey of yours already.');
  await touch(false);
  await signOut(page);

  const offered = page.getByRole('button', { name: 'Sign in with a passkey' });
  await expect(offered).toBeVisible();
  await look(page, 'page-sign-in-passkey');
  await touch(true);
  await offered.click();
  await expect(page.getByRole('switch', { name: 'On duty' })).toBeEnabled();
  await toProfile(page);
  await expect(keys).toContainText(/Last used: (Today|Yesterday)/);
  await page.getByRole('button', { name: 'Rename Linux, Chrome' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename Linux, Chrome' });
  await rename.getByRole('textbox', { name: 'Name' }).fill('Workshop laptop');
  await rename.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Remove Workshop laptop' }).click();
  const remove = page.getByRole('dialog', { name: 'Remove Workshop laptop?' });
  await remove.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No passkey yet.')).toBeVisible();

  await touch(false);
  await signOut(page);
  await touch(true);
  await offered.click();
  await expect(page.getByRole('alert')).toContainText('This passkey could not be used here.');
  await expect(page.getByRole('textbox', { name: 'Email address' })).toBeVisible();
  await context.close();
});
