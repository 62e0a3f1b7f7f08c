/** Frames a socket may send at once, and how fast its allowance comes back (a second). */
const BURST = 40;
const REFILL = 10;

/** How many frames each socket may still send. Memory only: when it vanishes, whoever is too fast is only let off once. */
export class Allowance {
  readonly #left = new WeakMap<WebSocket, { left: number; at: number }>();

  /** Whether this socket may send one more frame now. */
  admits(socket: WebSocket, now: number): boolean {
    const before = this.#left.get(socket) ?? { left: BURST, at: now };
    const left = Math.min(BURST, before.left + ((now - before.at) / 1_000) * REFILL);
    this.#left.set(socket, { left: Math.max(0, left - 1), at: now });
    return left >= 1;
  }
}
