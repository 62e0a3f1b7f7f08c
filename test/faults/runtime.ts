import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Start } from './build.ts';

/** workerd on one port and one state, killed and started again as often as anybody likes. */
export class Runtime {
  readonly origin: string;
  /** Which start this is; 0 before the first. */
  life = 0;
  kills = 0;
  /** What it said that is an error or a warning, and whether it ended by itself. */
  readonly complaints: string[] = [];
  readonly #start: Start;
  #process: ChildProcess | null = null;
  #listening = false;
  #news: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(start: Start, origin: string) {
    this.#start = start;
    this.origin = origin;
    process.once('exit', () => this.#end());
  }

  /** Resolves once it listens, in whichever life that is. */
  async up(): Promise<void> {
    while (!this.#listening) await this.#news.promise;
  }

  /** Begins to start. Wait for `up` where it matters. */
  start(): void {
    const { workerd, args, config } = this.#start;
    this.life += 1;
    const child = spawn(workerd, args, {
      env: { ...process.env, TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that all of it dies at once.
      detached: true,
    });
    this.#process = child;
    const [input, out, errors, control] = child.stdio as unknown as [Writable, Readable, Readable, Readable];
    // Killed while it reads this.
    input.on('error', () => {});
    input.end(config);
    for (const stream of [out, errors]) this.#listen(stream);
    control.once('data', () => {
      if (this.#process !== child) return;
      this.#listening = true;
      this.#news.resolve();
    });
    child.once('exit', (code, signal) => {
      if (this.#process === child) this.complaints.push(`workerd ended by itself: ${code ?? signal}`);
    });
  }

  /** SIGKILL to the whole group, in whatever it does at this moment. Resolves when nothing of it is left. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child) return;
    const gone = once(child, 'exit');
    this.#end();
    await gone;
    this.kills += 1;
  }

  #end(): void {
    const child = this.#process;
    this.#process = null;
    if (this.#listening) this.#news = Promise.withResolvers();
    this.#listening = false;
    if (child?.pid && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  }

  #listen(stream: Readable): void {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\n');
      rest = lines.pop() ?? '';
      this.complaints.push(...lines.filter(isComplaint));
    });
  }
}

/** What workerd says where it was killed between an object's own alarm and its list of them, and mends it. */
const MENDED = /NOSENTRY SQLite alarm (overdue, running despite|handler canceled with)/;

/** workerd's own lines, and those in which the Worker says that something failed. */
function isComplaint(line: string): boolean {
  try {
    const { level, message } = JSON.parse(line) as { level?: string; message?: string };
    if (MENDED.test(message ?? '')) return false;
    return level === 'error' || level === 'warn' || /"at":"error"|"outcome":"failed"/.test(message ?? '');
  } catch {
    return line.trim() !== '';
  }
}
