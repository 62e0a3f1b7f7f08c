import type { StoreSettings } from '../../src/settings/schema';
import german from '../../widget/locales/de.json' with { type: 'json' };
import { DEMO, expect, ORIGIN, test } from './fixtures';
import type { Staff } from './staff';

/** Changes the demo store's settings as its owner, until they are put back. */
async function settingsOf({ page }: Staff, store: string) {
  const path = `/api/stores/${store}/settings`;
  const { settings: before } = (await (await page.request.get(path)).json()) as { settings: StoreSettings };
  const put = async (change: Partial<StoreSettings>) => {
    const answer = await page.request.put(path, { data: { ...before, ...change }, headers: { origin: ORIGIN } });
    expect(answer.status()).toBe(200);
  };
  return { put, putBack: () => put({}) };
}

const inThreeDays = () => new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

test('asked at night: the away message, when it opens by the reader’s own clock, and nobody seems to wait', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const settings = await settingsOf(ana, team.store.id);
  await ana.page.goto(`/dashboard/${team.store.id}/settings/hours`);
  await expect(ana.page.getByRole('status', { name: 'Now' })).toContainText('Always open');
  await expect(ana.page.getByText('No day has hours, so the desk is always open.')).toBeVisible();
  const day = inThreeDays();
  await settings.put({
    timeZone: 'UTC',
    closures: [{ from: '2020-01-01', to: '2020-12-31', yearly: true }],
    specialDays: [{ date: day, yearly: false, intervals: [{ opens: '09:30', closes: '18:00' }] }],
    awayMessage: { en: 'We are asleep.', de: 'Wir schlafen.' },
  });
  try {
    const { customer, page } = await shop({
      words: german,
      at: 'about:blank',
      locale: 'de-DE',
      timezoneId: 'Asia/Kathmandu',
    });
    await page.route(DEMO, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replace('<html lang="en"', '<html lang="de"') });
    });
    await page.goto(DEMO);
    await customer.open();
    // Notes down whatever the place of the status says, however shortly.
    await customer.status.evaluate((element) => {
      const said: string[] = [];
      Reflect.set(window, 'saidByStatus', said);
      new MutationObserver(() => said.push(element.textContent ?? '')).observe(element, {
        childList: true,
        subtree: true,
        characterData: true,
      });
    });
    await customer.button(german.talk).click();
    await expect(customer.log).toContainText('Wir schlafen.');
    // 09:30 UTC is 15:15 in Kathmandu.
    await expect(customer.log.getByText(/^Wir öffnen am .*, um 15:15\.$/)).toBeVisible();
    await expect(customer.button(german.talk)).toBeVisible();
    await customer.say('Which power banks do you have?');
    await expect(customer.panel.getByRole('list', { name: german.products })).toBeVisible();
    expect(await customer.status.evaluate(() => Reflect.get(window, 'saidByStatus'))).toEqual([]);

    await ana.goToInbox();
    await expect(ana.row('With the assistant', customer.guest)).toBeVisible();
    await expect(ana.row('Waiting', customer.guest)).toBeHidden();
    await ana.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Follow-ups' }).click();
    const owed = ana.page.getByRole('list', { name: 'Follow-ups' }).getByRole('listitem');
    const mine = owed.filter({ has: ana.page.getByRole('link', { name: `${customer.guest}, Asked for a person` }) });
    await expect(mine).toContainText('Off hours');
    await mine.getByRole('link').click();
    await expect(ana.talk(customer.guest)).toContainText('Which power banks do you have?');
  } finally {
    await settings.putBack();
  }
});
