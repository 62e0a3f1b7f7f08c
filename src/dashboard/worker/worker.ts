import type { PushText } from '../../protocol/push';
import { WORKER_WORDS } from '../../words/worker';

/**
 * What is left of the dashboard when none of its pages is open: shows a notice, opens the chat that it is about, and lets
 * somebody take it over from there. It keeps no page and no file: without a connection there is nobody to talk to.
 */

declare const self: ServiceWorkerGlobalScope;

const HOME = '/dashboard/';
/** Asks the page that opens to take the chat over. */
const TAKE_OVER = '#take-over';

/** Of what is not readable nobody knows in which language it was: the browser's own is the best guess. */
const WORDS = WORKER_WORDS[self.navigator.language.startsWith('bg') ? 'bg' : 'en'];

/** What is read of a push; whatever it is, something has to be shown (a browser ends subscriptions that stay silent). */
const UNREADABLE: PushText = {
  title: WORDS.unreadable,
  body: '',
  tag: 'unreadable',
  open: HOME,
  claim: false,
  takeOver: WORDS.takeOver,
  waiting: 0,
  urgent: false,
};

function read(data: PushMessageData | null): PushText {
  try {
    return { ...UNREADABLE, ...(data?.json() as Partial<PushText>) };
  } catch {
    return UNREADABLE;
  }
}

async function show({ title, body, tag, open, claim, takeOver, waiting, urgent }: PushText): Promise<void> {
  const options: NotificationOptions & { actions: object[]; renotify: boolean } = {
    body,
    tag,
    // A later one of the same chat is heard again.
    renotify: true,
    requireInteraction: urgent,
    icon: `${HOME}icon-192.png`,
    badge: `${HOME}badge-96.png`,
    data: { open, claim },
    actions: claim ? [{ action: 'claim', title: takeOver }] : [],
  };
  await self.registration.showNotification(title, options);
  await self.navigator.setAppBadge?.(waiting).catch(() => {});
}

/** In a page that is open already, first one of the same store, else in a new one. */
async function open(path: string): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const under = (folder: string) => pages.find(({ url }) => new URL(url).pathname.startsWith(folder));
  const page = under(path.split('/').slice(0, 3).join('/')) ?? under(HOME);
  if (!page) return void (await self.clients.openWindow(path));
  page.postMessage({ open: path });
  await page.focus().catch(() => {});
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('push', (event) => event.waitUntil(show(read(event.data))));
self.addEventListener('notificationclick', (event) => {
  const { data } = event.notification as Notification & { data: { open: string } };
  event.notification.close();
  event.waitUntil(open(event.action === 'claim' ? data.open + TAKE_OVER : data.open));
});
