import * as v from 'valibot';
import type { Env } from '../env';
import { isAddress, isPrivateAddress, type Unsafe, unsafeUrl } from './address';
import { within } from './patience';

/**
 * Requests to addresses that merchants gave. They reach the public internet only: what the URL says, what its name resolves
 * to, and every redirect are looked at before anything is sent. In production the platform's own network refuses private
 * addresses once more, which covers a name that resolves otherwise a moment later.
 */

export type Guarded = Pick<Env, 'DOH_URL' | 'PRIVATE_URLS'>;

/** Why nothing was sent, or nothing came back that can be used. */
export class Unreachable extends Error {
  constructor(
    readonly why: Unsafe | 'unknown_name' | 'too_many_redirects' | 'redirected_elsewhere',
    /** Where it was sent on to: for whoever asks there anew, and without what the request carried. */
    readonly sentTo?: string,
  ) {
    super(why);
    this.name = 'Unreachable';
  }
}

const RESOLVER = 'https://cloudflare-dns.com/dns-query';
const HOPS = 3;
const PATIENCE = 3_000;
const REMEMBERED = 30_000;
const MOST_NAMES = 500;

/** A (1) and AAAA (28); what stands between (CNAME, 5) is no address. */
const TYPES = { A: 1, AAAA: 28 } as const;
const DnsAnswer = v.object({
  Status: v.number(),
  Answer: v.optional(v.array(v.object({ type: v.number(), data: v.string() })), () => []),
});

/** Whether the operator lets requests go to an origin although it is private: `PRIVATE_URLS` lists them, `*` is all. */
export function isPermitted(env: Guarded, url: string): boolean {
  const permitted = (env.PRIVATE_URLS ?? '').split(/[\s,]+/).filter(Boolean);
  if (permitted.length === 0 || !URL.canParse(url)) return false;
  const { origin, protocol } = new URL(url);
  return /^https?:$/.test(protocol) && (permitted.includes('*') || permitted.includes(origin));
}

/** What is wrong with a URL, its name resolved; null where nothing is. */
export async function unsafe(env: Guarded, url: string): Promise<Unreachable['why'] | null> {
  if (isPermitted(env, url)) return null;
  const wrong = unsafeUrl(url);
  if (wrong) return wrong;
  const { hostname } = new URL(url);
  if (isAddress(hostname)) return null;
  const addresses = await addressesOf(env, hostname);
  if (addresses.length === 0) return 'unknown_name';
  return addresses.some(isPrivateAddress) ? 'private_address' : null;
}

/** What was resolved a moment ago: a model is asked several times for one answer. */
const resolved = new Map<string, { at: number; addresses: string[] }>();

async function addressesOf(env: Guarded, name: string): Promise<string[]> {
  const key = `${env.DOH_URL ?? ''} ${name}`;
  const known = resolved.get(key);
  if (known && Date.now() - known.at < REMEMBERED) return known.addresses;
  const addresses = (await Promise.all([resolve(env, name, 'A'), resolve(env, name, 'AAAA')])).flat();
  if (resolved.size >= MOST_NAMES) resolved.clear();
  resolved.set(key, { at: Date.now(), addresses });
  return addresses;
}

/** @throws where the resolver cannot be had: then nothing is sent */
async function resolve({ DOH_URL = RESOLVER }: Guarded, name: string, type: keyof typeof TYPES): Promise<string[]> {
  const url = new URL(DOH_URL);
  url.searchParams.set('name', name.replace(/\.+$/, ''));
  url.searchParams.set('type', type);
  const headers = { accept: 'application/dns-json' };
  const json = await within(PATIENCE, async (signal) => (await fetch(url, { headers, signal })).json());
  const { Answer } = v.parse(DnsAnswer, json);
  return Answer.filter((one) => one.type === TYPES[type]).map((one) => one.data);
}

/**
 * `fetch`, kept to the public internet. Redirects that keep method and body (307, 308) are followed, three at most; no other
 * is, and none to another origin where the request carries a key.
 * @throws Unreachable before anything is sent that should not be; whatever `fetch` throws
 */
export async function guardedFetch(env: Guarded, url: string, init: RequestInit): Promise<Response> {
  let to = url;
  for (let hop = 0; hop <= HOPS; hop++) {
    const wrong = await unsafe(env, to);
    if (wrong) throw new Unreachable(wrong);
    const answer = await fetch(to, { ...init, redirect: 'manual' });
    if (answer.status < 300 || answer.status > 399 || answer.status === 304) return answer;
    await answer.body?.cancel();
    const next = answer.headers.get('location');
    if (!next || !URL.canParse(next, to) || (answer.status !== 307 && answer.status !== 308)) {
      throw new Unreachable(
        'redirected_elsewhere',
        next && URL.canParse(next, to) ? new URL(next, to).href : undefined,
      );
    }
    const { href, origin } = new URL(next, to);
    const carriesKey = new Headers(init.headers).has('authorization');
    if (carriesKey && origin !== new URL(to).origin) throw new Unreachable('redirected_elsewhere');
    to = href;
  }
  throw new Unreachable('too_many_redirects');
}
