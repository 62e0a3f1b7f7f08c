import { join } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** The staff's app: static files under /dashboard/, one entry for every path below it, and what shows notices without it. */
export default defineConfig({
  root,
  base: '/dashboard/',
  build: {
    outDir: '../../dist/dashboard',
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        index: join(root, 'index.html'),
        try: join(root, 'try/index.html'),
        worker: join(root, 'worker/worker.ts'),
      },
      // Browsers look at this address for a newer one: it cannot carry a hash.
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js') },
    },
  },
});
