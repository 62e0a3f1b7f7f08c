import { createExecutionContext, env } from 'cloudflare:test';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { app } from '../../src/app';
import type { Env } from '../../src/env';
import { SUBPROTOCOL } from '../../src/protocol/common';
import { ask, HTML, refusal, request, SECRET, SETUP_KEY } from './visit';

/** A deployment that is not finished, or not well, says so in plain words and nothing else. */

const { AUTH_SECRET: _, ...withoutSecret } = env;
const deployments: Record<string, Env> = {
  'an empty database': { ...env, DB: env.EMPTY },
  'no secret': withoutSecret,
  'a short secret': { ...env, AUTH_SECRET: 'short' },
};
const at = (deployment: Env, path: string, init?: Parameters<typeof request>[1]) =>
  app.fetch(request(path, init), deployment, createExecutionContext());

const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const level of ['log', 'error', 'warn'] as const) {
    vi.spyOn(console, level).mockImplementation((...args) => void logged.push(args.join(' ')));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

const requests: [string, Parameters<typeof request>[1]][] = [
  ['/widget/session', { json: { store: 'abc' } }],
  ['/api/me', { cookie: '__Secure-baton.session_token=abc.def' }],
  ['/api/auth/magic-link', { json: { email: 'ana@shop.example' } }],
  ['/setup', { json: { key: SETUP_KEY, email: 'ana@shop.example', name: 'Ana', store: 'Shop' } }],
];

test.each(Object.entries(deployments))('with %s: setting up', async (_name, deployment) => {
  for (const [path, init] of requests) {
    // A session that is signed with nothing known is nobody's before any database is asked.
    const nobody = path === '/api/me' && deployment.AUTH_SECRET === SECRET;
    expect(await refusal(await at(deployment, path, init)), path).toBe(nobody ? '401 unauthorized' : '503 setting_up');
  }
  for (const path of ['/sign-in', `/sign-in?token=${'a'.repeat(43)}`, '/setup']) {
    const page = await at(deployment, path, { headers: HTML });
    expect(page.status).toBe(503);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('Baton is being set up. Please come back in a few minutes.');
  }
});

test('its stylesheet and the way to the dashboard work meanwhile', async () => {
  expect((await at(withoutSecret, '/pages.css')).status).toBe(200);
  expect((await at(withoutSecret, '/')).headers.get('location')).toBe('/dashboard/');
});

test('a database that fails is no secret’s way out', async () => {
  const inner = `D1_ERROR: near ${SECRET}`;
  const broken = {
    ...env,
    DB: {
      prepare: () => {
        throw new TypeError(inner);
      },
    } as unknown as D1Database,
  };
  const answer = await at(broken, '/widget/session', { json: { store: 'not-cached' } });
  const text = await answer.clone().text();
  expect(await refusal(answer)).toBe('500 unavailable');
  const page = await (await at(broken, '/setup', { headers: HTML })).text();
  for (const said of [text, page, ...logged]) {
    expect(said).not.toContain(SECRET);
    expect(said).not.toContain('D1_ERROR');
    expect(said).not.toMatch(/\bat .*\.ts/);
  }
  expect(logged).toContain('{"at":"error","path":"/widget/session","error":"TypeError"}');
});

test('a line a request: no query, no token, no text', async () => {
  await ask('/sign-in?token=secret-token-of-somebody', { headers: HTML });
  await ask('/widget/socket', {
    headers: { upgrade: 'websocket', 'sec-websocket-protocol': `${SUBPROTOCOL}, token.abc` },
  });
  await ask('/sign-in/link', { form: { email: 'nobody@shop.example' } });
  const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ at, method, path, status }) => ({ at, method, path, status }))).toEqual([
    { at: 'request', method: 'GET', path: '/sign-in', status: 409 },
    { at: 'request', method: 'GET', path: '/widget/socket', status: 401 },
    { at: 'request', method: 'POST', path: '/sign-in/link', status: 200 },
  ]);
  for (const { ms } of lines) expect(ms).toBeTypeOf('number');
  expect(logged.join()).not.toMatch(/secret-token|abc|nobody@/);
});

test('paths that nobody has: words for programs, a page for people', async () => {
  expect(await refusal(await ask('/api/nothing', { headers: HTML }))).toBe('404 not_found');
  expect(await refusal(await ask('/nothing'))).toBe('404 not_found');
  const page = await ask('/nothing', { headers: HTML });
  expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8']);
  expect(await refusal(await ask('/dashboard/assets/gone.js'))).toBe('404 not_found');
});

test('answers for programs load nothing and are not kept', async () => {
  const { headers } = await ask('/api/me');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});
