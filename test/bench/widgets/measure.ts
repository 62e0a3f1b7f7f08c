import { brotliCompressSync } from 'node:zlib';
import type { Browser, Frame, Page } from '@playwright/test';

/** How much slower than this machine the visitor's is. */
const SLOWDOWN = 4;
const QUIET = 1_500;

export interface Visit {
  /** Compressed with brotli, whatever this server did, each response once. */
  bytes: number;
  requests: number;
  /** Milliseconds of long tasks beyond the first 50 of each, at the slowdown. */
  blocking: number;
  /** The layout shifts' sum (CLS without windows). */
  shift: number;
}

interface Seen {
  blocking: number;
  shift: number;
  /** Milliseconds since 1970: the first press in the page, and its first paint. */
  pressed?: number;
  painted?: number;
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export const medianOf = (visits: Visit[]): Visit => ({
  bytes: median(visits.map(({ bytes }) => bytes)),
  requests: median(visits.map(({ requests }) => requests)),
  blocking: median(visits.map(({ blocking }) => blocking)),
  shift: median(visits.map(({ shift }) => shift)),
});

/** A page of a browser that has never been here, slowed down. */
async function slowPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  // In frames too: whoever looks into one from outside, while it is being drawn, slows it down.
  await page.addInitScript(() => {
    const seen: Seen = { blocking: 0, shift: 0 };
    Object.assign(window, { seen });
    const each = (type: string, add: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(add)).observe({ type, buffered: true });
    const at = ({ timeStamp }: Event) => {
      seen.pressed ??= performance.timeOrigin + timeStamp;
    };
    each('longtask', ({ duration }) => {
      seen.blocking += Math.max(0, duration - 50);
    });
    each('layout-shift', (entry) => {
      seen.shift += (entry as PerformanceEntry & { value: number }).value;
    });
    each('paint', ({ name, startTime }) => {
      if (name === 'first-contentful-paint') seen.painted = performance.timeOrigin + startTime;
    });
    addEventListener('keydown', at, { capture: true });
    addEventListener('pointerdown', at, { capture: true });
  });
  return page;
}

const seenIn = (frame: Page | Frame): Promise<Seen> => frame.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** What a page costs whose visitor clicks nothing. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const page = await slowPage(browser);
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const size = response.body().then(
      (body) =>
        /^image\//.test(response.headers()['content-type'] ?? '') ? body.length : brotliCompressSync(body).length,
      () => 0,
    );
    sizes.push(size);
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(QUIET);
  const { blocking, shift } = await seenIn(page);
  const all = await Promise.all(sizes);
  await page.context().close();
  return { bytes: all.reduce((sum, size) => sum + size, 0), requests: all.length, blocking, shift };
}

/**
 * @param near the pointer came to the button before
 * @returns milliseconds: `paint` from the press to the panel's first, `blocking` of the shop's page up to the press
 */
export async function openPanel(
  browser: Browser,
  url: string,
  near: boolean,
): Promise<{ paint: number; blocking: number }> {
  const page = await slowPage(browser);
  await page.goto(url, { waitUntil: 'networkidle' });
  const button = page.getByRole('button', { name: 'Open chat' });
  if (near) {
    await button.hover();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(QUIET);
  }
  const { blocking } = await seenIn(page);
  if (near) {
    await page.mouse.down();
    await page.mouse.up();
  } else {
    await button.focus();
    await page.keyboard.press('Enter');
  }
  await page.waitForTimeout(QUIET);
  const panel = page.frames().find((frame) => new URL(frame.url()).pathname === '/panel');
  const { painted } = (await panel?.waitForSelector('[role=dialog]')) && panel ? await seenIn(panel) : {};
  const { pressed } = await seenIn(page);
  await page.context().close();
  return { paint: (painted ?? Number.NaN) - (pressed ?? Number.NaN), blocking };
}
