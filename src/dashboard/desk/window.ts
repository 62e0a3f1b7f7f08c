/** Only the rows near what is in sight are drawn; the rest of a long list is empty space of the same height. */

export type Piece = { is: 'row'; id: string; at: number } | { is: 'gap'; before: string; height: number };

/** Shorter lists are drawn whole. */
export const WORTH_IT = 60;

interface Sight {
  /** In px from the list's top. */
  from: number;
  to: number;
}

/**
 * @param heightOf px of a row, measured or guessed
 * @param keep drawn wherever they are: what has the focus must not vanish
 */
export function piecesOf(
  ids: readonly string[],
  heightOf: (id: string) => number,
  { from, to }: Sight,
  keep: ReadonlySet<string | null>,
): Piece[] {
  const pieces: Piece[] = [];
  let top = 0;
  let gap = 0;
  ids.forEach((id, at) => {
    const height = heightOf(id);
    const isNear = top + height > from && top < to;
    top += height;
    if (!isNear && !keep.has(id)) {
      gap += height;
      return;
    }
    if (gap > 0) pieces.push({ is: 'gap', before: id, height: gap });
    gap = 0;
    pieces.push({ is: 'row', id, at });
  });
  if (gap > 0) pieces.push({ is: 'gap', before: '', height: gap });
  return pieces;
}

/** The heights of rows as they were drawn; others are as high as those are on average. */
export class Heights {
  readonly #known = new Map<string, number>();
  #sum = 0;

  /** @param guess px, until a row was drawn */
  constructor(private readonly guess: number) {}

  readonly of = (id: string): number => this.#known.get(id) ?? (this.#known.size > 0 ? this.#mean : this.guess);

  get #mean(): number {
    return this.#sum / this.#known.size;
  }

  /** @returns whether the list was drawn with another height */
  learn(id: string, height: number): boolean {
    const assumed = this.of(id);
    const before = this.#known.get(id);
    if (before !== undefined && Math.abs(before - height) < 1) return false;
    this.#known.set(id, height);
    this.#sum += height - (before ?? 0);
    return Math.abs(assumed - height) >= 1;
  }
}
