import type { StaffRef } from '../domain/actor';

interface Switch {
  name: string;
  on: boolean;
  since: number;
}

/** Who wants to be told: each person's own switch, apart from whether a dashboard of theirs is connected. */
export class Duty {
  constructor(private readonly sql: SqlStorage) {
    sql.exec('CREATE TABLE IF NOT EXISTS duty (id TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID');
  }

  /** Whoever comes for the first time wants to be told, until they say otherwise. @returns whether that was news */
  arrived(staff: StaffRef, now: number): boolean {
    const known = this.#read(staff.id);
    if (known?.name === staff.name) return false;
    this.#write(staff.id, { name: staff.name, on: known?.on ?? true, since: known?.since ?? now });
    return true;
  }

  /** @returns whether that changed anything */
  set(staff: StaffRef, on: boolean, now: number): boolean {
    if (this.#read(staff.id)?.on === on) return false;
    this.#write(staff.id, { name: staff.name, on, since: now });
    return true;
  }

  /** Everyone on duty, longest first. */
  on(): { staff: StaffRef; since: number }[] {
    return this.sql
      .exec<{ id: string; json: string }>('SELECT id, json FROM duty')
      .toArray()
      .map(({ id, json }) => ({ id, ...(JSON.parse(json) as Switch) }))
      .filter((person) => person.on)
      .sort((a, b) => a.since - b.since)
      .map(({ id, name, since }) => ({ staff: { id, name }, since }));
  }

  #read(id: string): Switch | null {
    const row = this.sql.exec<{ json: string }>('SELECT json FROM duty WHERE id = ?', id).toArray()[0];
    return row ? (JSON.parse(row.json) as Switch) : null;
  }

  #write(id: string, record: Switch): void {
    this.sql.exec(
      'INSERT INTO duty (id, json) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET json = ?2',
      id,
      JSON.stringify(record),
    );
  }
}
