import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const SHOTS = join(import.meta.dirname, '../../.shots');
const PHONE = { width: 390, height: 844 };

/**
 * Looks at a page as it stands, on a desk and on a phone, light and dark: a picture of each into .shots/ where somebody is
 * there to look, and axe over it, the panel's frame included. Axe reads each size and each theme once, so two of the four.
 * Leaves the page as it was.
 * @param part a selector, where the rest of the page is somebody else's
 * @param once which of those two is enough where nobody is there to look
 */
export async function look(page: Page, name: string, part = 'html', once?: 'desktop' | 'phone'): Promise<void> {
  const desk = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const [device, size] of Object.entries({ desktop: desk, phone: PHONE })) {
    if (process.env.CI && once && once !== device) continue;
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      const isRead = (device === 'desktop') === (colorScheme === 'light');
      if (!isRead && process.env.CI) continue;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await drawn(page);
      if (!process.env.CI) {
        const path = join(SHOTS, `${name}-${device}-${colorScheme}.png`);
        await page.screenshot({ path, animations: 'disabled' });
      }
      if (!isRead) continue;
      const { violations } = await new AxeBuilder({ page }).include(part).analyze();
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
      );
      expect.soft(found, `${name}, ${device}, ${colorScheme}`).toEqual([]);
    }
  }
  await page.setViewportSize(desk);
  await page.emulateMedia({ colorScheme: 'light' });
  await drawn(page);
}

/** Two frames on, the panel stands where the next click expects it. */
async function drawn(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
    );
  }
}
