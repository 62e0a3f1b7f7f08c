import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from '@playwright/test';
import { Customer, type Words } from './customer';
import { cuttable } from './line';
import { Staff } from './staff';
import { Watch } from './watch';

import { DEMO, enter, launch, launchWhole, mailedLink, ORIGIN, readTeam, type Team } from './world';

export { DEMO, enter, MAILBOX, mailedLink, ORIGIN, STATE } from './world';

/** The contexts of one test: watched from their first page on, checked before they close. */
class Opened {
  private readonly all: { context: BrowserContext; watch: Watch }[] = [];

  async open(browser: Browser, options: BrowserContextOptions): Promise<{ page: Page; watch: Watch }> {
    const context = await browser.newContext(options);
    const watch = new Watch(context);
    this.all.push({ context, watch });
    return { page: await context.newPage(), watch };
  }

  async close(): Promise<void> {
    try {
      for (const { watch } of this.all) await watch.check();
    } finally {
      for (const { context } of this.all) await context.close();
    }
  }
}

interface Tab {
  customer: Customer;
  page: Page;
  watch: Watch;
}

interface Fixtures {
  /** A customer of their own in the demo shop, with a browser profile of their own. */
  shop: (options?: BrowserContextOptions & { words?: Words; at?: string }) => Promise<Tab>;
  /** Somebody of the team in the inbox, on duty. */
  staff: (who: 'ana' | 'dele', options?: BrowserContextOptions) => Promise<Staff>;
  /** Somebody who was invited, let in by the link in their mail, with lines that can be cut; `whole`: with Web Push. */
  newcomer: (
    name: string,
    email: string,
    options?: BrowserContextOptions & { whole?: boolean },
  ) => Promise<Staff & { line: Awaited<ReturnType<typeof cuttable>> }>;
}

interface WorkerFixtures {
  /** Two processes, as two people have. */
  customerBrowser: Browser;
  staffBrowser: Browser;
  /** Whether the staff's browser is one with Web Push. */
  whole: boolean;
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
  whole: [false, { scope: 'worker', option: true }],
  staffBrowser: [
    async ({ whole }, use) => {
      const browser = await (whole ? launchWhole() : launch());
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  team: [async ({}, use) => use(readTeam()), { scope: 'worker' }],

  shop: async ({ customerBrowser }, use) => {
    const opened = new Opened();
    await use(async ({ words, at = DEMO, ...options } = {}) => {
      const { page, watch } = await opened.open(customerBrowser, {
        viewport: { width: 1280, height: 800 },
        ...options,
      });
      await page.goto(at);
      return { customer: new Customer(page, words), page, watch };
    });
    await opened.close();
  },

  staff: async ({ staffBrowser, team }, use) => {
    const opened = new Opened();
    await use(async (who, options = {}) => {
      const { page, watch } = await opened.open(staffBrowser, {
        baseURL: ORIGIN,
        storageState: team[who],
        viewport: { width: 1440, height: 900 },
        ...options,
      });
      const person = new Staff(page, who === 'ana' ? 'Ana' : 'Dele', watch);
      await person.goToInbox();
      return person;
    });
    await opened.close();
  },

  newcomer: async ({ staffBrowser }, use) => {
    const opened = new Opened();
    const own: Browser[] = [];
    await use(async (name, email, { whole, ...options } = {}) => {
      const size = { width: 1440, height: 900 };
      const browser = whole ? await launchWhole() : staffBrowser;
      if (whole) own.push(browser);
      const { page, watch } = await opened.open(browser, { baseURL: ORIGIN, viewport: size, ...options });
      // The mailbox shows mails without their scripts, and the browser says so.
      watch.expectErrors(/\/dev\/mailbox\//);
      const link = await mailedLink(page, email);
      const line = await cuttable(page);
      await enter(page, link);
      return Object.assign(new Staff(page, name, watch), { line });
    });
    await opened.close();
    for (const browser of own) await browser.close();
  },
});

export { expect };
