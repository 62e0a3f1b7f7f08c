import type { StoreSettings } from '../../src/settings/schema';
import { fits } from './fits';
import { expect, test } from './fixtures';
import { look } from './look';
import { withSettings } from './store-settings';

/** Business hours as people set them: typed, dragged, copied to other days, and seen ahead before they are kept. */

const NONE: Partial<StoreSettings> = {
  timeZone: 'UTC',
  week: [[], [], [], [], [], [], []],
  closures: [],
  specialDays: [],
};

test('a week is typed, dragged and copied; what it means is shown before it is kept', async ({ staff, team }) => {
  const ana = await staff('ana');
  const { page } = ana;
  await withSettings(ana, team.store.id, NONE, async () => {
    await page.reload();
    await ana.goToSettings('Business hours');
    const now = page.getByRole('status', { name: 'Now' });
    const ahead = page.getByRole('list', { name: 'The next two weeks' }).getByRole('listitem');
    const week = page.getByRole('list', { name: 'Weekly hours' }).getByRole('listitem');
    const field = (name: string) => page.getByRole('textbox', { name, exact: true });
    await expect(now).toHaveText('Always open');
    await expect(ahead).toHaveCount(14);
    await expect(ahead.first()).toHaveText(/Today\s*All day/);

    await test.step('an edge is dragged by the quarter, and stops before the other one', async () => {
      await page.getByRole('button', { name: 'Add hours on Monday' }).click();
      await expect(field('Monday opens')).toHaveValue('09:00');
      const track = week.first().locator('.track');
      const rail = (await track.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
      const drag = async (edge: 'from' | 'to', hour: number) => {
        await track.locator(`b.${edge}`).hover();
        await page.mouse.down();
        await page.mouse.move(rail.x + (rail.width * hour) / 24, rail.y + rail.height / 2, { steps: 5 });
        await page.mouse.up();
      };
      await drag('from', 7.5);
      await expect(field('Monday opens')).toHaveValue('07:30');
      await drag('to', 16.3);
      await expect(field('Monday closes')).toHaveValue('16:15');
      await drag('from', 20);
      await expect(field('Monday opens')).toHaveValue('16:00');
      await drag('to', 2);
      await expect(field('Monday closes')).toHaveValue('16:15');
      await field('Monday opens').fill('8');
      await field('Monday opens').blur();
      await expect(field('Monday opens')).toHaveValue('08:00');
    });

    await test.step('copied to the others, and seen ahead', async () => {
      const copy = async (to: string) => {
        await page.getByRole('button', { name: 'Copy Monday' }).click();
        await page.getByRole('menuitem', { name: to, exact: true }).click();
      };
      await copy('Copy to Monday to Friday');
      await expect(field('Friday closes')).toHaveValue('16:15');
      await expect(field('Saturday closes')).toHaveCount(0);
      await expect(ahead.filter({ hasText: '08:00–16:15' })).toHaveCount(10);
      await expect(ahead.filter({ hasText: 'Closed' })).toHaveCount(4);
      await expect(now).toHaveText(/^(Open now until 16:15|Closed\. Opens .+ at 08:00) with your changes$/);
      await copy('Copy to Sunday');
      await expect(field('Sunday opens')).toHaveValue('08:00');
      await copy('Copy to every day');
      await expect(ahead.filter({ hasText: '08:00–16:15' })).toHaveCount(14);
    });
    await look(page, 'hours-1-week');
    await fits(page);

    await ana.button('Save changes').click();
    await expect(page.getByRole('status', { name: 'Saved' })).toHaveText(/^Saved\./);
    await expect(now).not.toContainText('with your changes');
    const { settings } = await (await page.request.get(`/api/stores/${team.store.id}/settings`)).json();
    expect(settings.week).toEqual(Array(7).fill([{ opens: '08:00', closes: '16:15' }]));
  });
});
