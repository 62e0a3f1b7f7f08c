import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inlineWords } from './inline-words';

const root = join(import.meta.dirname, '../../src/dashboard');

/**
 * The names of pages fall back on these where a page is newer than its words; programs that are pasted speak their own languages.
 */
const LATER: readonly string[] = ['settings/settings.tsx', 'settings/identity/snippets.ts'];

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/^(words\/|vite\.config)/.test(file) && !LATER.includes(file),
);

it('everything that the dashboard says stands in its catalogues', () => {
  const found = files.flatMap((file) =>
    inlineWords(file, readFileSync(join(root, file), 'utf8')).map((words) => `${file}: ${words}`),
  );
  expect(found).toEqual([]);
});

it('no stylesheet finds an element by what it says: in another language it says something else', () => {
  const sheets = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  const found = sheets.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/\[(aria-label|title|placeholder|alt|value)\b[^\]]*\]/g)].map(
      ([selector]) => `${file}: ${selector}`,
    ),
  );
  expect(sheets.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

it('finds words wherever they hide', () => {
  const words = (code: string) => inlineWords('page.tsx', code);
  expect(words('const a = <p>Save</p>')).toEqual(['Save']);
  expect(words('const a = <p>{n} open</p>')).toEqual(['open']);
  expect(words('const a = <p>{n === 0 ? "nobody" : `$' + '{n} people`}</p>')).toEqual(['nobody', ' people']);
  expect(words('const a = <p aria-label="queue" class="big one" />')).toEqual(['queue']);
  expect(words('const a = <Field label={on ? "on" : "off"} />')).toEqual(['on', 'off']);
  expect(words('const EMPTY = { mine: "You have no open chats." }')).toEqual(['You have no open chats.']);
  expect(words('const name = `With $' + '{who}`')).toEqual(['With ']);
  expect(words('const a = <p>Baton · 5 {words.open}</p>; const b = go("Escape", "line")')).toEqual([]);
});
