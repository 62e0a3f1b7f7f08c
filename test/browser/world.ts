import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';

/** What run.mjs started, and how to get in. */

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the browser tests with "npm run test:browser".`);
  return value;
};

/** A server with a store of its own: tests share the store's queue, so each worker of Playwright's has one. */
export interface World {
  demo: string;
  mailbox: string;
  /** The link that `npm start` printed. It works once. */
  signIn: string;
  state: string;
}

export const WORLDS = JSON.parse(need('BATON_WORLDS')) as World[];
const world = WORLDS[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
if (!world) throw new Error('There are more workers than servers.');

export const DEMO = world.demo;
export const ORIGIN = new URL(DEMO).origin;
export const MAILBOX = world.mailbox;
export const STATE = world.state;

const ARGS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: need('CHROMIUM_SHELL'), args: ARGS });

/** With Web Push and all else that a browser without windows goes without. */
export const launchWhole = () => chromium.launch({ executablePath: need('CHROMIUM_PATH'), args: ARGS });

/** Clicks through the page that a link opens. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/dashboard/**');
}

/** Mails that let somebody in; alerts to the team come to the same address at any moment. */
const LETS_IN = /Sign in to Baton|invited you to/;

/** The link in the newest such mail to this address, read in the local mailbox as a developer would. */
export async function mailedLink(page: Page, email: string, mailbox = MAILBOX): Promise<string> {
  let link = '';
  await expect(async () => {
    await page.goto(mailbox);
    const mail = page.getByRole('listitem').filter({ hasText: email }).filter({ hasText: LETS_IN }).first();
    await mail.getByRole('link').click({ timeout: 5_000 });
    const lets = page.getByRole('link', { name: /\/sign-in\?token=/ }).first();
    link = (await lets.getAttribute('href', { timeout: 5_000 })) ?? '';
    // One that was used answers 409, whoever used it: an older mail is none that a story waits for.
    expect((await page.request.get(link)).status()).toBe(200);
  }).toPass({ timeout: 30_000 });
  return link;
}

export interface Team {
  store: { id: string; key: string; name: string };
  ana: Awaited<ReturnType<BrowserContext['storageState']>>;
  dele: Awaited<ReturnType<BrowserContext['storageState']>>;
}

export const teamFile = (state = STATE) => join(state, 'team.json');
export const readTeam = () => JSON.parse(readFileSync(teamFile(), 'utf8')) as Team;
