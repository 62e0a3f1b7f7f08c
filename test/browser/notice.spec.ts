import { expect, test } from './fixtures';

/** The tones that the page has begun to play, as frequencies in Hz. */
const listen = () => {
  const heard: number[] = [];
  Object.assign(window, { heard, badge: 0 });
  const badge = async (n: number) => void Object.assign(window, { badge: n });
  Object.assign(navigator, { setAppBadge: badge, clearAppBadge: () => badge(0) });
  const start = OscillatorNode.prototype.start;
  OscillatorNode.prototype.start = function (...when) {
    heard.push(this.frequency.value);
    return start.apply(this, when);
  };
};
const badge = () => (window as unknown as { badge: number }).badge;
const heard = () => (window as unknown as { heard: number[] }).heard.length;
const waiting = (title: string) => Number(/^\((\d+)\) /.exec(title)?.[1] ?? 0);

test('whoever is on duty hears it, reads it in the title, and is told in words; off duty it is only shown', async ({
  shop,
  staff,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  await page.evaluate(listen);
  // Browsers let a page sound only after its reader has done something with it.
  await ana.inbox.getByRole('heading', { name: 'Inbox' }).click();
  const before = waiting(await page.title());

  const { customer } = await shop();
  await customer.open();
  await customer.ask();
  await expect(ana.row('Waiting', customer.guest)).toBeVisible();
  await expect(page).toHaveTitle(new RegExp(`^\\(${before + 1}\\) `));
  await expect.poll(() => page.evaluate(badge)).toBe(before + 1);
  await expect(page.getByRole('status', { name: 'Desk' })).toHaveText(
    `${customer.guest} is waiting: Asked for a person`,
  );
  await expect.poll(() => page.evaluate(heard)).toBe(2);
  await customer.button('Cancel request').click();
  await expect(ana.row('Waiting', customer.guest)).toBeHidden();
  await expect.poll(async () => waiting(await page.title())).toBe(before);

  const duty = page.getByRole('switch', { name: 'On duty' });
  await duty.click();
  await expect(duty).toHaveAttribute('aria-checked', 'false');
  const { customer: second } = await shop();
  await second.open();
  await second.ask();
  await expect(ana.row('Waiting', second.guest)).toBeVisible();
  expect(await page.evaluate(heard)).toBe(2);
  await second.button('Cancel request').click();
  await duty.click();
  await expect(duty).toHaveAttribute('aria-checked', 'true');
});
