import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vite';

const locales = join(import.meta.dirname, 'locales');

/** "Open chat" in every language: the only words that the launcher needs before the panel speaks. */
const openChat = Object.fromEntries(
  readdirSync(locales)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.slice(0, 2),
      (JSON.parse(readFileSync(join(locales, file), 'utf8')) as { openChat: string }).openChat,
    ]),
);

/** The script tag's file: one classic script, at the root of the assets. It shares `dist` with the other builds. */
export default defineConfig({
  root: join(import.meta.dirname, 'loader'),
  publicDir: false,
  define: { OPEN_CHAT: JSON.stringify(openChat) },
  build: {
    outDir: '../../dist',
    emptyOutDir: false,
    target: 'es2020',
    cssTarget: ['chrome123', 'firefox128', 'safari18'],
    lib: { entry: 'main.ts', formats: ['iife'], name: 'baton', fileName: () => 'widget.js' },
  },
});
