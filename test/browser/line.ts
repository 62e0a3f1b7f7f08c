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

/** Lets what comes in over a dashboard's conversations be held back, so that two of them can act on the same view. */
export async function holdable(page: Page) {
  const held: (() => void)[] = [];
  const sent: string[] = [];
  let holding = false;
  await page.routeWebSocket(/\/staff\/conversations\//, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((frame) => {
      sent.push(String(frame));
      server.send(frame);
    });
    server.onMessage((frame) => {
      if (holding) held.push(() => socket.send(frame));
      else socket.send(frame);
    });
  });
  return {
    hold: () => {
      holding = true;
    },
    release: () => {
      holding = false;
      for (const deliver of held.splice(0)) deliver();
    },
    /** Whether a frame of this type went out. */
    sent: (type: string) => sent.some((frame) => frame.includes(`"type":"${type}"`)),
  };
}
