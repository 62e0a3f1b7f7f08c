import { fits } from './fits';
import { expect, ORIGIN, test } from './fixtures';
import { look } from './look';

/** A thousand open rows, in the real desk of the demo store. */

const ROWS = 1_000;
const STEP = 250;

test('a thousand open rows: few are drawn, all are reached, and what changes moves nothing under the reader', async ({
  shop,
  staff,
  team,
}) => {
  const ana = await staff('ana');
  const { page } = ana;
  let rev = Date.now();
  const crowd = async (from: number, to: number, remove = false) => {
    rev += 1;
    for (let at = from; at < to; at += STEP) {
      const data = { from: at, to: Math.min(to, at + STEP), rev, remove };
      expect((await page.request.post(`${ORIGIN}/dev/crowd/${team.store.id}`, { data })).ok()).toBe(true);
    }
  };
  const rows = ana.inbox.locator('[data-row]');
  const scroller = ana.inbox.locator('.scroll');
  await crowd(0, ROWS);
  try {
    await expect(ana.button('Team')).toHaveAccessibleDescription(/^50\d$/);
    expect(await rows.count()).toBeLessThan(120);

    // To the very last one, and back by keyboard.
    await scroller.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(ana.row('With the assistant', 'Crowd 999$')).toBeInViewport();
    expect(await rows.count()).toBeLessThan(120);
    await ana.row('With the assistant', 'Crowd 999$').focus();
    for (let i = 0; i < 25; i += 1) await page.keyboard.press('ArrowUp');
    await expect(ana.row('With the assistant', 'Crowd 949$')).toBeFocused();
    await expect(ana.row('With the assistant', 'Crowd 949$')).toBeInViewport();

    // The focus outlives being scrolled away; what changes elsewhere moves nothing that is in sight.
    await scroller.evaluate((box) => box.scrollTo(0, 12_000));
    await expect(ana.row('With the assistant', 'Crowd 949$')).toBeFocused();
    let seen = { id: '', top: 0 };
    // The list follows the scrolling a frame later.
    await expect(async () => {
      seen = await rows.evaluateAll((links) => {
        const box = links[0]?.closest('.scroll')?.getBoundingClientRect();
        const places = links.map((link) => ({ link, top: link.getBoundingClientRect().top }));
        const inSight = places.find(({ top }) => box && top > box.top + 100 && top < box.bottom);
        return { id: inSight?.link.getAttribute('data-row') ?? '', top: inSight?.top ?? 0 };
      });
      expect(seen.id).not.toBe('');
    }).toPass({ timeout: 10_000 });
    const anchor = ana.inbox.locator(`[data-row="${seen.id}"]`);
    const { customer } = await shop();
    await customer.open();
    await customer.ask();
    await expect(ana.button('Waiting')).toHaveAccessibleDescription(/^[1-9]/);
    await expect.poll(async () => Math.abs(((await anchor.boundingBox())?.y ?? 0) - seen.top)).toBeLessThan(4);
    await page.keyboard.press('ArrowUp');
    await expect(ana.row('With the assistant', 'Crowd 947$')).toBeFocused();

    // Who waits and writes is shown writing.
    await scroller.evaluate((box) => box.scrollTo(0, 0));
    await customer.box.pressSequentially('Hel');
    await expect(ana.row('Waiting', customer.guest)).toHaveAccessibleDescription(/, typing$/);

    // A filter: what it leaves out it says, and it is there again after a reload.
    const waiting = await ana.inbox.getByRole('list', { name: 'Waiting' }).getByRole('link').count();
    await ana.button('Filter').click();
    await page.getByRole('combobox', { name: 'Reason' }).selectOption('Refund');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('Bulgarian');
    await expect(ana.button('Team')).toHaveAccessibleDescription(/^50 of 50\d$/);
    await expect(page.getByRole('status', { name: 'Filter' })).toContainText(
      new RegExp(`${waiting} waiting customers? hidden`),
    );
    await look(page, 'list-1-filter');
    await fits(page);
    // On a phone nothing stands over it.
    await page.setViewportSize({ width: 360, height: 640 });
    await ana.button('Filter').click();
    await expect(page.getByRole('combobox', { name: 'Reason' })).toBeHidden();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.reload();
    await expect(page.getByRole('status', { name: 'Filter' })).toHaveText(
      new RegExp(`^Refund, Bulgarian, ${waiting} waiting customers? hidden$`),
    );
    await ana.button('Show all').click();
    await ana.row('Waiting', customer.guest).click();
    await expect(ana.talk(customer.guest)).toBeVisible();
    await customer.button('Cancel request').click();
  } finally {
    await crowd(0, ROWS, true);
  }
  await expect(ana.inbox.getByRole('link', { name: /^Crowd/ })).toHaveCount(0);
});
