import type { QueueRow } from '../../protocol/desk';
import { type About, aboutRow, type Email, sameHandoff } from './email';

/** Who waits at this moment, and so what of all that was decided is still owed. */
export class Owed {
  constructor(private readonly rows: () => QueueRow[]) {}

  #waiting(): QueueRow[] {
    return this.rows().filter((row) => row.status === 'pending' && row.handoff !== null);
  }

  /** Without those whom staff play. */
  real(): QueueRow[] {
    return this.#waiting().filter((row) => !row.test);
  }

  /** A test's request, what fell due and what is told off hours stay owed; a wait only while it lasts. */
  is(about: readonly Pick<About, 'conversation' | 'handoff' | 'kind'>[]): boolean {
    const waiting = this.#waiting();
    return about.some((one) => one.kind !== 'waiting' || waiting.some((row) => sameHandoff(aboutRow(row), one)));
  }

  /** Whom it is about at this moment: a reminder lists everybody who waits. */
  current(email: Email): About[] {
    const about = email.kind === 'reminder' ? this.real().map(aboutRow) : email.about;
    return about.filter((one) => this.is([one]));
  }
}
