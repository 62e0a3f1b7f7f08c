import type { StoreSettings } from '../../src/settings/schema';
import { expect, ORIGIN } from './fixtures';
import type { Staff } from './staff';

/** Changes a store's settings as its owner for as long as a story lasts. */
export async function withSettings(
  { page }: Staff,
  store: string,
  change: Partial<StoreSettings>,
  story: (put: (change: Partial<StoreSettings>) => Promise<void>) => Promise<void>,
): Promise<void> {
  const path = `/api/stores/${store}/settings`;
  const { settings: before } = (await (await page.request.get(path)).json()) as { settings: StoreSettings };
  const put = async (changed: Partial<StoreSettings>) => {
    const answer = await page.request.put(path, { data: { ...before, ...changed }, headers: { origin: ORIGIN } });
    expect(answer.status()).toBe(200);
  };
  await put(change);
  try {
    await story(put);
  } finally {
    await put({});
  }
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Closed at every instant of the story, and open again in three days. */
export const CLOSED: Partial<StoreSettings> = {
  timeZone: 'UTC',
  closures: [{ from: '2020-01-01', to: '2020-12-31', yearly: true }],
  specialDays: [{ date: day(3), yearly: false, intervals: [{ opens: '09:30', closes: '18:00' }] }],
};
