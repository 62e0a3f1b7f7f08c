import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  chromium,
  expect,
  type Page,
} from '@playwright/test';
import { Customer, type Words } from './customer';
import { Staff } from './staff';
import { Watch } from './watch';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set. Run the browser tests with "npm run test:browser".`);
  return value;
};

export const DEMO = need('BATON_DEMO');
export const ORIGIN = new URL(DEMO).origin;
export const MAILBOX = need('BATON_MAILBOX');
/** The link that `npm start` printed. It works once: `team` spends it. */
const PRINTED_LINK = need('BATON_SIGN_IN');
export const STATE = need('BATON_STATE');

const launch = () =>
  chromium.launch({
    executablePath: need('CHROMIUM_PATH'),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });

type SignedIn = Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
interface Team {
  store: { id: string; key: string; name: string };
  ana: SignedIn;
  dele: SignedIn;
}

/** Clicks through the page that a link opens. */
export async function enter(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/dashboard/**');
}

/** The link in the newest mail to this address, read in the local mailbox as a developer would. */
export async function mailedLink(page: Page, email: string): Promise<string> {
  await expect(async () => {
    await page.goto(MAILBOX);
    await page.getByRole('listitem').filter({ hasText: email }).first().getByRole('link').click({ timeout: 1_000 });
  }).toPass({ timeout: 10_000 });
  const link = page.getByRole('link', { name: /\/sign-in\?token=/ }).first();
  return (await link.getAttribute('href')) ?? '';
}

/** Ana owns the demo store and has the printed link; Dele was invited, and has a mail. */
async function gatherTeam(browser: Browser): Promise<Team> {
  const signIn = async (linkFor: (page: Page) => Promise<string>): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL: ORIGIN });
    const page = await context.newPage();
    await enter(page, await linkFor(page));
    return context;
  };
  const ana = await signIn(async () => PRINTED_LINK);
  const dele = await signIn((page) => mailedLink(page, 'dele@voltandvine.example'));
  const me = (await (await ana.request.get('/api/me')).json()) as { stores: Team['store'][] };
  const store = me.stores[0];
  if (!store) throw new Error('The owner of the demo store has no store');
  const team = { store, ana: await ana.storageState(), dele: await dele.storageState() };
  await Promise.all([ana.close(), dele.close()]);
  return team;
}

interface Tab {
  customer: Customer;
  page: Page;
  watch: Watch;
}

interface Fixtures {
  watches: Watch[];
  /** A customer of their own in the demo shop, with a browser profile of their own. */
  shop: (options?: BrowserContextOptions & { words?: Words; at?: string }) => Promise<Tab>;
  /** Somebody of the team in the inbox, on duty. */
  staff: (who: 'ana' | 'dele', options?: BrowserContextOptions) => Promise<Staff>;
}

interface WorkerFixtures {
  /** Two processes, as two people have. */
  customerBrowser: Browser;
  staffBrowser: Browser;
  team: Team;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  customerBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  staffBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const browser = await launch();
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  team: [async ({ staffBrowser }, use) => use(await gatherTeam(staffBrowser)), { scope: 'worker' }],

  // biome-ignore lint/correctness/noEmptyPattern: as above
  watches: async ({}, use) => {
    const watches: Watch[] = [];
    await use(watches);
    for (const watch of watches) await watch.check();
  },

  shop: async ({ customerBrowser, watches }, use) => {
    const open: { close(): Promise<void> }[] = [];
    await use(async ({ words, at = DEMO, ...options } = {}) => {
      const context = await customerBrowser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
      open.push(context);
      const watch = new Watch(context);
      watches.push(watch);
      const page = await context.newPage();
      await page.goto(at);
      return { customer: new Customer(page, words), page, watch };
    });
    for (const context of open) await context.close();
  },

  staff: async ({ staffBrowser, team, watches }, use) => {
    const open: { close(): Promise<void> }[] = [];
    await use(async (who, options = {}) => {
      const context = await staffBrowser.newContext({
        baseURL: ORIGIN,
        storageState: team[who],
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      open.push(context);
      watches.push(new Watch(context));
      const person = new Staff(await context.newPage(), who === 'ana' ? 'Ana' : 'Dele');
      await person.goToInbox();
      return person;
    });
    for (const context of open) await context.close();
  },
});

export { expect };
