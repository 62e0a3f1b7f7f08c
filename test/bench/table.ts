import { type Attack, OTHERS } from './attack.ts';
import type { Reading } from './bill/meter.ts';
import { EMAILED_SHARE, freeADay, gbSecondsOf, mixed, priceOf, rowsWritten, unitsOf } from './bill/prices.ts';
import type { Burst } from './burst.ts';
import { CUSTOMERS } from './burst.ts';
import type { Costs } from './cost.ts';
import { type Dashboards, RATE, TEAM } from './dashboards.ts';
import { CONVERSATIONS, type Delivery, type Kind } from './delivery.ts';
import { type Idle, OPEN, QUIET } from './idle.ts';
import { ARTICLES, PRODUCTS, type Searches } from './search.ts';

/** What was found, as rows of one table. */

export interface Row {
  what: string;
  baton: string;
  bare?: string;
  party?: string;
  /** Baton's by the bare object's. */
  ratio?: string;
  aim?: string;
}

const ms = (value: number) => `${value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en')} ms`;
const whole = (value: number) => Math.round(value).toLocaleString('en');
const upTo = (value: number, digits: number) => String(Number(value.toFixed(digits)));

export function costRows({ emailed, quiet }: Costs): Row[] {
  const units = mixed(unitsOf(emailed), unitsOf(quiet), EMAILED_SHARE);
  const seconds = EMAILED_SHARE * gbSecondsOf(emailed) + (1 - EMAILED_SHARE) * gbSecondsOf(quiet);
  const free = freeADay(units, seconds);
  const own = ({ lines }: Reading) =>
    lines.filter((line) => line.place === 'assistant' && line.unit === 'rowsRead').reduce((sum, { n }) => sum + n, 0);
  return [
    { what: 'Rows written, objects and D1', baton: upTo(rowsWritten(units), 1), aim: 'at most 60' },
    { what: 'Rows read, objects and D1', baton: whole(units.objectRowsRead + units.d1RowsRead) },
    { what: 'Object requests, frames at 20:1', baton: upTo(units.objectRequests, 2), aim: 'at most 25' },
    { what: 'Worker requests', baton: upTo(units.workerRequests, 1) },
    { what: 'KV writes · reads', baton: `${upTo(units.kvWrites, 1)} · ${upTo(units.kvReads, 1)}` },
    { what: 'Alarms', baton: upTo(units.alarms, 1) },
    { what: 'Object duration, an estimate', baton: `${seconds.toFixed(2)} GB-s` },
    { what: 'Price of 1,000', baton: `$${(1_000 * priceOf(units, seconds)).toFixed(3)}`, aim: 'at most $0.07' },
    { what: 'The free plan holds, a day', baton: `${whole(free.n)} (${nameOf[free.by]})`, aim: '2,000' },
    {
      what: 'Apart: D1 rows that the assistant reads',
      baton: upTo(EMAILED_SHARE * own(emailed) + (1 - EMAILED_SHARE) * own(quiet), 1),
    },
  ];
}

/** What runs out first. */
const nameOf: Record<ReturnType<typeof freeADay>['by'], string> = {
  objectRowsWritten: 'rows written',
  objectRowsRead: 'rows read',
  d1RowsWritten: 'rows written in D1',
  d1RowsRead: 'rows read in D1',
  objectRequests: 'object requests',
  gbSeconds: 'duration',
  workerRequests: 'Worker requests',
  kvWrites: 'KV writes',
  kvReads: 'KV reads',
};

export function deliveryRows({ bare, party, baton }: Record<Kind, Delivery>): Row[] {
  const row = (what: string, key: keyof Delivery, show: (value: number) => string, aim?: string): Row => ({
    what,
    bare: show(bare[key]),
    party: show(party[key]),
    baton: show(baton[key]),
    ratio: (baton[key] / bare[key]).toFixed(2),
    ...(aim && { aim }),
  });
  return [
    row('From send to the other side, p50', 'p50', ms, 'at most 1.15'),
    row('… p99', 'p99', ms),
    row(`Messages a second, ${CONVERSATIONS} conversations`, 'perSecond', whole, 'at least 0.85'),
    row('… processor time a message', 'processor', (value) => `${whole(value)} µs`),
  ];
}

