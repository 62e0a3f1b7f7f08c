import type { Page, Request } from '@playwright/test';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { pictures } from './widths';

/** Every page of the dashboard, in every width and theme, as its own navigation leads there. */

/** What still moves, where somebody wants no motion. */
async function isStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((one) => {
        const { animationName, transitionDuration } = getComputedStyle(one);
        return animationName !== 'none' || /[1-9]/.test(transitionDuration);
      })
      .map((one) => `${one.tagName}.${one.className}`),
  );
  expect.soft(moving, page.url()).toEqual([]);
}

/** @returns whether everything that the page has asked the server for came, and nothing more was asked for since last time */
function watchRequests(page: Page): () => boolean {
  const open = new Set<Request>();
  let asked = 0;
  page.on('request', (request) => {
    asked += 1;
    open.add(request);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  let before = -1;
  return () => {
    const isQuiet = open.size === 0 && asked === before;
    before = asked;
    return isQuiet;
  };
}

test('every page fits a phone and a window at 200 %, stands still for who wants that, and axe finds nothing', async ({
  staff,
}) => {
  test.setTimeout(300_000);
  const { page } = await staff('ana');
  const quiet = watchRequests(page);
  const rail = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const settings = page.getByRole('navigation', { name: 'Settings' }).getByRole('link');
  const seen = new Set<string>();
  const visit = async (href: string) => {
    await page.locator(`a[href="${href}"]`).first().click();
    await expect(page).toHaveURL(new RegExp(`${href}(/|$)`));
    await expect(page.getByRole('main').getByRole('heading').last()).toBeVisible();
    await expect.poll(quiet).toBe(true);
    const name = href.split('/').slice(3).join('-');
    seen.add(name);
    await pictures(page, name);
    await look(page, `page-${name}`, 'html', seen.size % 2 ? 'phone' : 'desktop');
    await fits(page);
    await isStill(page);
  };
  const hrefs = (links: typeof rail) =>
    links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? '').filter((one) => one.startsWith('/')));
  for (const href of await hrefs(rail)) await visit(href);
  for (const href of await hrefs(settings)) await visit(href);
  expect(seen.size).toBeGreaterThan(15);
});
