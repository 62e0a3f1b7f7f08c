import type { Line, Place, Reading, Unit } from './meter';

/** What Cloudflare asks for the units, from its price pages: US dollars beyond what the paid plan includes. */
const PRICE = {
  rowsWritten: 1.0 / 1e6,
  rowsRead: 0.001 / 1e6,
  objectRequests: 0.15 / 1e6,
  gbSeconds: 12.5 / 1e6,
  workerRequests: 0.3 / 1e6,
  kvWrites: 5.0 / 1e6,
  kvReads: 0.5 / 1e6,
} as const;

/** What the free plan allows a day. Objects and D1 have an allowance each. */
const FREE = {
  objectRowsWritten: 100_000,
  objectRowsRead: 5_000_000,
  d1RowsWritten: 100_000,
  d1RowsRead: 5_000_000,
  objectRequests: 100_000,
  gbSeconds: 13_000,
  workerRequests: 100_000,
  kvWrites: 1_000,
  kvReads: 100_000,
} as const;

/** Twenty incoming frames are billed as one request; outgoing ones are free. */
const FRAMES_A_REQUEST = 20;
/** An object is billed as if it held this much memory, GB. */
const MEMORY = 0.128;
/** So long a call to a service elsewhere is taken to last, ms: here they are next door. */
const AWAY = 20;

export interface Units {
  /** One for each `setAlarm` included. */
  objectRowsWritten: number;
  objectRowsRead: number;
  d1RowsWritten: number;
  d1RowsRead: number;
  /** Connections, calls, alarms, and a twentieth of the frames. */
  objectRequests: number;
  alarms: number;
  frames: number;
  workerRequests: number;
  kvWrites: number;
  kvReads: number;
}

const OBJECTS: Place[] = ['conversation', 'desk'];

function sum(lines: readonly Line[], units: Unit[], places?: Place[]): number {
  const fits = (line: Line) => units.includes(line.unit) && (!places || places.includes(line.place));
  return lines.filter(fits).reduce((total, { n }) => total + n, 0);
}

export function unitsOf({ lines }: Pick<Reading, 'lines'>): Units {
  const alarms = sum(lines, ['alarms']);
  const frames = sum(lines, ['frames']);
  return {
    objectRowsWritten: sum(lines, ['rowsWritten', 'alarmsSet'], OBJECTS),
    objectRowsRead: sum(lines, ['rowsRead'], OBJECTS),
    d1RowsWritten: sum(lines, ['rowsWritten'], ['d1']),
    d1RowsRead: sum(lines, ['rowsRead'], ['d1']),
    objectRequests: sum(lines, ['requests'], OBJECTS) + alarms + frames / FRAMES_A_REQUEST,
    alarms,
    frames,
    workerRequests: sum(lines, ['requests'], ['worker']),
    kvWrites: sum(lines, ['writes'], ['kv']),
    kvReads: sum(lines, ['reads'], ['kv']),
  };
}

export const rowsWritten = (units: Units): number => units.objectRowsWritten + units.d1RowsWritten;

/**
 * An estimate: the time in which objects had something under way on this machine, and a guess at what their calls to
 * services elsewhere would have added.
 */
export function gbSecondsOf({ lines, active }: Reading): number {
  const here = Object.values(active).reduce((total, ms) => total + ms, 0);
  const calls = sum(lines, ['calls'], ['d1', 'assistant']) + sum(lines, ['reads', 'writes'], ['kv']);
  const between = sum(lines, ['requests'], ['desk']);
  return ((here + (calls + between) * AWAY) / 1_000) * MEMORY;
}

/** With 2,000 conversations a day, every fifth or fewer comes when no email has gone out for five minutes. */
export const EMAILED_SHARE = 0.2;

/** Some of each: `share` of the first, the rest of the second. */
export function mixed(first: Units, second: Units, share: number): Units {
  const keys = Object.keys(first) as (keyof Units)[];
  return Object.fromEntries(
    keys.map((key) => [key, share * first[key] + (1 - share) * second[key]]),
  ) as unknown as Units;
}

/** Dollars for one. */
export function priceOf(units: Units, gbSeconds: number): number {
  return (
    rowsWritten(units) * PRICE.rowsWritten +
    (units.objectRowsRead + units.d1RowsRead) * PRICE.rowsRead +
    units.objectRequests * PRICE.objectRequests +
    gbSeconds * PRICE.gbSeconds +
    units.workerRequests * PRICE.workerRequests +
    units.kvWrites * PRICE.kvWrites +
    units.kvReads * PRICE.kvReads
  );
}

/** How many of these a day the free plan holds, and what runs out first. */
export function freeADay(units: Units, gbSeconds: number): { n: number; by: keyof typeof FREE } {
  const used = { ...units, gbSeconds };
  const keys = Object.keys(FREE) as (keyof typeof FREE)[];
  const held = keys.filter((key) => used[key] > 0).map((by) => ({ n: Math.floor(FREE[by] / used[by]), by }));
  return held.reduce((least, one) => (one.n < least.n ? one : least));
}
