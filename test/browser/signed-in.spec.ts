import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { sign } from 'hono/jwt';
import { sealToken } from '../../src/accounts/tokens';
import { addressHash } from '../../src/channels/mail/address';
import { Customer } from './customer';
import { fits } from './fits';
import { DEMO, expect, ORIGIN, STATE, test } from './fixtures';
import { look } from './look';

/** Customers whom the shop signs in: the demo shop’s server does what Settings tells merchants to do. */

const WORDS = 'Do you have HDMI cables?';

/** By the shop’s own button: its next page brings the token. */
async function shopSays(page: Page, button: 'Sign in' | 'Sign out'): Promise<void> {
  await page.getByRole('navigation', { name: 'Service' }).getByRole('button', { name: button }).click();
  await page.getByRole('button', { name: button === 'Sign in' ? 'Sign out' : 'Sign in', exact: true }).waitFor();
}

/** What stands in a mail to this address; how it comes there is told without a browser. */
async function mailLink(store: string, conversation: string, address: string): Promise<string> {
  const { authSecret } = JSON.parse(readFileSync(join(STATE, 'dev.json'), 'utf8')) as { authSecret: string };
  const claims = { store, conversation, address: await addressHash(address), id: crypto.randomUUID() };
  return `${ORIGIN}/mail/chat?lang=en#${await sealToken(authSecret, 'return', claims, Date.now())}`;
}

/** The shop’s page hands on a token, or says that nobody is signed in; what it is told of that, it notes. */
const identify = (page: Page, token: string | null) =>
  page.evaluate((given) => {
    const shop = window as unknown as { Baton: unknown[]; told?: string[] };
    if (!shop.told) {
      const told: string[] = [];
      shop.told = told;
      shop.Baton.push(['on', 'identity', ({ is }: { is: string }) => told.push(is)]);
    }
    shop.Baton.push(['identify', { token: given }]);
  }, token);
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: string[] }).told);

test('a customer signs in, goes on from another device, and leaves nothing where they sign out', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const { customer, page } = await shop();
  await test.step('what they said while they were nobody is theirs, also in the field', async () => {
    await customer.open();
    await customer.say(WORDS);
    await customer.box.fill('Half a sentence');
    await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain('Half a sentence');
    await shopSays(page, 'Sign in');
    await expect(customer.from('You', WORDS)).toBeVisible();
    await expect(customer.box).toHaveValue('Half a sentence');
    await customer.box.fill('');
  });
  await test.step('the team sees who it is, and that it is verified', async () => {
    await ana.inbox.getByRole('link', { name: /^Mila Petrova/ }).click();
    const facts = ana.page.getByRole('complementary', { name: 'Customer' });
    await expect(facts.getByText('Signed in')).toBeVisible();
    await expect(facts.getByText('Verified by the shop')).toBeVisible();
    await expect(facts.getByText('mila@customers.example')).toBeVisible();
    await look(ana.page, 'chat-signed-in', 'main', 'desktop');
  });
  const phone = await shop();
  await test.step('another device shows the same, live', async () => {
    await shopSays(phone.page, 'Sign in');
    await phone.customer.open();
    await expect(phone.customer.from('You', WORDS)).toBeVisible();
    await phone.customer.say('And DisplayPort?');
    await expect(customer.from('You', 'And DisplayPort?')).toBeVisible();
  });
  const tab = new Customer(await page.context().newPage());
  await tab.page.goto(DEMO);
  await tab.launcher.click();
  await expect(tab.from('You', 'And DisplayPort?')).toBeVisible();
  await test.step('signed out, the device has forgotten it; the other one has not', async () => {
    const told = page.waitForResponse((response) => response.url().endsWith('/widget/sign-out'));
    await shopSays(page, 'Sign out');
    expect((await told).status()).toBe(204);
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('token');
    // Its other tab still has the page, and the token in it.
    await expect(tab.page.getByRole('dialog')).toBeHidden();
    await tab.open();
    await expect(tab.message(WORDS)).toHaveCount(0);
    await tab.page.close();
    await page.reload();
    await customer.open();
    await expect(customer.message(WORDS)).toHaveCount(0);
    await phone.customer.say('Still here');
  });
  await test.step('the link in a mail opens it where nothing is kept: by a press, and then without one', async () => {
    const link = await mailLink(team.store.id, phone.customer.conversation, 'mila@customers.example');
    const { customer: back, page: mail } = await shop({ at: link });
    await expect(mail).toHaveURL(`${ORIGIN}/mail/chat?lang=en`);
    const button = mail.getByRole('button', { name: 'Open the chat' });
    await button.click();
    await expect(back.from('You', 'Still here')).toBeVisible();
    await mail.goto('about:blank');
    await mail.goto(link);
    await expect(back.from('You', 'Still here')).toBeVisible();
    await expect(button).toBeHidden();
  });
  await test.step('who signs in there next sees their own', async () => {
    await page.request.post(`${DEMO}/sign-in`, { form: { as: 'jonas' } });
    await page.reload();
    await customer.say('I am Jonas');
    await expect(customer.log).not.toContainText(WORDS);
    await expect(ana.inbox.getByRole('link', { name: /^Jonas Weber/ })).toBeVisible();
  });
});

test('the secret is made on its page, shown once, and signs in whom the shop’s page names', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  await ana.goToSettings('Signed-in customers');
  await page.getByRole('button', { name: /^Make a (secret|new one)$/ }).click();
  await expect(page.getByRole('status', { name: 'Secret changed' })).toContainText('not shown again');
  const shown = page.locator('.snippet code').first();
  await expect(shown).toHaveText(/^idn_[\w-]{43}$/);
  const secret = await shown.innerText();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('php');
  await expect(page.getByText('hash_hmac')).toBeVisible();
  await page.getByRole('textbox', { name: 'Token' }).fill('eyJhbGciOiJub25lIn0.e30.');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('alert')).toHaveText('It is not signed with HS256.');
  await look(page, 'settings-identity', 'html', 'desktop');
  await fits(page);

  const { customer, page: pages, watch } = await shop();
  const token = (seconds: number) => {
    const exp = Math.floor(Date.now() / 1_000) + seconds;
    return sign({ sub: 'lena', name: 'Lena Marsh', aud: team.store.key, exp }, secret, 'HS256');
  };
  // The browser says of each refusal that there was one.
  watch.expectErrors(/\/widget\/session/);
  await customer.open();
  await customer.say(WORDS);
  await test.step('the page is asked for another token where one has run out, and the chat goes on', async () => {
    await identify(pages, await token(-120));
    await expect.poll(() => told(pages)).toContain('identity_expired');
    await identify(pages, await token(300));
    await customer.say('It is me, Lena');
    await expect(customer.from('You', WORDS)).toBeVisible();
    await expect.poll(() => pages.evaluate(() => JSON.stringify(localStorage))).toContain('customer');
  });
  await test.step('one that cannot be right is told to the page, and takes nothing from the customer', async () => {
    await identify(pages, 'e30.e30.e30');
    await expect.poll(() => told(pages)).toContain('identity_refused');
    await customer.say('Still here');
    await expect(customer.from('You', WORDS)).toBeVisible();
  });
});
