import type { BrowserContext, Page } from '@playwright/test';
import type { PushText } from '../../src/protocol/push';
import { type Pushed, startPushService } from '../routes/push-service.ts';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** Notices that come although no page is looked at: the subscription is put in here, since no push service is reachable. */

const HOME = '/dashboard/';

/** What the system shows now: its words, and which chat each is about. */
const shown = (page: Page) =>
  page.evaluate(async (home) => {
    const system = await navigator.serviceWorker.getRegistration(home);
    return ((await system?.getNotifications()) ?? []).map(({ title, tag }) => ({ title, tag }));
  }, HOME);

/** Hands the service worker a push, as the browser does when its push service has one. */
async function push(context: BrowserContext, page: Page, text: PushText): Promise<void> {
  const session = await context.newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith(HOME));
      if (ours) resolve(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  const data = JSON.stringify(text);
  await session.send('ServiceWorker.deliverPushMessage', { origin: ORIGIN, registrationId, data });
  await session.detach();
}

test('a device is turned on and tested; a push opens its chat and takes it over, and is closed when nobody waits', async ({
  staff,
  shop,
  team,
}) => {
  const ana = await staff('ana', { permissions: ['notifications'] });
  const { page } = ana;
  const context = page.context();
  const service = await startPushService();
  const { key } = await (await page.request.get('/api/me/push')).json();
  const made = await page.request.post(`${service}/subscribe`, { data: { key } });
  const subscription = await made.json();
  const put = await page.request.put('/api/me/push', { data: subscription, headers: { origin: ORIGIN } });
  expect(put.status()).toBe(200);
  await page.evaluate(
    async ([home, id]) => {
      await navigator.serviceWorker.register(`${home}worker.js`, { scope: home });
      await navigator.serviceWorker.ready;
      localStorage.setItem('baton:notices', id);
    },
    [HOME, (await (await page.request.get('/api/me')).json()).user.id] as const,
  );

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
  const received = await page.request.get(`${service}/received/${subscription.endpoint.split('/').at(-1)}`);
  const [test] = (await received.json()) as Pushed[];
  await push(context, page, JSON.parse(test?.text ?? '{}') as PushText);
  await expect.poll(() => shown(page)).toEqual([{ title: 'This is a test', tag: 'test' }]);
  await page.reload();
  await expect(mentions).toHaveValue('none');
  await mentions.selectOption('All');

  const asked = async () => {
    const { customer } = await shop();
    await customer.open();
    await customer.ask();
    await ana.goToInbox();
    const row = ana.row('Waiting', customer.guest);
    await expect(row).toBeVisible();
    const path = (await row.getAttribute('href')) ?? '';
    const tag = path.split('/').at(-1) ?? '';
    const title = `${customer.guest} is waiting`;
    const text = { title, body: '', tag, open: path, claim: true, waiting: 1, urgent: false };
    await push(context, page, text);
    await expect.poll(() => shown(page)).toContainEqual({ title, tag });
    return { customer, tag, title };
  };

  const first = await asked();
  const [worker] = context.serviceWorkers();
  // In words: what a service worker has is not typed beside what a page has.
  await worker?.evaluate(`(async () => {
    const [notification] = await self.registration.getNotifications({ tag: '${first.tag}' });
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: 'claim' }));
  })()`);
  await expect(ana.talk(first.customer.guest).getByRole('button', { name: 'End session' })).toBeVisible();
  await first.customer.button('Back to the assistant').click();
  await first.customer.button('Leave').click();

  const second = await asked();
  await second.customer.button('Cancel request').click();
  await expect.poll(() => shown(page)).not.toContainEqual({ title: second.title, tag: second.tag });
});
