import { writeFileSync } from 'node:fs';
import type { BrowserContext, Page } from '@playwright/test';
import { enter, launch, mailedLink, ORIGIN, PRINTED_LINK, TEAM_FILE, type Team } from './world';

/** Ana owns the demo store and has the printed link; Dele was invited, and has a mail. Both links are spent here, once. */
export default async function gatherTeam(): Promise<void> {
  const browser = await launch();
  const signIn = async (linkFor: (page: Page) => string | Promise<string>): Promise<BrowserContext> => {
    const context = await browser.newContext({ baseURL: ORIGIN });
    const page = await context.newPage();
    await enter(page, await linkFor(page));
    return context;
  };
  const ana = await signIn(() => PRINTED_LINK);
  const dele = await signIn((page) => mailedLink(page, 'dele@voltandvine.example'));
  const me = (await (await ana.request.get('/api/me')).json()) as { stores: Team['store'][] };
  const store = me.stores[0];
  if (!store) throw new Error('The owner of the demo store has no store');
  const team: Team = { store, ana: await ana.storageState(), dele: await dele.storageState() };
  writeFileSync(TEAM_FILE, JSON.stringify(team));
  await browser.close();
}
