import type { Page } from '@playwright/test';
import type { PushText } from '../../src/protocol/push';
import { type Pushed, startPushService } from '../routes/push-service.ts';
import { expect, ORIGIN } from './fixtures';

/** A browser that shows notices. Its subscription is put in here, since no push service is reachable. */

const HOME = '/dashboard/';

/** Whoever is signed in gets a device here. @returns what their push service has received, opened, oldest first */
export async function turnOnNotices(page: Page): Promise<() => Promise<(Pushed & { words: PushText })[]>> {
  const service = await startPushService();
  const { key } = await (await page.request.get('/api/me/push')).json();
  const made = await page.request.post(`${service}/subscribe`, { data: { key } });
  const subscription = (await made.json()) as { endpoint: string };
  const put = await page.request.put('/api/me/push', { data: subscription, headers: { origin: ORIGIN } });
  expect(put.status()).toBe(200);
  const { user } = (await (await page.request.get('/api/me')).json()) as { user: { id: string } };
  await page.evaluate(
    async ([home, id]) => {
      await navigator.serviceWorker.register(`${home}worker.js`, { scope: home });
      await navigator.serviceWorker.ready;
      localStorage.setItem('baton:notices', id);
    },
    [HOME, user.id] as const,
  );
  return async () => {
    const received = await page.request.get(`${service}/received/${subscription.endpoint.split('/').at(-1)}`);
    return ((await received.json()) as Pushed[]).map((one) => ({ ...one, words: JSON.parse(one.text) as PushText }));
  };
}

/** What the system shows now: its words, and which chat each is about. */
export const shown = (page: Page) =>
  page.evaluate(async (home) => {
    const system = await navigator.serviceWorker.getRegistration(home);
    return ((await system?.getNotifications()) ?? []).map(({ title, tag }) => ({ title, tag }));
  }, HOME);

/** Hands the service worker a push, as the browser does when its push service has one, and sees it shown. */
export async function push(page: Page, text: PushText): Promise<void> {
  await deliver(page, JSON.stringify(text));
  await expect.poll(() => shown(page)).toContainEqual({ title: text.title, tag: text.tag });
}

/** @returns the numbers that the worker has put on the app's icon since */
export async function noteBadges(page: Page): Promise<() => Promise<number[]>> {
  const worker = page.context().serviceWorkers()[0];
  if (!worker) throw new Error('No service worker runs');
  await worker.evaluate(() => {
    const noted: number[] = [];
    Object.assign(globalThis, { noted });
    Object.assign(navigator, { setAppBadge: async (n: number) => void noted.push(n) });
  });
  return () => worker.evaluate(() => (globalThis as unknown as { noted: number[] }).noted);
}

/** Whatever a push may carry. */
export async function deliver(page: Page, data: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const registered = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ scopeURL }) => scopeURL.endsWith(HOME));
      if (ours) resolve(ours.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const registrationId = await registered;
  await session.send('ServiceWorker.deliverPushMessage', { origin: ORIGIN, registrationId, data });
  await session.detach();
}

/** Presses “Take over” on a notification. */
export async function takeOver(page: Page, tag: string): Promise<void> {
  const [worker] = page.context().serviceWorkers();
  // In words: what a service worker has is not typed beside what a page has.
  await worker?.evaluate(`(async () => {
    const [notification] = await self.registration.getNotifications({ tag: '${tag}' });
    self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: 'claim' }));
  })()`);
}