export function burstRows({ bare, baton }: { bare: Burst; baton: Burst }): Row[] {
  const all = whole(CUSTOMERS);
  return [
    {
      what: `${all} handoffs at once, on two dashboards`,
      bare: ms(bare.ms),
      baton: ms(baton.ms),
      ratio: (baton.ms / bare.ms).toFixed(2),
    },
    { what: '… shown', bare: whole(bare.shown), baton: whole(baton.shown), aim: all },
  ];
}

export function dashboardRows({ p50, p99, listP99, perSecond }: Dashboards): Row[] {
  return [
    { what: `${TEAM} dashboards, ${whole(RATE)} messages/s: to the other side, p50`, baton: ms(p50) },
    { what: '… p99', baton: ms(p99) },
    { what: '… age of the words in the lists, p99', baton: ms(listP99) },
    { what: '… messages/s that arrived', baton: whole(perSecond) },
  ];
}

export function attackRows({ others, beside, perSecond, closed }: Attack): Row[] {
  const row = (what: string, { before, during }: Attack['others']): Row => ({
    what,
    bare: `${ms(before)} before`,
    baton: ms(during),
    ratio: (during / before).toFixed(2),
    aim: 'at most 2',
  });
  return [
    row(`One guest at full speed: ${OTHERS} other conversations, p99`, others),
    row('… its own conversation, between staff and another tab, p99', beside),
    { what: '… frames/s that it sent · times it was shown out', baton: `${whole(perSecond)} · ${whole(closed)}` },
  ];
}

export function idleRows({ nothing, bare, baton }: Idle): Row[] {
  const what = `${whole(OPEN)} open conversations: processor time of ${QUIET / 1_000} quiet seconds`;
  return [
    { what, bare: ms(bare), baton: ms(baton), ratio: bare > 0 ? (baton / bare).toFixed(2) : '–' },
    { what: '… of a runtime with none', baton: ms(nothing) },
  ];
}

export function searchRows({
  imported,
  p50,
  p95,
  read,
  mostRead,
  processor,
  processorP95,
  hop,
  nothing,
}: Searches): Row[] {
  return [
    {
      what: `Importing ${whole(PRODUCTS)} products, in five files`,
      baton: `${whole(imported / 1_000)} s`,
      aim: 'at most 180 s',
    },
    { what: `One search, ${whole(PRODUCTS)} products and ${whole(ARTICLES)} articles, p50`, baton: ms(p50) },
    { what: '… p95', baton: ms(p95), aim: 'at most 30 ms' },
    { what: '… processor time, p50 · p95', baton: `${ms(processor)} · ${ms(processorP95)}` },
    { what: '… of this the request that asks nothing, p50', baton: ms(hop) },
    { what: '… rows that D1 reads, median · most', baton: `${whole(read)} · ${whole(mostRead)}` },
    { what: '… that found nothing', baton: whole(nothing) },
  ];
}

const COLUMNS: [key: keyof Row, title: string][] = [
  ['what', ''],
  ['bare', 'bare object'],
  ['party', 'partyserver'],
  ['baton', 'Baton'],
  ['ratio', 'ratio'],
  ['aim', 'aim'],
];

export function markdown(rows: readonly Row[]): string {
  const columns = COLUMNS.filter(([key]) => rows.some((row) => row[key] !== undefined));
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(([, title]) => title)),
    line(columns.map(([key]) => (key === 'what' || key === 'aim' ? '---' : '---:'))),
    ...rows.map((row) => line(columns.map(([key]) => row[key] ?? ''))),
  ].join('\n');
}
