/** Frames a socket may send at once, and how fast its allowance comes back (a second). */
const BURST = 40;
const REFILL = 10;
/** So many frames on end are refused one by one; whoever goes on is no customer in a hurry. */
const PATIENCE = 100;

interface Own {
  left: number;
  at: number;
  refused: number;
}

/** How many frames each socket may still send. Memory only: when it vanishes, whoever is too fast is only let off once. */
export class Allowance {
  readonly #own = new WeakMap<WebSocket, Own>();

  /** Whether this socket may send one more frame now. */
  admits(socket: WebSocket, now: number): boolean {
    const own = this.#of(socket, now);
    // Changed in place: it is asked with every frame.
    own.left = Math.min(BURST, own.left + ((now - own.at) / 1_000) * REFILL);
    own.at = now;
    if (own.left < 1) {
      own.refused += 1;
      return false;
    }
    own.left -= 1;
    own.refused = 0;
    return true;
  }

  /** Whether it goes on and on although it is refused: then there is nothing to talk about any more. */
  isFlooded(socket: WebSocket): boolean {
    return (this.#own.get(socket)?.refused ?? 0) > PATIENCE;
  }

  #of(socket: WebSocket, now: number): Own {
    const known = this.#own.get(socket);
    if (known) return known;
    const own = { left: BURST, at: now, refused: 0 };
    this.#own.set(socket, own);
    return own;
  }
}
