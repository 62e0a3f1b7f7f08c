import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { medianOf, openPanel, type Visit, visit } from './measure.ts';
import { fetchOthers, OTHERS } from './others.ts';
import { openShop } from './shop.ts';

const ROUNDS = 3;
/** Odd, and many: on a shared machine some come out twice as long for half a minute. */
const OPENINGS = 11;

/** @param demo the demo shop's address on a running server @param executable a Chromium */
export async function compareWidgets(demo: string, executable: string): Promise<string> {
  const say = (text: string) => process.stderr.write(`${text}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'baton-widgets-'));
  const before = loadavg()[0] ?? 0;
  say('Fetching the other widgets…');
  const folders = await fetchOthers(folder);
  const shop = await openShop(demo, folders);
  // What leaves this machine goes nowhere; not by a route of Playwright's, which takes the browser's cache away.
  const browser = await chromium.launch({
    executablePath: executable,
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'],
  });

  const names = ['none', 'baton', ...OTHERS.map(({ name }) => name)];
  const visits = new Map<string, Visit[]>(names.map((name) => [name, []]));
  const openings: Record<'near' | 'far', number[]> = { near: [], far: [] };
  const comings: number[] = [];
  try {
    // Once for nothing: what the server and the browser do only the first time is no widget's.
    for (const name of names) await visit(browser, shop.at + name);
    for (let round = 0; round < ROUNDS; round++) {
      for (const name of names) visits.get(name)?.push(await visit(browser, shop.at + name));
      say(`round ${round + 1} of ${ROUNDS}`);
    }
    for (let opening = 0; opening < OPENINGS; opening++) {
      const near = await openPanel(browser, `${shop.at}baton`, true);
      openings.near.push(near.paint);
      comings.push(near.blocking);
      openings.far.push((await openPanel(browser, `${shop.at}baton`, false)).paint);
    }
  } finally {
    await browser.close();
    shop.server.close();
    rmSync(folder, { recursive: true, force: true });
  }

  const page = medianOf(visits.get('none') ?? []);
  const bytes = (value: number) => value.toLocaleString('en');
  const row = (what: string, { bytes: all, requests, blocking, shift }: Visit) =>
    `| ${what} | ${bytes(all - page.bytes)} | ${requests - page.requests} | ${Math.round(blocking)} ms | ${shift.toFixed(3)} |`;
  const spread = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b).map(Math.round);
    return `${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)})`;
  };

  return `Measured on ${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load ${before.toFixed(1)}.

| Before any click, beyond the page’s own ${bytes(page.bytes)} bytes | bytes, brotli | requests | blocking at 4× | layout shift |
| --- | ---: | ---: | ---: | ---: |
${row('the shop’s page alone', page)}
${row('Baton', medianOf(visits.get('baton') ?? []))}
${OTHERS.map(({ name, version }) => row(`\`${name}\` ${version}`, medianOf(visits.get(name) ?? []))).join('\n')}

| Baton’s panel, from the press to its first paint at 4× | median of ${OPENINGS} |
| --- | ---: |
| where the pointer came near before | ${spread(openings.near)} |
| where it did not | ${spread(openings.far)} |

Blocking of the shop’s page up to the press, the pointer having come near: ${spread(comings)}.`;
}
