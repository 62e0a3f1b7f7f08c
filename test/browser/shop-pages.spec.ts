import type { Page } from '@playwright/test';
import arabic from '../../widget/locales/ar.json' with { type: 'json' };
import english from '../../widget/locales/en.json' with { type: 'json' };
import type { Customer } from './customer';
import { expect, ORIGIN, test } from './fixtures';
import { PAGES, servePages } from './pages/serve';

/** The launcher on the shop pages of `pages/`, one after another, each with its own story. */

const host = (page: Page) => page.locator('baton-chat');
/** Where the launcher stands, from the corner of what is in sight. */
async function corner(page: Page, button = host(page).getByRole('button').first()) {
  const box = await button.boundingBox();
  const size = page.viewportSize();
  if (!box || !size) throw new Error('There is no launcher in sight');
  const { x, y, width, height } = box;
  return { left: x, right: size.width - x - width, bottom: size.height - y - height, width, height };
}
const CORNER = { right: 24, bottom: 24, width: 56, height: 56 };

/** Opens the panel, which takes the focus, and closes it, which gives it back. */
async function works(customer: Customer): Promise<void> {
  await customer.open();
  await customer.box.press('Escape');
  await expect(customer.launcher).toBeFocused();
}

test('on every page of a shop', async ({ shop, staff, team }) => {
  test.setTimeout(120_000);
  const { url, server } = await servePages(ORIGIN, team.store.key);
  const walked = new Set<string>();
  const at = (name: string) => {
    walked.add(name);
    return url + name;
  };
  try {
    await test.step('as pasted: one request, nothing moves, no cookie', async () => {
      const { customer, page, watch } = await shop({ at: 'about:blank' });
      await page.addInitScript(() => {
        const moved: string[] = [];
        Object.assign(window, { moved });
        new PerformanceObserver((list) => {
          for (const { entryType } of list.getEntries()) moved.push(entryType);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(at('01-as-pasted'));
      await expect(customer.launcher).toBeVisible();
      await page.waitForLoadState('networkidle');
      expect(watch.urls.filter((asked) => asked.startsWith(ORIGIN))).toEqual([`${ORIGIN}/widget.js`]);
      expect(await corner(page)).toMatchObject(CORNER);

      await page.mouse.move(1_150, 700);
      await expect.poll(() => watch.urls.some((asked) => asked.includes('/panel/'))).toBe(true);
      // Near is not open: of all that is asked for, nothing wakes the Worker.
      expect(watch.urls.filter((asked) => /\/(panel\?|widget\/)/.test(asked))).toEqual([]);
      await works(customer);
      expect(await page.evaluate(() => (window as Window & { moved?: string[] }).moved)).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      await expect(host(page)).toBeHidden();
    });

    await test.step('in the head: it stands after the page', async () => {
      const { customer, page } = await shop({ at: at('02-in-the-head') });
      expect(await corner(page)).toMatchObject(CORNER);
      await page.keyboard.press('Tab');
      await expect(page.getByRole('link')).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(customer.launcher).toBeFocused();
      await works(customer);
    });

    for (const name of ['03-module', '04-three-times', '05-strict-policy', '06-nonce', '07-isolated']) {
      await test.step(name, async () => {
        const { customer, page } = await shop({ at: at(name) });
        await works(customer);
        await expect(host(page)).toHaveCount(1);
        expect(await corner(page)).toMatchObject(CORNER);
        if (name === '07-isolated') expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      });
    }

    await test.step('right to left: in the other corner', async () => {
      const { customer, page } = await shop({ at: at('09-right-to-left'), words: arabic });
      expect(await corner(page)).toMatchObject({ left: 24, bottom: 24 });
      await works(customer);
    });

    await test.step('zoomed, turned, clipped and covered: none of it reaches the launcher', async () => {
      const { customer, page } = await shop({
        at: at('10-zoomed'),
        words: { ...english, openChat: 'Ask us, Open chat' },
      });
      expect(await corner(page)).toMatchObject({ right: 24, bottom: 24, height: 56 });
      await works(customer);
    });

    await test.step('the shop itself in a frame', async () => {
      const { page } = await shop({ at: at('11-framed') });
      const framed = page.frameLocator('iframe[title="Shop"]');
      await framed.getByRole('button', { name: 'Open chat' }).click();
      const panel = framed.getByRole('dialog').locator('iframe').contentFrame();
      await expect(panel.getByRole('textbox', { name: 'Message' })).toBeFocused();
    });

    await test.step('a script tag’s file of the day before: what it names is gone, and it works', async () => {
      const { customer, page, watch } = await shop({ at: 'about:blank' });
      watch.expectErrors(/\/host\//);
      await page.route(/\/host\/[\w-]+\.js/, (route) => route.abort());
      await page.goto(at('01-as-pasted'));
      await works(customer);
    });

    await test.step('thrown away by a script: it comes back, and so does what was said', async () => {
      const { customer, page } = await shop({ at: at('12-taken-away') });
      await customer.open();
      await customer.say('Which lamp is the green one?');
      await customer.box.press('Escape');
      await page.getByRole('button', { name: 'Throw away' }).click();
      await customer.launcher.click();
      await expect(customer.from('You', 'Which lamp is the green one?')).toHaveCount(1);
      await expect(host(page)).toHaveCount(1);
    });

    await test.step('thrown away each time: it gives up, and says nothing', async () => {
      const { page } = await shop({ at: at('13-never-wanted') });
      await expect(page.getByRole('status')).toHaveText('6');
      await expect(host(page)).toHaveCount(0);
    });

    await test.step('others that speak like the panel, or like the page: nobody listens', async () => {
      const { customer, page } = await shop({ at: at('15-intruders') });
      await works(customer);
      await customer.launcher.click();
      await customer.say('Who else is here?');
      await expect(page.getByText('Give me your password')).toHaveCount(0);
      expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('stolen');
      await expect(page.getByRole('button', { name: 'Give me' })).toHaveCount(0);
    });

    const { customer, page } = await shop({ at: at('08-single-page') });
    const ana = await staff('ana');
    const facts = ana.page.getByRole('complementary', { name: 'Customer' });
    const browsing = (title: string) => facts.getByRole('link', { name: title });

    await test.step('a page that changes without loading: staff see where the customer is', async () => {
      await customer.open();
      await customer.ask();
      await ana.waiting.getByRole('link', { name: customer.guest }).click();
      await expect(browsing('Lamps')).toBeVisible();
      await page.getByRole('button', { name: 'To the green lamp' }).click();
      await expect(browsing('The green lamp')).toHaveAttribute('href', `${url}08-single-page?lamp=green`);
      await page.getByRole('button', { name: 'Back' }).click();
      await expect(facts.locator(`a[href="${url}08-single-page"]`)).toBeVisible();
    });

    const heard = page.getByRole('list').getByRole('listitem');
    const said = (line: string) => heard.filter({ hasText: line });

    await test.step('what the page tells of its customer stands beside the chat, as the page’s word', async () => {
      await page.goto(at('14-calls'));
      await expect(said('ready')).toHaveCount(1);
      await expect(said('handoff {"is":"waiting"}')).toHaveCount(1);
      await expect(facts.getByText('Green lamp')).toBeVisible();
      await expect(facts.getByText('€79.80').first()).toBeVisible();
      await expect(facts.getByText('gold')).toBeVisible();
      await expect(facts.getByText('b2b')).toBeVisible();
      await page.getByRole('button', { name: 'Order' }).click();
      await expect(facts.getByText('L-2041').first()).toBeVisible();
      await expect(browsing('Order L-2041')).toHaveAttribute('href', `${url}orders/2041`);
      await expect(facts.getByText('Green lamp')).toHaveCount(0);
    });

    await test.step('the page opens the chat, and speaks for its customer', async () => {
      await expect(host(page).getByRole('button')).toHaveCount(0);
      await expect(customer.button('Cancel request')).toBeVisible();
      await customer.button('Cancel request').click();
      await expect(said('handoff {"is":"assistant"}')).toHaveCount(1);
      await page.getByRole('button', { name: 'Chat with us' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.getByRole('button', { name: 'Ask about this lamp' }).click();
      await expect(customer.from('You', 'Is the green lamp bright enough to read by?')).toHaveCount(1);
      await expect(said('message {"from":"assistant"}')).toHaveCount(1);
      await expect(said('close')).toHaveCount(1);
    });

    await test.step('leaving the shop clears the device, and the tag may come again', async () => {
      const keys = () => page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
      expect((await keys()).length).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Leave the shop' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      expect(await keys()).toEqual([]);
      await page.getByRole('button', { name: 'Put it in again' }).click();
      await expect(customer.launcher).toBeVisible();
      await works(customer);
      await expect(host(page)).toHaveCount(1);
    });
  } finally {
    server.close();
  }
  expect([...walked].sort()).toEqual(PAGES);
});
