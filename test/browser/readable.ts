import type { Frame } from '@playwright/test';

/** Whether a panel can be read and pressed as it stands: what axe does not measure. */

/** Letters of twice their size and nothing else, as a browser that enlarges only the text draws them. */
export const enlarge = (panel: Frame): Promise<void> =>
  panel.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('.panel, .panel :not(svg, svg *)')];
    const sizes = all.map((one) => getComputedStyle(one)).map(({ fontSize, lineHeight }) => [fontSize, lineHeight]);
    for (const [n, one] of all.entries()) {
      const [size = '', line = ''] = sizes[n] ?? [];
      one.style.fontSize = `${Number.parseFloat(size) * 2}px`;
      if (line !== 'normal') one.style.lineHeight = `${Number.parseFloat(line) * 2}px`;
    }
  });

export const asItWas = (panel: Frame): Promise<void> =>
  panel.evaluate(() => {
    for (const one of document.querySelectorAll('.panel, .panel *')) one.removeAttribute('style');
  });

/** What is wider than its box, and the buttons whose words are higher. */
export const cutOff = (panel: Frame): Promise<string[]> =>
  panel.evaluate(() =>
    [...document.querySelectorAll('.panel, .panel :not(svg, svg *, .sr, .sr *, bdi, b, span)')]
      .filter((one) => one.checkVisibility() && one.clientWidth > 0)
      .filter(
        (one) =>
          one.scrollWidth > one.clientWidth + 1 || (one.matches('button') && one.scrollHeight > one.clientHeight + 2),
      )
      .map(
        (one) =>
          `${one.tagName}.${one.className} ${one.scrollWidth} × ${one.scrollHeight} in ${one.clientWidth} × ${one.clientHeight}`,
      ),
  );

/** What is pressed, and does not answer to a finger that is up to 22 px from its middle (44 px across). */
export const smallTargets = (panel: Frame): Promise<string[]> =>
  panel.evaluate(() => {
    // Points are hit on whole pixels: the last half of one is the neighbour’s.
    const REACH = 21;
    const found: string[] = [];
    for (const one of document.querySelectorAll('button, textarea, input:not([hidden]), .items a, .refs a')) {
      if (!one.checkVisibility()) continue;
      one.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = one.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      for (const [dx, dy] of [
        [REACH, 0],
        [-REACH, 0],
        [0, REACH],
        [0, -REACH],
      ] as const) {
        const hit = document.elementFromPoint(x + dx, y + dy);
        if (!one.contains(hit))
          found.push(
            `${one.ariaLabel ?? one.textContent} ${width} × ${height} at ${x} ${y}: ${dx} ${dy} is ${hit?.className}`,
          );
      }
    }
    const log = document.querySelector('.log');
    log?.scrollTo(0, log.scrollHeight);
    return found;
  });

/**
 * The pairs that come out too pale to be read, with a store's colour and in both schemes: as the browser paints them.
 * @param selectors whose words on whose ground
 * @returns "colour scheme selector ratio" (WCAG 2.2, 1.4.3: at least 4.5)
 */
export const tooPale = (panel: Frame, colours: string[], selectors: string[]): Promise<string[]> =>
  panel.evaluate(
    ([colours, selectors]) => {
      const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const luminance = (colour: string): number => {
        if (!canvas) return Number.NaN;
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((n) => {
          const c = n / 255;
          return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const root = document.documentElement;
      const own = root.style.cssText;
      const found: string[] = [];
      for (const colour of colours)
        for (const scheme of ['light', 'dark']) {
          root.style.setProperty('--accent-base', colour);
          root.style.colorScheme = scheme;
          for (const selector of selectors) {
            const one = document.querySelector(selector);
            let ground = one;
            const of = (element: Element | null) => (element ? getComputedStyle(element).backgroundColor : '#fff');
            while (ground && of(ground) === 'rgba(0, 0, 0, 0)') ground = ground.parentElement;
            const [a, b] = [luminance(one ? getComputedStyle(one).color : '#fff'), luminance(of(ground))];
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (!(ratio >= 4.5)) found.push(`${colour} ${scheme} ${selector} ${ratio.toFixed(2)}`);
          }
        }
      root.style.cssText = own;
      return found;
    },
    [colours, selectors] as const,
  );
