import { DEMO, expect, ORIGIN, test } from './fixtures';
import { otherShop } from './other-shop';
import { tunnel } from './tunnel';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('the panel is the screen, ends where the keyboard begins, and closes by the way back', async ({ shop }) => {
  const { customer, page } = await shop(PHONE);
  await page.goto(`${DEMO}/help/warranty-two-years`);
  const router = { ...(await page.evaluate(() => history.state)), page: 'warranty' };
  await page.evaluate((state) => {
    history.replaceState(state, '');
    Object.assign(window, { told: [] as unknown[] });
    addEventListener('popstate', ({ state }) => (window as unknown as { told: unknown[] }).told.push(state));
  }, router);
  const length = await page.evaluate(() => history.length);
  const told = () => page.evaluate(() => (window as unknown as { told: unknown[] }).told);
  const dialog = page.getByRole('dialog').first();

  await customer.launcher.tap();
  await expect(customer.box).toBeFocused();
  expect(await dialog.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
  expect(await customer.box.evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize))).toBeGreaterThan(
    15,
  );

  await test.step('with the keyboard up, which this browser does not have', async () => {
    await page.evaluate(() => {
      Object.defineProperties(visualViewport, {
        height: { configurable: true, get: () => 480 },
        offsetTop: { configurable: true, get: () => 120 },
      });
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await expect.poll(() => dialog.boundingBox()).toMatchObject({ y: 120, height: 480 });
    const field = await customer.box.boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(600);
    await page.evaluate(() => {
      for (const name of ['height', 'offsetTop']) delete (visualViewport as unknown as Record<string, unknown>)[name];
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await expect.poll(() => dialog.boundingBox()).toMatchObject({ y: 0, height: 844 });
  });

  await test.step('on a device that has areas of its own', async () => {
    const device = await page.context().newCDPSession(page);
    const own = (insets: object) => device.send('Emulation.setSafeAreaInsetsOverride', { insets });
    await own({ top: 47, bottom: 34 });
    await expect.poll(() => dialog.locator('iframe').boundingBox()).toMatchObject({ y: 47, height: 844 - 47 - 34 });
    await own({});
    await expect.poll(() => dialog.locator('iframe').boundingBox()).toMatchObject({ y: 0, height: 844 });
  });

  await test.step('turned on its side', async () => {
    await page.setViewportSize({ width: 844, height: 390 });
    await expect.poll(() => dialog.boundingBox()).toMatchObject({ x: 0, y: 0, width: 844, height: 390 });
    await expect(customer.box).toBeInViewport();
    await page.setViewportSize(PHONE.viewport);
  });

  await page.goBack();
  await expect(customer.launcher).toBeFocused();
  expect(page.url()).toBe(`${DEMO}/help/warranty-two-years`);

  await test.step('closed by its button, it leaves nothing to go back through, and the shop’s router met its own states only', async () => {
    await customer.launcher.tap();
    await customer.button('Close chat').tap();
    await expect(customer.launcher).toBeFocused();
    await expect.poll(() => page.evaluate(() => history.state)).toEqual(router);
    for (const state of await told()) expect(state).toEqual(router);
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(length + 1);
    await page.goBack();
    await expect(page).toHaveURL(DEMO);
  });
});

test('a line that dies while the phone sleeps: what was said meanwhile comes once, on both sides', async ({
  shop,
  staff,
  team,
}) => {
  const way = await tunnel(ORIGIN);
  const { url, server } = await otherShop(team.store.key, '', way.origin);
  try {
    const { customer, watch } = await shop({ ...PHONE, at: url });
    watch.expectErrors(/panel-build\.txt/);
    await customer.open();
    await customer.ask();
    const ana = await staff('ana');
    await ana.open('Waiting', customer.guest);
    await ana.button('Take over').click();
    await ana.reply('Hello, Ana here.');
    await expect(customer.from('Ana', 'Hello, Ana here.')).toBeVisible();

    // As a phone does that is taken out of a pocket.
    const wake = () => customer.log.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

    await test.step('nothing was under way: nobody noticed before', async () => {
      way.kill();
      await ana.reply('One moment, I am looking.');
      await wake();
      await expect(customer.from('Ana', 'One moment, I am looking.')).toBeVisible();
    });
    await test.step('with words on their way', async () => {
      way.kill();
      await customer.say('It is order 10482.');
      await ana.reply('It left us yesterday.');
      await wake();
      await expect(ana.message('It is order 10482.')).toBeVisible();
      await expect(customer.from('Ana', 'It left us yesterday.')).toBeVisible();
    });
    for (const words of [
      'Hello, Ana here.',
      'One moment, I am looking.',
      'It left us yesterday.',
      'It is order 10482.',
    ]) {
      await expect(customer.message(words)).toHaveCount(1);
      await expect(ana.message(words)).toHaveCount(1);
    }
    await customer.leave();
  } finally {
    way.close();
    server.close();
  }
});
