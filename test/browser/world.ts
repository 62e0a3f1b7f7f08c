import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';

/** What run.mjs started, and how to get in. */

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the browser tests with "npm run test:browser".`);
  return value;
};

export const DEMO = need('BATON_DEMO');
export const ORIGIN = new URL(DEMO).origin;
export const MAILBOX = need('BATON_MAILBOX');
/** The link that `npm start` printed. It works once. */
export const PRINTED_LINK = need('BATON_SIGN_IN');
export const STATE = need('BATON_STATE');

export const launch = () =>
  chromium.launch({
    executablePath: need('CHROMIUM_PATH'),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

/** Clicks through the page that a link opens. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/dashboard/**');
}

/** Mails that let somebody in; alerts to the team come to the same address at any moment. */
const LETS_IN = /Sign in to Baton|invited you to/;

/** The link in the newest such mail to this address, read in the local mailbox as a developer would. */
export async function mailedLink(page: Page, email: string): Promise<string> {
  await expect(async () => {
    await page.goto(MAILBOX);
    const mail = page.getByRole('listitem').filter({ hasText: email }).filter({ hasText: LETS_IN }).first();
    await mail.getByRole('link').click({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  const link = page.getByRole('link', { name: /\/sign-in\?token=/ }).first();
  return (await link.getAttribute('href')) ?? '';
}

export interface Team {
  store: { id: string; key: string; name: string };
  ana: Awaited<ReturnType<BrowserContext['storageState']>>;
  dele: Awaited<ReturnType<BrowserContext['storageState']>>;
}

export const TEAM_FILE = join(STATE, 'team.json');
export const readTeam = () => JSON.parse(readFileSync(TEAM_FILE, 'utf8')) as Team;
