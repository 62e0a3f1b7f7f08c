import { DEMO, expect, ORIGIN, test } from './fixtures';
import { look } from './look';
import { otherShop } from './other-shop';

/** What the script tag does to a merchant's page, and what it leaves alone. */

test('a page view without a conversation asks the Worker for nothing', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  await expect(customer.launcher).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked = watch.urls.filter((url) => url.startsWith(ORIGIN)).map((url) => new URL(url).pathname);
  expect(asked.filter((path) => !path.startsWith('/demo'))).toEqual(['/widget.js']);

  // Near it the files come, which are assets; the Worker is asked from the press on, before the button is let go.
  const has = (path: string) => watch.urls.some((url) => new URL(url).pathname === path);
  await customer.launcher.hover();
  await expect.poll(() => has('/warm')).toBe(true);
  expect(has('/panel')).toBe(false);
  await page.mouse.down();
  await expect.poll(() => has('/panel')).toBe(true);
  await expect(customer.box).toBeHidden();
  await page.mouse.up();
  await expect(customer.box).toBeVisible();
  await expect.poll(() => watch.urls.some((url) => url.endsWith('/widget/socket'))).toBe(true);
});

test('what a customer loads is cached for a year where its name is a hash, and asked after where it is not', async ({
  shop,
}) => {
  const { customer, page } = await shop({ at: 'about:blank' });
  const kept = new Map<string, string>();
  page.on('response', (answer) => {
    const { origin, pathname } = new URL(answer.url());
    if (origin === ORIGIN) kept.set(pathname, answer.headers()['cache-control'] ?? '');
  });
  await page.goto(DEMO);
  await customer.open();
  await customer.say('Do you have a 65 W charger?');
  await expect(customer.products).toBeVisible();
  await expect(customer.button('Add photos or files')).toBeVisible();
  await expect(customer.button('More')).toBeVisible();

  expect(kept.get('/widget.js')).toBe('public, max-age=300, stale-while-revalidate=86400');
  const hashed = [...kept].filter(([path]) => /^\/(panel|host)\//.test(path));
  for (const [path, said] of hashed) {
    expect(path).toMatch(/^\/(host\/[\w-]{6}\.js|panel\/[a-z]+-[\w-]{8}(\.(js|css)|\/en(-\w+)?\.js))$/);
    expect(said, path).toBe('public, max-age=31536000, immutable');
  }
  // Each kind of part, so that none is left out of the rule.
  for (const kind of ['/host/', '/panel/', '/panel/parts-', '/panel/files-', '/panel/more-', '/panel/words-', '.css'])
    expect(
      hashed.some(([path]) => path.includes(kind)),
      kind,
    ).toBe(true);
});

test('who asks too often is told so kindly, and gets in without doing anything', async ({ shop }) => {
  const { customer, page, watch } = await shop();
  watch.expectErrors(/429/);
  const refused = { error: { code: 'too_fast', message: 'Too fast' } };
  let refuses = true;
  await page.route('**/widget/session', (route) =>
    refuses ? route.fulfill({ status: 429, json: refused }) : route.continue(),
  );
  await customer.launcher.click();
  await expect(customer.panel.getByText('That was a little fast. Please wait a moment.')).toBeVisible();
  refuses = false;
  await expect(customer.box).toBeVisible();
  await expect(customer.panel.getByRole('alert').filter({ hasText: 'a little fast' })).toHaveCount(0);
});

test('a panel that could not come does not stay over the shop, and is asked for again with what was said', async ({
  shop,
}) => {
  const { customer, page, watch } = await shop();
  watch.expectErrors(/ERR_FAILED/);
  let cut = true;
  await page.route(
    ({ pathname }) => pathname === '/panel',
    (route) => (cut ? route.abort() : route.continue()),
  );
  const goes = async () => {
    await expect.poll(() => page.frames().some((frame) => frame.url().startsWith('chrome-error:'))).toBe(true);
    await expect(async () => {
      await page.clock.fastForward(11_000);
      await expect(page.getByRole('dialog')).toBeHidden({ timeout: 500 });
    }).toPass({ timeout: 10_000 });
  };
  await page.clock.install();
  await page.evaluate(() =>
    (window as unknown as { Baton: unknown[] }).Baton.push(['send', 'Do you have a 65 W charger?']),
  );
  await goes();
  await customer.launcher.click();
  await goes();
  cut = false;
  await customer.launcher.click();
  await expect(customer.box).toBeFocused();
  await expect(customer.from('You', 'Do you have a 65 W charger?')).toHaveCount(1);
  await page.clock.fastForward(11_000);
  await expect(customer.products).toBeVisible();
});

test('in a shop on another origin', async ({ shop, team }) => {
  const { url, server } = await otherShop(team.store.key);
  try {
    const { customer, page } = await shop({ at: url });
    await customer.open();
    await expect(customer.panel.getByRole('heading', { name: team.store.name })).toBeVisible();
    await customer.say('Do you have a 65 W charger?');
    await expect(customer.products).toBeVisible();
    await customer.box.press('Escape');
    await expect(customer.launcher).toBeFocused();
    await page.reload();
    await customer.launcher.click();
    await expect(customer.from('You', 'Do you have a 65 W charger?')).toHaveCount(1);
  } finally {
    server.close();
  }
});

test('whoever goes on in the shop while the panel is on its way keeps the focus there', async ({ shop, team }) => {
  const { url, server } = await otherShop(team.store.key);
  try {
    const { customer, page } = await shop({ at: url });
    const field = page.getByRole('textbox', { name: 'Search' });
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('input'), { ariaLabel: 'Search' }));
    });
    const held = Promise.withResolvers<void>();
    await page.route(/\/panel\?/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await customer.launcher.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await field.pressSequentially('kett');
    held.resolve();
    await expect(customer.box).toBeVisible();
    await expect(customer.panel.getByText(team.store.name).first()).toBeVisible();
    await page.keyboard.type('le');
    await expect(field).toHaveValue('kettle');
    await expect(customer.box).toHaveValue('');

    await customer.panel.getByRole('button', { name: 'Close chat' }).click();
    await customer.launcher.click();
    await expect(customer.box).toBeFocused();
    await page.keyboard.type('Hello');
    await expect(customer.box).toHaveValue('Hello');
  } finally {
    server.close();
  }
});

test('a store key that nobody knows: the page is left alone, and both places say why', async ({ shop }) => {
  const { url, server } = await otherShop('nobody-knows-me');
  try {
    const { customer, page, watch } = await shop({ at: url });
    watch.expectErrors(/404/);
    await expect(page.getByRole('heading', { name: 'Lamps' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(watch.warnings).toEqual([]);
    expect(watch.urls.filter((asked) => asked.startsWith(ORIGIN))).toEqual([`${ORIGIN}/widget.js`]);

    await customer.launcher.click();
    await expect(customer.panel.getByText('This chat is not set up for this shop.')).toBeVisible();
    await expect.poll(() => watch.warnings).toEqual(['Baton: no store has the key "nobody-knows-me".']);
    await customer.panel.getByRole('button', { name: 'Close chat' }).click();
    await customer.launcher.click();
    await expect(customer.panel.getByText('This chat is not set up for this shop.')).toBeVisible();
    await look(page, 'panel-unknown-store', 'baton-chat');
    expect(watch.warnings).toHaveLength(1);
  } finally {
    server.close();
  }
});
