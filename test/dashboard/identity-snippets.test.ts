import { verify } from 'hono/jwt';
import { expect, test } from 'vitest';
import { SNIPPETS } from '../../src/dashboard/settings/identity/snippets';

test('what is pasted into a shop’s server signs a token that is taken', async () => {
  process.env.BATON_SECRET = 'idn_secret';
  const made = await import(`data:text/javascript,${encodeURIComponent(SNIPPETS.node('shop-key'))}`);
  const token = made.chatToken({ id: 4711, email: 'mila@shop.example', name: 'Míla “P” Петрова' });
  const claims = await verify(token, 'idn_secret', { alg: 'HS256', aud: 'shop-key' });
  expect(claims).toEqual({
    sub: '4711',
    aud: 'shop-key',
    iat: expect.any(Number),
    exp: expect.any(Number),
    email: 'mila@shop.example',
    name: 'Míla “P” Петрова',
  });
});

test('each is told whom the token is for, and holds an hour', () => {
  for (const snippet of Object.values(SNIPPETS)) {
    expect(snippet('shop-key')).toContain('shop-key');
    expect(snippet('shop-key')).toContain('3600');
    expect(snippet('shop-key')).toContain('iat');
    expect(snippet('shop-key').split('\n').length).toBeLessThanOrEqual(10);
  }
});
