import { openAsBlob, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { FREE_ROWS_A_DAY, needsConsent, plan } from '../../assistant/knowledge/importing.ts';
import { type Door, letIn, overHttp, Refused } from '../../assistant/knowledge/over-http.ts';
import { FORMATS, type Format, kindOf } from '../../assistant/knowledge/reading/formats.ts';
import { inspect, type KnowledgeFile } from '../../assistant/knowledge/reading/read.ts';
import { Unreadable } from '../../assistant/knowledge/reading/unreadable.ts';
import { carryOut } from '../../assistant/knowledge/sending.ts';
import { STATE } from './state.mjs';

/** `npm run import -- --store KEY FILE…`: what the dashboard's Knowledge page does, from a terminal. */

const USAGE = `npm run import -- --store KEY FILE…

  --store KEY        the store's key, as in the shop's script tag (default: the first store of whoever signs in)
  --url URL          where Baton runs (default http://localhost:8787, the one that npm start runs)
  --email ADDRESS    the owner's address; with SETUP_KEY in the environment it lets the program in
                     (or BATON_KEY in the environment: an API key of the store that may import; then no --store, no --email)
  --source NAME      the source that the files replace, by its name (default: the one of this kind and format, else a new one)
  --format FORMAT    ${Object.keys(FORMATS).join(', ')} (default: found out)
  --map field=Column for tables with columns of their own, as often as needed: --map title=Name --map link=URL
  --currency EUR     for prices that name none
  --site URL         where the shop is, for exports that hold no links (Shopify, WooCommerce)
  --encoding NAME    such as windows-1251 (default: found out)
  --keep             what the files no longer name stays
  --most ROWS        stop after so many written rows; the same command goes on another day
  --yes              do not ask
  --dry-run          say what would be done, and stop
`;

const OPTIONS = {
  store: { type: 'string' },
  url: { type: 'string', default: 'http://localhost:8787' },
  email: { type: 'string' },
  source: { type: 'string' },
  format: { type: 'string' },
  map: { type: 'string', multiple: true, default: [] },
  currency: { type: 'string' },
  site: { type: 'string' },
  encoding: { type: 'string' },
  keep: { type: 'boolean', default: false },
  most: { type: 'string' },
  yes: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const say = (text: string) => process.stdout.write(`${text}\n`);
const fail = (text: string): never => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};
const number = (n: number) => n.toLocaleString('en');

/** Signs in as an owner does without mail: by the key that set the store up. */
async function enter(origin: string, email: string | undefined) {
  const local = readState();
  const key = process.env.SETUP_KEY ?? local?.setupKey;
  const address = email ?? (process.env.SETUP_KEY ? undefined : 'ana@voltandvine.example');
  if (!key || !address) return fail('Set SETUP_KEY, and say --email ADDRESS: the owner’s.');
  const entered = await fetch(`${origin}/setup`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ key, email: address }),
  }).catch(() => fail(`Nothing answers at ${origin}.`));
  if (!entered.ok) return fail('The key or the address was not accepted.');
  return entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

function readState(): { setupKey?: string } | null {
  try {
    return JSON.parse(readFileSync(join(STATE, 'dev.json'), 'utf8'));
  } catch {
    return null;
  }
}

/** By an API key in the environment, which names its store; else as the owner. */
async function doorOf(origin: string, email: string | undefined, store: string | undefined): Promise<Door> {
  const { BATON_KEY: key } = process.env;
  if (!key) {
    const cookie = await enter(origin, email);
    return { origin, store: await storeOf(origin, cookie, store), cookie };
  }
  const known = await fetch(`${origin}/api/v1/store`, { headers: letIn({ key }) }).catch(() =>
    fail(`Nothing answers at ${origin}.`),
  );
  if (!known.ok) return fail('The API key was not accepted.');
  return { origin, store: (await known.json()).store, key };
}

async function storeOf(origin: string, cookie: string, key: string | undefined): Promise<string> {
  const { stores } = await (await fetch(`${origin}/api/me`, { headers: { cookie } })).json();
  const found = stores.find((one: { key: string }) => key === undefined || one.key === key);
  return found?.id ?? fail(`There is no store with the key ${key}.`);
}

