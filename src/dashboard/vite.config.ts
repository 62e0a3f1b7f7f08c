import { defineConfig } from 'vite';

/** The staff's app: static files under /dashboard/, one entry for every path below it. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  build: { outDir: '../../dist/dashboard', emptyOutDir: true },
});
