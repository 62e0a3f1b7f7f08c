import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importTexts } from '../../assistant/knowledge/over-http.ts';
import { ROOT, writeState } from './state.mjs';

/** Fills an empty demo store, through the same doors that a merchant uses. */

const DEMO = join(ROOT, 'src/dev/demo');
const SHOP = 'https://shop.example';
const OWNER = { email: 'ana@voltandvine.example', name: 'Ana Kovač', store: 'Volt & Vine' };
const TEAM = [
  { name: 'Dele Okafor', email: 'dele@voltandvine.example', role: 'agent' },
  { name: 'Tomás Rivera', email: 'tomas@voltandvine.example', role: 'agent' },
];

/** What is to be imported, with the shop's links pointing to where it is served. */
function knowledge(/** @type {string} */ origin) {
  const here = (/** @type {string} */ file) => readFileSync(file, 'utf8').replaceAll(SHOP, `${origin}/demo`);
  const articles = join(DEMO, 'articles');
  const names = readdirSync(articles).filter((name) => name.endsWith('.md'));
  /** @type {{ name: string, format: 'google' | 'markdown', files: Record<string, string> }[]} */
  return [
    { name: 'Product feed', format: 'google', files: { 'feed.xml': here(join(DEMO, 'feed.xml')) } },
    {
      name: 'Help articles',
      format: 'markdown',
      files: Object.fromEntries(names.map((name) => [name, here(join(articles, name))])),
    },
  ];
}

/**
 * @param {string} origin
 * @param {import('./state.mjs').State} state
 */
export async function seed(origin, state) {
  /** @param {string} path @param {RequestInit & { cookie?: string }} [init] */
  const ask = async (path, { cookie, ...init } = {}) => {
    const headers = new Headers(init.headers);
    headers.set('origin', origin);
    if (cookie) headers.set('cookie', cookie);
    const answer = await fetch(origin + path, { method: 'POST', ...init, headers });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const json = (/** @type {unknown} */ value) => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });

  const all = knowledge(origin);
  const imported = createHash('sha256').update(JSON.stringify(all)).digest('hex');
  const { stores } = await (await fetch(`${origin}/dev/ready`)).json();
  if (stores > 0 && state.imported === imported) return;

  const entered = await ask('/setup', json({ key: state.setupKey, ...OWNER }));
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { store } = await entered.json();
  if (stores === 0) {
    for (const person of TEAM) await ask(`/api/stores/${store.id}/people`, { cookie, ...json(person) });
  }
  for (const { name, format, files } of all) {
    const faults = await importTexts({ origin, store: store.id, cookie }, { name, format, files });
    for (const { file, line, cause } of faults) process.stderr.write(`${file}, line ${line}: ${cause}\n`);
  }
  writeState({ ...state, imported });
}

/**
 * Asks for the owner's sign-in link as anybody would, and reads it from the mailbox.
 * @param {string} origin
 * @param {import('./state.mjs').State} state
 * @returns {Promise<string>}
 */
export async function signInLink(origin, state) {
  const authorization = `Bearer ${state.mailKey}`;
  const read = async (/** @type {string} */ path) =>
    (await fetch(`${origin}/dev/emails${path}`, { headers: { authorization } })).json();
  const newest = async () => {
    const { data } = await read('');
    return data.find(
      (/** @type {{ to: string[], subject: string }} */ mail) =>
        mail.to[0] === OWNER.email && /^Sign in/.test(mail.subject),
    );
  };
  const before = await newest();
  const answer = await fetch(`${origin}/api/auth/magic-link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: OWNER.email }),
  });
  if (!answer.ok) throw new Error(`The sign-in link could not be made: ${answer.status}`);
  for (let tries = 0; tries < 100; tries++) {
    const mail = await newest();
    // After many starts in a row no further link is mailed; the last one still holds.
    if (mail && (mail.id !== before?.id || tries > 50)) {
      const link = /https?:\/\/\S+\/sign-in\?token=\S+/.exec((await read(`/${mail.id}`)).text);
      if (link) return link[0];
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('The sign-in link did not reach the mailbox');
}
