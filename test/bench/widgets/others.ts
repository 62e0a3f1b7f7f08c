import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** Widgets that npm carries, each as its own README puts it into a page. Fetched for the bench only. */
export interface Other {
  name: string;
  version: string;
  /** What goes at the end of the shop's page; `BASE` is where the package's folder is served. */
  tags: string;
}

const CLOSED = 'http://127.0.0.1:9';

export const OTHERS: readonly Other[] = [
  {
    name: '@papercups-io/chat-widget',
    version: '1.3.1',
    tags: '<div id="widget"></div><script type="module" src="BASE/built/entry.js"></script>',
  },
  {
    name: '@n8n/chat',
    version: '1.37.0',
    tags: `<link href="BASE/dist/style.css" rel="stylesheet"><script type="module">
      import { createChat } from 'BASE/dist/chat.bundle.es.js';
      createChat({ webhookUrl: '${CLOSED}/webhook' });
    </script>`,
  },
  {
    name: 'deep-chat',
    version: '2.4.2',
    tags: '<script type="module" src="BASE/dist/deepChat.bundle.js"></script><deep-chat></deep-chat>',
  },
  {
    name: '@typebot.io/js',
    version: '0.10.7',
    tags: `<script type="module">
      import Typebot from 'BASE/dist/web.js';
      Typebot.initBubble({ typebot: 'shop', apiHost: '${CLOSED}' });
    </script>`,
  },
];

/** The folder of each package, by its name. */
export async function fetchOthers(folder: string): Promise<Map<string, string>> {
  const npm = (...args: string[]) =>
    execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  const folders = new Map<string, string>();
  for (const { name, version } of OTHERS) {
    const own = join(folder, name.replace(/\W+/g, '-'));
    mkdirSync(own);
    const packed = npm('pack', '--silent', '--pack-destination', own, `${name}@${version}`).trim();
    execFileSync('tar', ['-xzf', join(own, packed), '--strip-components=1', '-C', own]);
    folders.set(name, own);
  }
  const papercups = folders.get('@papercups-io/chat-widget');
  if (papercups) await bundlePapercups(npm, folder, papercups);
  return folders;
}

/** It is a React component, so a page that has no React brings it along. */
async function bundlePapercups(npm: (...args: string[]) => string, folder: string, own: string): Promise<void> {
  npm(
    ...['install', '--no-audit', '--no-fund', '--ignore-scripts', '--legacy-peer-deps', '--prefix', folder],
    ...['@papercups-io/chat-widget@1.3.1', 'react@17.0.2', 'react-dom@17.0.2'],
  );
  const entry = join(folder, 'entry.js');
  writeFileSync(
    entry,
    `import { createElement } from 'react';
     import { render } from 'react-dom';
     import { ChatWidget } from '@papercups-io/chat-widget';
     const options = { accountId: 'shop', token: 'shop', inbox: 'shop', title: 'Volt & Vine', baseUrl: '${CLOSED}' };
     render(createElement(ChatWidget, options), document.getElementById('widget'));`,
  );
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    build: {
      outDir: join(own, 'built'),
      rolldownOptions: { input: entry, output: { entryFileNames: 'entry.js' } },
      modulePreload: false,
    },
  });
}
