import type { StaffRef } from '../domain/actor';

/** One person of the store, as the desk knows them. */
interface Record {
  name: string;
  /** "Tell me": their own switch. */
  on: boolean;
  /** Since when it stands so. */
  since: number;
  /** Since when none of their dashboards is connected; null while one is. */
  leftAt: number | null;
  /** Whether the chats that they have heard of it. */
  told: boolean;
}
export interface Colleague extends Record {
  id: string;
}

/**
 * Who wants to be told, and who is there: each person's own switch, and apart from it whether a dashboard of theirs is
 * connected. A row is written when either changes.
 */
export class Duty {
  readonly #people = new Map<string, Record>();

  constructor(private readonly sql: SqlStorage) {
    sql.exec('CREATE TABLE IF NOT EXISTS duty (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID');
    for (const { id, json } of sql.exec<{ id: string; json: string }>('SELECT id, json FROM duty')) {
      this.#people.set(id, { leftAt: null, told: false, ...(JSON.parse(json) as Omit<Record, 'leftAt' | 'told'>) });
    }
  }

  all(): Colleague[] {
    return [...this.#people].map(([id, record]) => ({ id, ...record }));
  }

  find(id: string): Colleague | null {
    const record = this.#people.get(id);
    return record ? { id, ...record } : null;
  }

  /** Whoever comes for the first time wants to be told, until they say otherwise. @returns what was known before */
  arrived(staff: StaffRef, now: number): Colleague | null {
    const before = this.find(staff.id);
    if (before && before.name === staff.name && before.leftAt === null) return before;
    const { on = true, since = now } = before ?? {};
    this.#write(staff.id, { name: staff.name, on, since, leftAt: null, told: false });
    return before;
  }

  /** @returns whether they were called otherwise */
  rename({ id, name }: StaffRef): boolean {
    const known = this.#people.get(id);
    if (!known || known.name === name) return false;
    this.#write(id, { ...known, name });
    return true;
  }

  /** The last of their dashboards is gone. */
  left(id: string, now: number): void {
    const known = this.#people.get(id);
    if (known && known.leftAt === null) this.#write(id, { ...known, leftAt: now, told: false });
  }

  /** The chats that they have know it. */
  told(id: string): void {
    const known = this.#people.get(id);
    if (known) this.#write(id, { ...known, told: true });
  }

  /** @returns whether that changed anything */
  set(id: string, on: boolean, now: number): boolean {
    const known = this.#people.get(id);
    if (!known || known.on === on) return false;
    this.#write(id, { ...known, on, since: now });
    return true;
  }

  /** Everyone on duty, longest first. */
  on(): Colleague[] {
    return this.all()
      .filter((person) => person.on)
      .sort((a, b) => a.since - b.since);
  }

  #write(id: string, record: Record): void {
    this.#people.set(id, record);
    this.sql.exec(
      'INSERT INTO duty (id, json) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET json = ?2',
      id,
      JSON.stringify(record),
    );
  }
}
