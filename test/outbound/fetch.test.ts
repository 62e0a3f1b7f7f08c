import { env } from 'cloudflare:test';
import { describe, expect, it } from 'vitest';
import { guardedFetch, isPermitted, Unreachable, unsafe } from '../../src/outbound/fetch';

/** Requests to addresses that merchants gave, with a real resolver and real redirects. */

declare global {
  interface TestEnv {
    INTERNET_URL: string;
  }
}

const here = env.INTERNET_URL;
const DOH_URL = `${here}/dns-query`;
const strict = { DOH_URL };
const permitted = { DOH_URL, PRIVATE_URLS: here };

const why = (work: Promise<unknown>) =>
  work.then(
    () => 'sent',
    (error: unknown) => (error instanceof Unreachable ? error.why : String(error)),
  );

describe('a name is resolved before anything is sent', () => {
  it.each([
    ['https://shop.example.com/hook', null],
    ['https://shop.example.com./hook', null],
    ['https://inside.example.com/', 'private_address'],
    ['https://both.example.com/', 'private_address'],
    ['https://six.example.com/', 'private_address'],
    ['https://nobody.example.com/', 'unknown_name'],
    ['https://8.8.8.8/', null],
    ['https://2130706433/', 'private_address'],
    ['http://shop.example.com/', 'not_https'],
  ])('%s: %s', async (url, expected) => {
    expect(await unsafe(strict, url)).toBe(expected);
  });

  it('where the resolver cannot be had nothing is sent', async () => {
    const env = { DOH_URL: `${here}/echo` };
    expect(await why(guardedFetch(env, 'https://other.example.com/', {}))).not.toBe('sent');
  });
});

describe('redirects', () => {
  const to = (url: string, status = 307) => `${here}/to?status=${status}&url=${encodeURIComponent(url)}`;
  const post = { method: 'POST', body: 'words' };

  it('that keep method and body are followed, also several', async () => {
    const answer = await guardedFetch(permitted, to(to('/echo', 308)), post);
    expect(await answer.json()).toMatchObject({ method: 'POST', body: 'words' });
  });

  it.each([
    ['to a private name', to('https://inside.example.com/'), 'private_address'],
    ['to a private address', to('https://[::ffff:10.0.0.1]/'), 'private_address'],
    ['to plain http', to(here.replace('127.0.0.1', 'localhost')), 'not_https'],
    ['to a file', to('file:///etc/passwd'), 'not_https'],
    ['that drop the body', to('/echo', 302), 'redirected_elsewhere'],
    ['to nowhere', to('', 307).replace(/url=$/, ''), 'redirected_elsewhere'],
    ['without end', to(to(to(to('/echo')))), 'too_many_redirects'],
  ])('%s are refused', async (_, url, expected) => {
    expect(await why(guardedFetch(permitted, url, post))).toBe(expected);
  });

  it('never carry a key to another origin', async () => {
    const keyed = { ...post, headers: { authorization: 'Bearer sk' } };
    expect(await why(guardedFetch(permitted, to('https://shop.example.com/'), keyed))).toBe('redirected_elsewhere');
    const same = await guardedFetch(permitted, to('/echo'), keyed);
    expect(await same.json()).toMatchObject({ authorization: 'Bearer sk' });
  });
});

describe('what the operator permits', () => {
  it.each([
    [undefined, here, false],
    ['', here, false],
    [here, `${here}/path`, true],
    [`https://a.example, ${here}`, here, true],
    [here, 'http://127.0.0.1:1/', false],
    ['*', 'http://localhost:1234/', true],
    ['*', 'ftp://localhost/', false],
  ])('PRIVATE_URLS %s lets %s: %s', (PRIVATE_URLS, url, expected) => {
    expect(isPermitted(PRIVATE_URLS === undefined ? {} : { PRIVATE_URLS }, url)).toBe(expected);
  });
});
