/**
 * What is billed, counted where it happens: rows as the runtime's own cursors and answers tell them, everything else at
 * the bindings. One meter an isolate, so that it outlives evictions; nothing is counted while it is off.
 */

/** `assistant`: what the built-in assistant asks D1, which is counted apart. */
export type Place = 'worker' | 'conversation' | 'desk' | 'd1' | 'assistant' | 'kv';

export type Unit =
  | 'requests'
  /** Incoming, of which twenty make a request. */
  | 'frames'
  | 'alarms'
  /** `setAlarm`, each of which writes a row. */
  | 'alarmsSet'
  | 'rowsWritten'
  | 'rowsRead'
  | 'reads'
  | 'writes'
  /** Calls that somebody waits for; not billed by themselves. */
  | 'calls'
  /** Sockets that ended; not billed. */
  | 'closes';

export interface Line {
  place: Place;
  unit: Unit;
  /** Which table, route, method. */
  what: string;
  n: number;
}

export interface Reading {
  lines: Line[];
  /** Milliseconds in which an object had something under way, by object; the clock of this machine. */
  active: Record<string, number>;
}

let lines: Map<string, Line> | null = null;
/** A cursor knows what it read when it has been read: asked when somebody wants to know. */
let cursors: { place: Place; what: string; cursor: { rowsRead: number } }[] = [];
const spans = new Map<string, { open: number; since: number; total: number }>();
let current: string | null = null;
const { setTimeout: timeout, clearTimeout: untimeout } = globalThis;

export function start(): void {
  lines = new Map();
  cursors = [];
  spans.clear();
  globalThis.setTimeout = timed as typeof setTimeout;
  globalThis.clearTimeout = taken as typeof clearTimeout;
}

export function stop(): Reading {
  const reading = read();
  lines = null;
  cursors = [];
  globalThis.setTimeout = timeout;
  globalThis.clearTimeout = untimeout;
  return reading;
}

export function read(): Reading {
  for (const { place, what, cursor } of cursors.splice(0)) count(place, 'rowsRead', what, cursor.rowsRead);
  const active = [...spans].map(([who, { total }]) => [who, total] as const);
  return { lines: [...(lines?.values() ?? [])], active: Object.fromEntries(active) };
}

export const isOn = (): boolean => lines !== null;

export function count(place: Place, unit: Unit, what: string, n = 1): void {
  if (!lines || n === 0) return;
  const key = `${place} ${unit} ${what}`;
  const line = lines.get(key) ?? { place, unit, what, n: 0 };
  line.n += n;
  lines.set(key, line);
}

export function countRows(place: Place, what: string, cursor: { rowsRead: number; rowsWritten: number }): void {
  if (!lines) return;
  // What was written is known at once: no statement here writes while it is being read.
  count(place, 'rowsWritten', what, cursor.rowsWritten);
  cursors.push({ place, what, cursor });
}

// ── What is under way ───────────────────────────────────────────────────────────────────────────────────────────────

/** How much is under way in all objects: 0 means that nothing happens any more until somebody sends something. */
export const busy = (): number => [...spans.values()].reduce((sum, { open }) => sum + open, 0);

/** Runs a piece of work of one object, and counts it as under way until it has ended. */
export function during<T>(who: string, work: () => T): T {
  if (!lines) return work();
  const before = current;
  current = who;
  const end = begin(who);
  let result: T;
  try {
    result = work();
  } catch (error) {
    end();
    throw error;
  } finally {
    current = before;
  }
  if (result instanceof Promise) void result.then(end, end);
  else end();
  return result;
}

function begin(who: string): () => void {
  const span = spans.get(who) ?? { open: 0, since: 0, total: 0 };
  spans.set(who, span);
  if (span.open === 0) span.since = performance.now();
  span.open += 1;
  return () => {
    span.open -= 1;
    if (span.open === 0) span.total += performance.now() - span.since;
  };
}

/** Timers that a handler left behind keep its object awake until they fire, or are taken back. */
const timers = new Map<unknown, () => void>();

function timed(callback: () => void, ms?: number): unknown {
  if (current === null) return timeout(callback, ms);
  const who = current;
  const end = begin(who);
  const timer = timeout(() => {
    timers.delete(timer);
    try {
      during(who, callback);
    } finally {
      end();
    }
  }, ms);
  timers.set(timer, end);
  return timer;
}

function taken(timer: unknown): void {
  timers.get(timer)?.();
  timers.delete(timer);
  untimeout(timer as number);
}
