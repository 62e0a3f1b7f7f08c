import { expect, ORIGIN, test } from './fixtures';

/** What a customer may write, and what a browser may refuse. */

const MARKUP = '<img src=x onerror=alert(1)> <b>bold</b> javascript:alert(1) [x](javascript:alert(1))';
/** Four thousand characters, as the field takes them, and 24 kB as a frame. */
const CONTROLS = `Lamp${'\u001b'.repeat(3_996)}`;
/** The first name is in Cyrillic letters that look like Latin ones. */
const LINKS = 'https://аррӏе.com/login or https://shop.example/lamps, and javascript:alert(1)';
const LONG = `Where is it?${'Unbroken'.repeat(490)}`;

test('what a customer writes stays text, and stays in its place', async ({ shop, staff }) => {
  const { customer, page } = await shop({ viewport: { width: 390, height: 844 } });
  await customer.open();
  await customer.say(LONG);
  // The greeting, and an answer.
  await expect(customer.from('Assistant', /./)).toHaveCount(2);
  await customer.ask();
  await customer.box.fill(CONTROLS);
  await customer.box.press('Enter');
  await customer.say(MARKUP);
  await customer.box.fill(LINKS);
  await customer.box.press('Enter');
  const ana = await staff('ana');
  await ana.open('Waiting', customer.guest);
  await expect(ana.message('Lamp').first()).toBeVisible();
  await expect(customer.log.getByText(/ · Seen$/)).toBeVisible();
  for (const side of [customer, ana]) {
    const links = side.message('javascript:alert(1)').last().getByRole('link');
    await expect(links).toHaveText(['https://xn--80ak6aa92e.com/login', 'https://shop.example/lamps']);
    for (const link of await links.all()) {
      await expect(link).toHaveAttribute('target', '_blank');
      await expect(link).toHaveAttribute('rel', /noopener noreferrer/);
    }
  }
  await expect(ana.message(MARKUP)).toBeVisible();
  await expect(ana.message('Unbroken')).toBeVisible();

  for (const [tab, log] of [
    [page, customer.log],
    [ana.page, ana.log],
  ] as const) {
    await expect(log.getByRole('article').locator('img[src="x"], b, a[href^="javascript"]')).toHaveCount(0);
    const wide = await tab.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    expect(wide).toBe(false);
    expect(await log.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
  }
  for (const width of [1440, 390]) {
    await ana.page.setViewportSize({ width, height: 844 });
    const story = ana.page.getByRole('region', { name: 'What happened so far' });
    await expect(story).toContainText('Where is it?');
    expect(await story.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(false);
    const below = await ana.log.evaluate((element) => element.clientHeight);
    expect(below, 'height that is left for the messages').toBeGreaterThan(120);
  }
  await customer.button('Cancel request').click();
  await expect(customer.button('Talk to a person')).toBeVisible();
});

test('a link to a conversation that nobody began is answered, and not asked again for ever', async ({
  shop,
  staff,
  team,
}) => {
  const { customer } = await shop();
  await customer.open();
  const ana = await staff('ana');
  await ana.page.goto(`${ORIGIN}/dashboard/${team.store.id}/inbox/${customer.conversation}`);
  await expect(ana.page.getByText('This conversation does not exist, or belongs to another store.')).toBeVisible();
});

test('in a browser that keeps nothing, both sides still talk', async ({ shop, staff }) => {
  const nothing = () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('Blocked', 'SecurityError');
        },
      });
  };
  const { customer, page } = await shop();
  await page.addInitScript(nothing);
  await page.reload();
  await customer.open();
  await customer.say('Do you have a 65 W charger?');
  await expect(customer.products).toBeVisible();
  await customer.ask();
  const ana = await staff('ana');
  await ana.page.addInitScript(nothing);
  await ana.goToInbox();
  await ana.open('Waiting', customer.guest);
  await ana.reply('Yes, two of them.');
  await expect(customer.from('Ana', 'Yes, two of them.')).toBeVisible();
  await ana.end('Resolved');
  await expect(
    customer.message('Support session ended.').or(customer.log.getByText('Support session ended.')),
  ).toBeVisible();
});
