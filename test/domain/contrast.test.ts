import { describe, expect, test } from 'vitest';
import { isVisible, LEAST, shownAs, visibleShade } from '../../src/domain/contrast';

/** What a store's colour comes out as, by WCAG's figures. */

const two = (n: number) => Math.round(n * 10) / 10;

describe('contrast', () => {
  // White on it, and it on white: as the design's README measured them in a browser.
  test('of the design’s own colour is what its README says', () => {
    expect(two(shownAs('#0b6077', 'light').contrasts.text)).toBe(7.1);
    // The browser rounds the lifted colour to what a screen has.
    expect(Math.floor(shownAs('#0b6077', 'dark').contrasts.text * 10) / 10).toBeCloseTo(5.75, 0);
    expect(shownAs('#0b6077', 'light')).toMatchObject({ fill: '#0b6077', text: '#ffffff' });
  });

  test.each([
    ['#000000', 21],
    ['#ffffff', 1],
    ['#767676', 4.5],
  ])('of %s against white is %s', (accent, figure) => {
    expect(two(shownAs(accent, 'light').contrasts.shape)).toBe(figure);
  });

  test('of words on it, and of links, is enough for every colour in both schemes', () => {
    const steps = ['00', '33', '66', '99', 'cc', 'ff'];
    for (const scheme of ['light', 'dark'] as const)
      for (const r of steps)
        for (const g of steps)
          for (const b of steps) {
            const { text, link } = shownAs(`#${r}${g}${b}`, scheme).contrasts;
            expect.soft(text, `#${r}${g}${b} ${scheme}`).toBeGreaterThanOrEqual(LEAST.text);
            expect.soft(link, `#${r}${g}${b} ${scheme}`).toBeGreaterThanOrEqual(LEAST.text);
          }
  });
});

describe('a colour that could not be seen on a white page', () => {
  test.each(['#ffffff', '#fff200', '#ffd1dc', '#7fffd4'])('%s is given the nearest shade that can', (accent) => {
    expect(isVisible(accent)).toBe(false);
    const shade = visibleShade(accent);
    expect(isVisible(shade)).toBe(true);
    // No darker than it has to be.
    expect(shownAs(shade, 'light').contrasts.shape).toBeLessThan(LEAST.shape + 0.3);
  });

  test('one that can be seen stays as it is', () => {
    expect(visibleShade('#aa3355')).toBe('#aa3355');
  });
});
