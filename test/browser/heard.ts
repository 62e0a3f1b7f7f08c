import type { Frame, Page } from '@playwright/test';

/**
 * What a screen reader would say of a page: what is added to its live regions (WAI-ARIA 1.2, `aria-live`, `aria-atomic`), in
 * order. A region that is atomic is read as a whole, again with every change.
 * @returns what was said since the last time
 */
export async function listenTo(page: Page | Frame): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    Reflect.set(window, 'saidAloud', said);
    const POLITE = 'status, log, alert'.split(', ');
    const liveOf = (from: Node | null): Element | null => {
      for (let at = from instanceof Element ? from : (from?.parentElement ?? null); at; at = at.parentElement) {
        if (at.getAttribute('aria-hidden') === 'true' || at.getAttribute('aria-live') === 'off') return null;
        if (at.hasAttribute('aria-live') || POLITE.includes(at.getAttribute('role') ?? '')) return at;
      }
      return null;
    };
    const textOf = (node: Node): string => {
      if (node instanceof Element) {
        if (node.matches('[aria-hidden="true"], [aria-live="off"], svg')) return '';
        return [node.getAttribute('aria-label'), ...[...node.childNodes].map(textOf)].filter(Boolean).join(' ').trim();
      }
      return node.textContent?.trim() ?? '';
    };
    new MutationObserver((changes) => {
      const whole = new Set<Element>();
      for (const { target, addedNodes, type } of changes) {
        const region = liveOf(target);
        if (!region) continue;
        const atomic = region.getAttribute('aria-atomic') ?? String(region.getAttribute('role') !== 'log');
        if (atomic === 'true') whole.add(region);
        else for (const node of type === 'childList' ? addedNodes : [target]) said.push(textOf(node));
      }
      for (const region of whole) said.push(textOf(region));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  return () =>
    page.evaluate(() => {
      const said = Reflect.get(window, 'saidAloud') as string[];
      return said.splice(0).filter(Boolean);
    });
}
