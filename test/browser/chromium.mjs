import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Finds a Chromium that starts, or installs one by whichever way works on this machine. */

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser', 'chrome.exe'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Some are only a stub that asks for another installation (Ubuntu's chromium-browser), or lack a library. */
function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000, stdio: 'ignore' }).status === 0;
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

const find = () => [...onPath(NAMES), ...ELSEWHERE, chromium.executablePath()].find(starts);

const run = (command, args) =>
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 300_000 }).status === 0;

/** @param {string} name */
function debian(name) {
  const apt = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const [command = '', ...rest] = apt;
  if (spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return false;
  return run(command, [...rest, 'update', '-qq']) && run(command, [...rest, 'install', '-y', '-qq', name]);
}

const WAYS = [
  {
    name: 'Playwright’s download',
    install: () =>
      run(process.execPath, [
        join(dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json')), 'cli.js'),
        'install',
        'chromium',
      ]),
  },
  {
    name: 'Debian’s package',
    install: () => debian('chromium'),
  },
];

/**
 * The same engine without a window's machinery takes a third less of two cores, and lacks Web Push.
 * @param {string} whole what stands in for it where there is none
 * @returns {string} the path of an executable
 */
export function shellPath(whole) {
  if (process.env.CHROMIUM_PATH) return whole;
  const find = () => onPath(['chromium-headless-shell', 'chrome-headless-shell']).find(starts);
  const found = find();
  // Where people work, one browser is enough.
  if (found || !process.env.CI) return found ?? whole;
  return (debian('chromium-headless-shell') && find()) || whole;
}

/** @returns {string} the path of an executable; throws with one line that says what to do */
export function chromiumPath() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) {
    if (starts(wanted)) return wanted;
    throw new Error(`CHROMIUM_PATH is ${wanted}, which does not start. Set it to a Chromium or Chrome, or unset it.`);
  }
  const found = find();
  if (found) return found;
  for (const { name, install } of WAYS) {
    console.log(`No Chromium here. Trying ${name}.`);
    const installed = install() && find();
    if (installed) return installed;
  }
  throw new Error('No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to one, and run this again.');
}
