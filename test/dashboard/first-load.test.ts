import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** What the dashboard's page cannot be drawn without: every import that is neither a type's nor made when it is needed. */

const SRC = resolve(import.meta.dirname, '../../src');
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?from\s+)?'(\.[^']+)'/gm;

function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
    const path = resolve(dirname(file), name);
    const found = [`${path}.ts`, `${path}.tsx`, join(path, 'index.ts')].find(existsSync);
    if (found) reached(found, seen);
  }
  return seen;
}

const first = [...reached(join(SRC, 'dashboard/main.tsx'))].map((file) => relative(SRC, file));

it('the inbox comes with its first load', () => {
  for (const file of ['desk/queue.tsx', 'conversation/messages.tsx', 'composer/composer.tsx'])
    expect(first).toContain(`dashboard/${file}`);
});

it('the pages of settings, what reads imports, and whatever else has a page of its own come with their pages', () => {
  const pages = /^dashboard\/(settings\/\w+\/|(history|profile|first-run|notices)\/.*(page|part)|follow-ups\/page)/;
  expect(first.filter((file) => pages.test(file))).toEqual([]);
  expect(first.filter((file) => /^(assistant|history|domain\/calendar)/.test(file))).toEqual([]);
});
