import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';

test('an unknown shop', async () => {
  const answer = await exports.default.fetch('https://chat.example/widget/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ store: 'nobody' }),
  });
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ error: { code: 'unknown_store' } });
  const css = await exports.default.fetch('https://chat.example/pages.css');
  expect(await css.text()).toContain('--canvas');
});
