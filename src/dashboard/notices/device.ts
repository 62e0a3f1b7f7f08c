import { ask, noticesRoutes } from '../session/api';
import { notices } from '../words/en/notices';
import { keepTurnedOn, registration } from './system';

/** This browser, as something that shows notices: asked for, known to the server, and turned off again. */

const { push } = noticesRoutes.me;
const WORKER = '/dashboard/worker.js';
const SCOPE = '/dashboard/';

export interface Device {
  id: string;
  name: string;
  createdAt: number;
  here: boolean;
}

/** `install`: an iPhone or iPad shows notices only of what stands on its home screen. */
export type Able = 'yes' | 'install' | 'blocked' | 'no';

export function able(): Able {
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window) {
    return Notification.permission === 'denied' ? 'blocked' : 'yes';
  }
  return /iPhone|iPad/.test(navigator.userAgent) ? 'install' : 'no';
}

export const getDevices = () => ask(() => push.$get());
export const removeDevice = (device: string) => ask(() => push[':device'].$delete({ param: { device } }));
export const testDevice = (device: string) => ask(() => push[':device'].test.$post({ param: { device }, json: {} }));

/** What went wrong, in words; empty where nothing did. */
export async function turnOn(person: string): Promise<string> {
  if ((await Notification.requestPermission()) !== 'granted') {
    return notices.refused;
  }
  await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  const known = await getDevices();
  if (!known.ok) return known.message;
  const subscription = await subscribe(known.value.key);
  if (!subscription) return notices.unreached;
  const told = await tell(subscription);
  if (!told.ok) return told.message;
  keepTurnedOn(person);
  return '';
}

export async function turnOff(devices: readonly Device[]): Promise<void> {
  const system = await registration();
  keepTurnedOn(null);
  await (await system?.pushManager.getSubscription())?.unsubscribe();
  for (const { id, here } of devices) if (here) await removeDevice(id);
}

/** Signed in anew, or under another key: the same browser is told to the server once more. */
export async function renew(person: string): Promise<void> {
  const system = await registration();
  if (!system || Notification.permission !== 'granted') return keepTurnedOn(null);
  const known = await getDevices();
  if (!known.ok || known.value.devices.some(({ here }) => here)) return;
  const subscription = await subscribe(known.value.key);
  if (subscription && (await tell(subscription)).ok) keepTurnedOn(person);
}

async function subscribe(key: string): Promise<PushSubscription | null> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const wanted = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await pushManager.subscribe(wanted);
  } catch {
    // One that was made for another key stands in the way.
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(wanted).catch(() => null);
  }
}

function tell(subscription: PushSubscription) {
  const { endpoint = '', keys } = subscription.toJSON();
  const json = { endpoint, keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } };
  return ask(() => push.$put({ json }));
}
