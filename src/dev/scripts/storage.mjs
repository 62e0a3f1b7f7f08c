import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT, STATE } from './state.mjs';

/** A deployment has R2 only where its operator turned it on; here it costs nothing, so local runs have it. */
const STORAGE = `
[[r2_buckets]]
binding = "FILES"
bucket_name = "files"
`;

const plain = (/** @type {string} */ path) => path.replaceAll('\\', '/');
/** Paths in wrangler.toml are its own folder's; what is written elsewhere names them whole. */
const PATHS = [
  ['main = "', ROOT],
  ['migrations_dir = "', ROOT],
  // What this start builds is its own: a second one beside it, or a build meanwhile, would pull the files away.
  ['directory = "', STATE],
];

/** Writes wrangler.toml with storage for files beside the state. @returns where */
export function withStorage() {
  const toml = PATHS.reduce(
    (text, [before, folder]) => {
      if (!text.includes(`\n${before}`)) throw new Error(`wrangler.toml has no ${before}…"`);
      return text.replaceAll(`\n${before}`, `\n${before}${plain(folder)}/`);
    },
    readFileSync(join(ROOT, 'wrangler.toml'), 'utf8'),
  );
  // What is watched stays relative to the file, whatever it is; what is built, to this process.
  const build = `[build]\ncwd = "${plain(ROOT)}"\nwatch_dir = "${plain(relative(STATE, join(ROOT, 'src')))}"`;
  const config = join(STATE, 'wrangler.toml');
  mkdirSync(STATE, { recursive: true });
  writeFileSync(config, toml.replace('[build]', build) + STORAGE);
  return config;
}
