import { signal } from '@preact/signals';
import { same, type Values } from '../../domain/changes';
import type { Newer, Revision } from '../../settings/audit';

/** Two people changed the same: what differs, and whose counts. Nothing that was typed is lost by choosing. */

export interface ClashRow {
  field: string;
  mine: unknown;
  theirs: unknown;
  chosen: 'mine' | 'theirs';
}

interface Met {
  revision: Revision;
  rows: ClashRow[];
}

export class Clash {
  /** Null while nobody else has changed it. */
  readonly met = signal<Met | null>(null);

  /** @param put shows one of the two in its field */
  constructor(private readonly put: (field: string, row: ClashRow) => void) {}

  /**
   * @param was what was seen before
   * @returns whether there is anything to decide
   */
  meet({ was, mine, theirs }: Record<'was' | 'mine' | 'theirs', Values>, revision: Revision): boolean {
    const rows = Object.keys(mine)
      .filter((field) => !same(theirs[field], was[field]) && !same(theirs[field], mine[field]))
      .map((field): ClashRow => {
        // What I never touched is theirs, unless I want it as it was.
        const chosen = same(mine[field], was[field]) ? 'theirs' : 'mine';
        return { field, mine: mine[field], theirs: theirs[field], chosen };
      });
    this.met.value = rows.length > 0 ? { revision, rows } : null;
    for (const row of rows) this.put(row.field, row);
    return rows.length > 0;
  }

  choose(field: string, chosen: ClashRow['chosen']): void {
    const met = this.met.peek();
    if (!met) return;
    const rows = met.rows.map((row) => (row.field === field ? { ...row, chosen } : row));
    this.met.value = { ...met, rows };
    const row = rows.find((one) => one.field === field);
    if (row) this.put(field, row);
  }

  over(): void {
    this.met.value = null;
  }
}

/** What the server holds against a save, where that is that somebody else was there first. */
export function newerOf<T>(answer: { ok: boolean; code?: string; newer?: unknown }): (Newer<T> & { value: T }) | null {
  if (answer.ok || answer.code !== 'changed_meanwhile') return null;
  // Our own server's; src/settings/audit.ts makes it.
  const newer = answer.newer as Newer<T> | undefined;
  return newer?.value ? { ...newer, value: newer.value } : null;
}

/** The same for a form of its own, which is saved as a whole: a team, an answer. */
export class FormClash<V extends Values> {
  readonly clash: Clash;

  /**
   * @param was what the form began with, and the newest entry in the list of changes that was seen of it
   * @param show puts a value into its field
   */
  constructor(
    private was: V,
    public seen: number,
    show: <K extends keyof V>(field: K, value: V[K]) => void,
  ) {
    this.clash = new Clash((field, { chosen, mine, theirs }) =>
      show(field as keyof V, (chosen === 'mine' ? mine : theirs) as V[keyof V]),
    );
  }

  /**
   * @param theirs what stands there now, where somebody else has changed it
   * @returns `again`: nothing is left to decide, and saving once more does it
   */
  meet<T>(answer: Parameters<typeof newerOf>[0], mine: V, theirs: (value: T) => V): 'nothing' | 'decide' | 'again' {
    const newer = newerOf<T>(answer);
    if (!newer) return 'nothing';
    const now = theirs(newer.value);
    const decide = this.clash.meet({ was: this.was, mine, theirs: now }, newer.revision);
    this.was = now;
    this.seen = newer.revision.n;
    return decide ? 'decide' : 'again';
  }
}
