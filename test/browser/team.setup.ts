import { writeFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { enter, launch, mailedLink, type Team, teamFile, WORLDS, type World } from './world';

export default async function gatherTeams(): Promise<void> {
  const browser = await launch();
  for (const world of WORLDS) await gather(browser, world);
  await browser.close();
}

/** Ana owns the demo store and has the printed link; Dele was invited, and has a mail. Both links are spent here, once. */
async function gather(browser: Browser, { demo, mailbox, signIn: printed, state }: World): Promise<void> {
  const signIn = async (linkFor: (page: Page) => string | Promise<string>): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL: new URL(demo).origin });
    const page = await context.newPage();
    await enter(page, await linkFor(page));
    return context;
  };
  const ana = await signIn(() => printed);
  const dele = await signIn((page) => mailedLink(page, 'dele@voltandvine.example', mailbox));
  const me = (await (await ana.request.get('/api/me')).json()) as { stores: Team['store'][] };
  const store = me.stores[0];
  if (!store) throw new Error('The owner of the demo store has no store');
  const team: Team = { store, ana: await ana.storageState(), dele: await dele.storageState() };
  writeFileSync(teamFile(state), JSON.stringify(team));
}
