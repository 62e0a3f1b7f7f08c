import { join } from 'node:path';
import { defineConfig } from 'vite';
import { DIST } from '../../widget/dist.vite.ts';

const root = import.meta.dirname;
const PLAIN = ['worker', 'sign-in'];

/** The staff's app: static files under /dashboard/, one entry for every path below it, and what shows notices without it. */
export default defineConfig({
  root,
  base: '/dashboard/',
  build: {
    outDir: join(DIST, 'dashboard'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        index: join(root, 'index.html'),
        try: join(root, 'try/index.html'),
        worker: join(root, 'worker/worker.ts'),
        'sign-in': join(root, 'sign-in/main.ts'),
      },
      // Browsers look at the worker's address for a newer one, and the Worker's pages name the other: they carry no hash.
      output: { entryFileNames: ({ name }) => (PLAIN.includes(name) ? '[name].js' : 'assets/[name]-[hash].js') },
    },
  },
});
