import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

/**
 * A name for what was built: in the page, and as an asset that costs nothing to ask for. A panel that is open for days finds
 * out there that a newer one exists (`panel/fresh.ts`).
 */
export const buildName: Plugin = {
  name: 'build-name',
  enforce: 'post',
  generateBundle(_, bundle) {
    const page = bundle['panel.html'];
    if (page?.type !== 'asset') return;
    const name = createHash('sha256').update(String(page.source)).digest('base64url').slice(0, 8);
    page.source = String(page.source).replace('<title>', `<meta name="build" content="${name}" />\n    <title>`);
    this.emitFile({ type: 'asset', fileName: 'panel-build.txt', source: name });
  },
};
