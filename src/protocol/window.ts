/** After so many frames a reader says that they came. */
export const GOT_EVERY = 64 as const;
/** Frames that a reader may owe: a page that sleeps in a pocket for a while owes fewer. */
const MOST = 8 * GOT_EVERY;
/** Ms in which they may owe more than that: in a rush the frames are sent before anybody could say that they came. */
const RUSH = 5_000;
/** Frames that nobody may owe, however great the rush. */
const MOST_IN_A_RUSH = 8 * MOST;

interface Owed {
  frames: number;
  /** Since when it is more than a reader may owe, epoch ms; null while it is not. */
  since: number | null;
}

/**
 * What was sent to each socket and not said to have come. A reader that stalls makes the server keep all of it in memory, and
 * the platform does not tell how much that is. Memory only: when it vanishes nothing waits to be sent any more.
 */
export class Window {
  readonly #owed = new WeakMap<WebSocket, Owed>();

  /** One more frame goes out. @returns false where the reader has stalled: it is closed, and resumes by its cursor */
  opens(socket: WebSocket, now = Date.now()): boolean {
    const own = this.#owed.get(socket);
    if (!own) this.#owed.set(socket, { frames: 1, since: null });
    else own.frames += 1;
    if (!own || own.frames <= MOST) return true;
    own.since ??= now;
    return own.frames <= MOST_IN_A_RUSH && now - own.since < RUSH;
  }

  /** `GOT_EVERY` frames have come. */
  got(socket: WebSocket, now = Date.now()): void {
    const own = this.#owed.get(socket);
    if (!own) return;
    own.frames = Math.max(0, own.frames - GOT_EVERY);
    own.since = own.frames > MOST ? now : null;
  }
}
