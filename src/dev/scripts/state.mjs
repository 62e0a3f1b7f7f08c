import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

/** What outlives a start: secrets, so that sessions and tokens stay good, and what was imported last. */

export const ROOT = resolve(import.meta.dirname, '../../..');
/** The browser tests bring an empty folder of their own. */
export const STATE = resolve(ROOT, process.env.BATON_STATE ?? '.wrangler');
/** What a start builds and serves. */
export const DIST = join(STATE, 'dist');
const FILE = join(STATE, 'dev.json');

/**
 * @typedef {{ authSecret: string, setupKey: string, mailKey: string, imported: string }} State
 * @returns {State}
 */
export function readState() {
  let known = {};
  try {
    known = JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    // The first start, or .wrangler was removed.
  }
  const secret = () => randomBytes(32).toString('base64url');
  const state = { authSecret: secret(), setupKey: secret(), mailKey: secret(), imported: '', ...known };
  writeState(state);
  return state;
}

/** @param {State} state */
export function writeState(state) {
  mkdirSync(STATE, { recursive: true });
  writeFileSync(FILE, JSON.stringify(state, null, 2), { mode: 0o600 });
}

const canListen = (/** @type {number} */ port, /** @type {string} */ host) =>
  new Promise((done) => {
    const server = createServer();
    // A machine without IPv6 has nothing listening there either.
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      done(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(true)));
  });

/** Both loopback addresses, since a browser may take either for "localhost". */
export const isFree = async (/** @type {number} */ port) =>
  (await canListen(port, '127.0.0.1')) && (await canListen(port, '::1'));
