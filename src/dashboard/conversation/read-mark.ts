/** How long new marks are gathered before one frame tells the server. */
const GATHER = 800;

/** How far the reader has really seen the log: at its end, with the page in view. Sent on, gathered. */
export class ReadMark {
  /** The last place that was on screen. */
  seen = 0;
  #told = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param tell false where it could not go out */
  constructor(private readonly tell: (seq: number) => boolean) {}

  reach(seq: number): void {
    if (seq <= this.seen) return;
    this.seen = seq;
    this.#timer ??= setTimeout(() => this.#flush(), GATHER);
  }

  /** After a reconnect: the frame may have been lost with the connection before. */
  again(): void {
    this.#told = 0;
    if (this.seen > 0) this.#timer ??= setTimeout(() => this.#flush(), GATHER);
  }

  close(): void {
    this.#flush();
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.seen > this.#told && this.tell(this.seen)) this.#told = this.seen;
  }
}
