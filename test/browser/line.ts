import type { Page } from '@playwright/test';

/** Lets a dashboard's connections be cut and mended, as a tunnel does, without an error on the console. */
export async function cuttable(page: Page): Promise<{ cut: () => Promise<void>; mend: () => Promise<void> }> {
  const open = new Set<{ close: () => Promise<void> }>();
  let isCut = false;
  await page.routeWebSocket(/\/staff\//, (socket) => {
    if (isCut) return void socket.close({ code: 1012 });
    const server = socket.connectToServer();
    open.add({
      close: async () => {
        // The page first: what it would send in between had nowhere to go.
        await socket.close({ code: 1012 });
        await server.close();
      },
    });
  });
  return {
    async cut() {
      isCut = true;
      for (const one of open) await one.close();
      open.clear();
    },
    async mend() {
      isCut = false;
      // What the browser says when a network is back; the page would try by itself, only later.
      await page.evaluate(() => dispatchEvent(new Event('online')));
    },
  };
}