async function fileOf(path: string): Promise<KnowledgeFile> {
  // Of a Blob that stands for a file only what is being read is in memory.
  const blob = await openAsBlob(path).catch(() => fail(`${path} cannot be read.`));
  return { name: basename(path), stream: () => blob.stream() };
}

async function main() {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
  if (values.help || positionals.length === 0) return say(USAGE);
  const files = await Promise.all(positionals.map(fileOf));
  const [first] = files;
  if (!first) return;
  const found = await inspect(first, values.encoding);
  const format = (values.format as Format | undefined) ?? found.format;
  if (!(format in FORMATS)) return fail(`There is no format ${format}: ${Object.keys(FORMATS).join(', ')}`);
  const chosen = Object.fromEntries(values.map.map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')]));
  const reading = {
    format,
    ...((format === 'csv' || values.map.length > 0) && { mapping: { ...found.mapping, ...chosen } }),
    ...(values.currency && { currency: values.currency.toUpperCase() }),
    ...(values.site && { site: values.site }),
    ...(values.encoding && { encoding: values.encoding }),
  };
  const origin = values.url.replace(/\/+$/, '');
  const way = await doorOf(origin, values.email, values.store);
  const door = overHttp(way);

  const { sources } = await (
    await fetch(`${origin}/api/stores/${way.store}/knowledge`, { headers: letIn(way) })
  ).json();
  type Source = { n: number; name: string; kind: string; reading: { format: string } };
  const source: Source | undefined = sources.find((one: Source) =>
    values.source ? one.name === values.source : one.kind === kindOf(format) && one.reading.format === format,
  );
  const name = values.source ?? source?.name ?? first.name;
  say(`${FORMATS[format]} → ${source ? `“${source.name}”` : `a new source, “${name}”`}`);

  const begin = { kind: kindOf(format), source: source?.n ?? null, name, reading };
  const made = await plan(door, { files, begin, keep: values.keep, now: Date.now() });
  const { report } = made;
  for (const { file, line, cause } of made.faults) process.stderr.write(`${file}, line ${line}: ${cause}\n`);
  const days = Math.ceil(made.rows / FREE_ROWS_A_DAY);
  say(
    `${number(report.added)} to add, ${number(report.changed)} to change, ${number(report.removed)} to remove, ` +
      `${number(report.unchanged)} unchanged, ${number(report.bad)} bad${made.left > 0 ? `, ${number(made.left)} drafts left out` : ''}`,
  );
  say(
    `About ${number(made.rows)} rows: ${days <= 1 ? 'within a day of' : `${days} days on`} the free plan (100,000 a day).`,
  );
  // What an earlier run has sent already stays, for the same command to go on with.
  const leave = async () => {
    if (!made.resumed) await door.giveUp(made.session.source);
  };
  if (values['dry-run']) return leave();
  if (!values.yes && needsConsent(made)) {
    if (!process.stdin.isTTY) {
      await leave();
      return fail('More than a third of this source would go. Say --yes, or --keep to leave it.');
    }
    const asked = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await asked.question(
      `${number(report.removed)} of ${number(made.before)} would go. Go on? (yes/no) `,
    );
    asked.close();
    if (!/^y(es)?$/i.test(answer.trim())) {
      await leave();
      return say('Nothing was changed.');
    }
  }
  const begun = performance.now();
  const progress = ({ sent, of }: { sent: number; of: number }) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${number(sent)} of ${number(of)} `);
  };
  const whole = await carryOut(door, made, { progress, most: Number(values.most ?? Number.POSITIVE_INFINITY) });
  if (process.stderr.isTTY) process.stderr.write('\r');
  say(
    whole
      ? `Done in ${Math.round((performance.now() - begun) / 1_000)} s.`
      : 'Stopped before the end. What was sent is kept; nothing of it is found until the same command has finished.',
  );
}

try {
  await main();
} catch (error) {
  if (error instanceof Unreadable || error instanceof Refused) fail(error.message);
  throw error;
}
