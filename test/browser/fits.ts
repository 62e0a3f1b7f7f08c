import { expect, type Page } from '@playwright/test';

/** 320 px wide, and a window of 1280 × 800 at 200 %: in CSS pixels, half of it. */
const SIZES = [
  { width: 320, height: 640 },
  { width: 640, height: 400 },
];

/** That nothing of a page is lost in a small window: it does not scroll sideways, nor does what scrolls in it. */
export async function fits(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => {
      const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
      const all = [document.documentElement, ...document.querySelectorAll('*')];
      return all
        .filter((one) => one === document.documentElement || scrolls(one))
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'auto')
        .map((one) => `${one.tagName}.${one.className} ${one.scrollWidth} > ${one.clientWidth}`);
    });
    expect.soft(wide, `wider than ${size.width}`).toEqual([]);
    // What hides its overflow cuts it off instead.
    const cut = await page.evaluate(() => {
      const shown = [...document.querySelectorAll('button, input, select, textarea, a')];
      return shown
        .filter((one) => one.checkVisibility() && !one.closest('.sr, [aria-hidden="true"]'))
        .map((one) => ({ one, box: one.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.left < -1 || box.right > innerWidth + 1))
        .filter(({ one }) => !one.closest('.subnav ul'))
        .map(({ one, box }) => `${one.outerHTML.slice(0, 120)} ${Math.round(box.left)}–${Math.round(box.right)}`);
    });
    expect.soft(cut, `cut off at ${size.width}`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}
