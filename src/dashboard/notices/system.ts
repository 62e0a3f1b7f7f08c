import type { News } from '../desk/attention';
import { recall, remember } from '../parts/remember';
import { chat } from '../words/en/chat';

/** Notices of the system, beside the page: of those that are open, which are no longer true, and what a press on one opens. */

const HOME = '/dashboard/';
export const TAKE_OVER = '#take-over';

/** What is said, and about which chat. */
export interface Told extends News {
  conversation: string;
  /** Whether somebody waits there who can be taken over. */
  claim: boolean;
}

/** Whose notices this browser shows; null where nobody has turned them on. */
export const turnedOnBy = (): string | null => recall('notices');
export const keepTurnedOn = (person: string | null): void => remember('notices', person ?? '');

export async function registration(): Promise<ServiceWorkerRegistration | null> {
  if (turnedOnBy() === null || !('serviceWorker' in navigator)) return null;
  return (await navigator.serviceWorker.getRegistration(HOME)) ?? null;
}

/** Closes what says that somebody waits in a store who waits no more: claimed here or elsewhere, or gone. */
export async function closeOver(store: string, waiting: ReadonlySet<string>): Promise<void> {
  const shown = (await (await registration())?.getNotifications()) ?? [];
  const isOf = ({ data }: Notification) => data?.claim === true && String(data.open).startsWith(`${HOME}${store}/`);
  for (const notice of shown) if (isOf(notice) && !waiting.has(notice.tag)) notice.close();
}

/** Says it beside the page while that is out of sight: another tab is before the reader, or another program. */
export async function showBeside(store: { id: string; name: string }, news: readonly Told[]): Promise<void> {
  if (document.visibilityState === 'visible') return;
  const system = await registration();
  if (!system || Notification.permission !== 'granted') return;
  for (const { words, conversation, claim } of news) {
    const open = `${HOME}${store.id}/inbox/${encodeURIComponent(conversation)}`;
    const actions = claim ? [{ action: 'claim', title: chat.takeOver }] : [];
    const look = { body: store.name, icon: `${HOME}icon-192.png` };
    const options = { tag: conversation, renotify: true, silent: true, ...look, actions };
    await system.showNotification(words, { ...options, data: { open, claim } } as NotificationOptions);
  }
}

/** @param go shows a page of ours */
export function followNotices(go: (path: string) => void): () => void {
  if (!('serviceWorker' in navigator)) return () => {};
  const heard = ({ data }: MessageEvent<unknown>) => {
    const path = typeof data === 'object' && data !== null && 'open' in data ? data.open : null;
    if (typeof path === 'string' && path.startsWith(HOME)) go(path);
  };
  navigator.serviceWorker.addEventListener('message', heard);
  return () => navigator.serviceWorker.removeEventListener('message', heard);
}
