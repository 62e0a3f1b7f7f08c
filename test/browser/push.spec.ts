import { EVERYTHING } from '../../src/domain/notices';
import { WORKER_WORDS } from '../../src/words/worker';
import { deliver, noteBadges, push, shown, turnOnNotices } from './device';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** Notices that come although no page is looked at. What one opens is told in shift.spec. */

test.use({ whole: true });

test('the dashboard can be installed; a device is turned on and tested; what says that somebody waits is closed when nobody does', async ({
  staff,
  shop,
  team,
}) => {
  const ana = await staff('ana', { permissions: ['notifications'] });
  const { page } = ana;
  const received = await turnOnNotices(page);
  const session = await page.context().newCDPSession(page);
  const manifest = await session.send('Page.getAppManifest');
  expect(manifest.errors).toEqual([]);
  const app = JSON.parse(manifest.data ?? '{}') as { display: string; start_url: string; icons: { src: string }[] };
  expect(app).toMatchObject({ display: 'standalone', start_url: '/dashboard/' });
  for (const path of [app.start_url, ...app.icons.map(({ src }) => src)])
    expect((await page.request.get(path)).status(), path).toBe(200);
  await session.detach();
  await page.goto(`/dashboard/${team.store.id}/settings/notices`);
  await expect(page.getByRole('switch', { name: 'Notices on this device' })).toHaveAttribute('aria-checked', 'true');
  const mentions = page.getByRole('combobox', { name: 'Mentions' });
  await mentions.selectOption('None');
  const quiet = page.getByRole('switch', { name: 'Quiet hours', exact: true });
  await quiet.click();
  await expect(page.getByLabel('Quiet from')).toHaveValue('22:00');
  await look(page, 'settings-notices', '.content');
  await quiet.click();
  await page.getByRole('button', { name: 'Send me a test' }).click();
  await expect(page.getByRole('status', { name: 'Test' })).toHaveText('A test is on its way.');
  const [sent] = await received();
  if (!sent) throw new Error('The push service received nothing');
  await push(page, sent.words);
  expect(await shown(page)).toEqual([{ title: 'This is a test', tag: 'test' }]);
  // A browser takes the subscription away from whoever shows nothing.
  await deliver(page, 'not what we send');
  await expect.poll(() => shown(page)).toContainEqual({ title: WORKER_WORDS.en.unreadable, tag: 'unreadable' });
  await page.reload();
  await expect(mentions).toHaveValue('none');
  // Of two choices in a hurry the first takes longer on its way.
  const notices = `**/api/stores/${team.store.id}/notices`;
  await page.route(notices, (route) => setTimeout(() => void route.continue(), 500), { times: 1 });
  await mentions.selectOption('All');
  await page.getByRole('combobox', { name: 'Customers who wait' }).selectOption('Urgent only');
  const kept = async () => (await (await page.request.get('/api/me')).json()).stores[0].notices.kinds;
  await expect.poll(kept).toMatchObject({ mentions: 'all', waiting: 'urgent' });

  const { customer } = await shop();
  const { customer: upset } = await shop();
  await customer.open();
  await upset.open();
  await ana.goToInbox();
  // As where another tab is before its reader: a browser without a window always says that it is seen.
  await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await customer.ask();
  const row = ana.row('Waiting', customer.guest);
  await expect(row).toBeVisible();
  await upset.say('This is a scam, I want my money back');
  const urgent = { title: `${upset.guest} is waiting: Refund, urgent`, tag: upset.conversation };
  await expect.poll(() => shown(page)).toContainEqual(urgent);
  expect((await shown(page)).map(({ tag }) => tag)).not.toContain(customer.conversation);
  await upset.button('Cancel request').click();
  await expect.poll(() => shown(page)).not.toContainEqual(urgent);
  const asBefore = { data: EVERYTHING, headers: { origin: ORIGIN } };
  expect((await page.request.put(`/api/stores/${team.store.id}/notices`, asBefore)).status()).toBe(200);
  const open = (await row.getAttribute('href')) ?? '';
  const told = { title: `${customer.guest} is waiting`, tag: open.split('/').at(-1) ?? '' };
  const badges = await noteBadges(page);
  await push(page, { ...told, body: '', open, claim: true, takeOver: 'Take over', waiting: 3, urgent: false });
  await expect.poll(badges).toEqual([3]);
  await customer.button('Cancel request').click();
  await expect.poll(() => shown(page)).not.toContainEqual(told);
});
