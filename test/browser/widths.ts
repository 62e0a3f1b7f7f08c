import { join } from 'node:path';
import type { Page } from '@playwright/test';

const SHOTS = join(import.meta.dirname, '../../.shots/pages');
const WIDTHS = [1440, 1024, 390];

/** Pictures for the eye, where somebody is there to look: `.shots/pages/{page}-{width}-{theme}.png`. */
export async function pictures(page: Page, name: string): Promise<void> {
  if (process.env.CI) return;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width < 480 ? 844 : 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.screenshot({ path: join(SHOTS, `${name}-${width}-${colorScheme}.png`), animations: 'disabled' });
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
}
