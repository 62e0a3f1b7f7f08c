import { env, evictDurableObject } from 'cloudflare:test';
import { exports } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { busy, read, start, stop } from '../bench/bill/meter';
import { EMAILED_SHARE, freeADay, mixed, rowsWritten, type Units, unitsOf } from '../bench/bill/prices';
import { emailed, openStage, talk } from '../bench/bill/talk';
import type { PlayedObject, World } from '../bench/bill/world';
import { mailTo, ORIGIN, SETUP_KEY } from '../routes/visit';

/** The conversation that `npm run bench` prices, in the units that are billed. They are counted, so they are exact. */

/** A change that costs, or saves, is written down here. Aimed at: 60 rows and 25 requests in all. */
const QUIET: Partial<Units> = {
  objectRowsWritten: 45,
  d1RowsWritten: 8,
  objectRequests: 22.15,
  alarms: 4,
  frames: 123,
  workerRequests: 4,
  kvWrites: 0,
  kvReads: 0,
};
/** The email to two people, its one key, and the reading of who they are. */
const EMAILED: Partial<Units> = { ...QUIET, objectRowsWritten: 58, objectRequests: 23.15, kvWrites: 1, kvReads: 1 };

interface Played {
  nextAlarm(): Promise<number | null>;
  fireAlarm(): Promise<void>;
}

/** The objects of test/worker.ts, which has the counted ones. */
function played(stub: DurableObjectStub): PlayedObject {
  const object = stub as unknown as Played;
  return {
    nextAlarm: () => object.nextAlarm(),
    fireAlarm: () => object.fireAlarm(),
    hibernate: () => evictDurableObject(stub),
  };
}

const arrived = (unit: 'frames' | 'closes') =>
  read()
    .lines.filter((line) => line.unit === unit)
    .reduce((total, { n }) => total + n, 0);

const world: World = {
  origin: ORIGIN,
  setupKey: SETUP_KEY,
  sent: { frames: 0, closes: 0 },
  fetch: (path, init) => exports.default.fetch(new Request(ORIGIN + path, init)),
  async socket(path, protocols) {
    const headers = { upgrade: 'websocket', 'sec-websocket-protocol': protocols.join(', ') };
    const { webSocket } = await exports.default.fetch(new Request(ORIGIN + path, { headers }));
    if (!webSocket) throw new Error('no socket');
    webSocket.accept();
    return webSocket;
  },
  mails: async (to) => (await mailTo(to)).map(({ text }) => text),
  async setClock(now) {
    vi.setSystemTime(now);
  },
  progress: async () => ({ busy: busy(), frames: arrived('frames'), closes: arrived('closes') }),
  objects: ({ store, conversation }) => [
    played(env.CONVERSATION.get(env.CONVERSATION.idFromName(`${store}/${conversation}`))),
    played(env.DESK.get(env.DESK.idFromName(store))),
  ],
};

const T0 = Date.UTC(2040, 5, 9, 10);
const HOUR = 3_600_000;
let first: Units;
let later: Units;

function meter(): void {
  Object.assign(world.sent, { frames: 0, closes: 0 });
  start();
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  meter();
  const stage = await openStage(world, T0);
  meter();
  const over = await talk({ ...stage, now: T0 + HOUR });
  first = unitsOf(stop());
  meter();
  await emailed({ ...stage, now: over });
  meter();
  await talk({ ...stage, now: over + 10_000 });
  later = unitsOf(stop());
}, 120_000);
afterAll(() => {
  stop();
  vi.useRealTimers();
});

describe('what a conversation of 30 messages with a handoff costs', () => {
  it('where the team is emailed about it', () => {
    expect(first).toMatchObject(EMAILED);
  });

  it('where the team was emailed within the five minutes before', () => {
    expect(later).toMatchObject(QUIET);
  });

  it('sixty rows and twenty-five requests at most, where a fifth of them are emailed about; the free plan holds 2,000 a day', () => {
    const units = mixed(first, later, EMAILED_SHARE);
    expect(rowsWritten(units)).toBeLessThanOrEqual(60);
    expect(units.objectRequests).toBeLessThanOrEqual(25);
    // Time awake is no exact figure, and never what runs out first.
    expect(freeADay(units, 0).n).toBeGreaterThanOrEqual(2_000);
  });

  it('rows read do not grow out of hand: a thousand of them cost what one that is written does', () => {
    expect(first.objectRowsRead + first.d1RowsRead).toBeLessThan(10_000);
    expect(first.d1RowsRead).toBeGreaterThan(0);
  });
});
