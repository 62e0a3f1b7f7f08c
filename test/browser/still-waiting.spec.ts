import { expect, test } from './fixtures';
import { withSettings } from './store-settings';

test('whoever is on duty is told again of somebody who still waits; off duty nobody is', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  await withSettings(ana, team.store.id, { alertAgainAfter: 1 }, async () => {
    const dele = await staff('dele');
    // Pages that have time of their own, so that a minute passes at once.
    for (const { page } of [ana, dele]) await page.clock.install();
    for (const one of [ana, dele]) await one.goToInbox();
    const duty = dele.page.getByRole('switch', { name: 'On duty' });
    await duty.click();
    await expect(duty).toHaveAttribute('aria-checked', 'false');
    try {
      const { customer } = await shop();
      await customer.open();
      await customer.ask();
      for (const one of [ana, dele]) await expect(one.row('Waiting', customer.guest)).toBeVisible();
      const again = new RegExp(`${customer.guest} is still waiting after \\d+ min: Asked for a person`);
      await expect(ana.told).not.toContainText(again);
      const row = ana.row('Waiting', customer.guest);
      const waited = row.locator('xpath=ancestor::li[1]').locator('.wait');
      await expect(waited).toHaveText(/^0:\d\d$/);
      for (const { page } of [ana, dele]) await page.clock.fastForward('01:01');
      await expect(ana.told).toContainText(again);
      await expect(dele.told).not.toContainText(again);
      await expect(waited).toHaveText(/^1:\d\d$/);
      await expect(row).toHaveAccessibleDescription(/^Waiting 1 min(,|$)/);
      await ana.page.clock.fastForward('05:00');
      await expect(waited).toHaveText(/^6:\d\d$/);
      await expect(row).toHaveAccessibleDescription(/^Waiting 6 min, very late/);
      await customer.button('Cancel request').click();
      await expect(ana.row('Waiting', customer.guest)).toBeHidden();
    } finally {
      await duty.click();
      await expect(duty).toHaveAttribute('aria-checked', 'true');
    }
  });
});
