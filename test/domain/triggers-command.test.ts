import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const SCRIPT = join(import.meta.dirname, '../../src/dev/scripts/triggers.mjs');

test('npm run triggers prints one JSON object a line, also for lines that ask for nothing', () => {
  const input = 'Talk to a human!\r\nwhere is my order\n\nGebt mir mein Geld zurück\n';
  const { stdout, stderr } = spawnSync(process.execPath, [SCRIPT], { input, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    {
      text: 'Talk to a human!',
      reason: 'customer_request',
      urgent: false,
      matched: 'Talk to a human',
      language: 'en',
    },
    { text: 'where is my order', reason: null, urgent: false, matched: null, language: null },
    { text: '', reason: null, urgent: false, matched: null, language: null },
    {
      text: 'Gebt mir mein Geld zurück',
      reason: 'refund',
      urgent: true,
      matched: 'Gebt mir mein Geld zurück',
      language: 'de',
    },
  ]);
});
