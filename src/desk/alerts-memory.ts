import { type Gate, OPEN_GATE } from '../domain/alerts';
import { DEFAULT_SETTINGS, type StoreSettings } from '../settings/schema';
import type { Versioned } from '../settings/store';

/** What of a store's settings alerts go by. */
interface Known {
  version: number;
  alertAgainAfter: number;
  timeZone: string;
  urgentEmailsAnHour: number;
  goneAfter: number;
  dutyEndsAfter: number;
}

interface Facts {
  gate: Gate;
  /** Where our own pages were last seen by somebody of the team, and whose desk this is. */
  home: { origin: string; store: string };
  settings: Known;
  /** Emails that somebody asked for by name, and may ask for again because the answer was lost. */
  told: { email: string; at: number }[];
}

/** So long the mail API knows a key, and refuses other words under it. */
const KEYS_LIVE = 24 * 3_600_000;

const known = ({
  alertAgainAfter,
  timeZone,
  urgentEmailsAnHour,
  goneAfter,
  dutyEndsAfter,
}: StoreSettings): Omit<Known, 'version'> => ({
  alertAgainAfter,
  timeZone,
  urgentEmailsAnHour,
  goneAfter,
  dutyEndsAfter,
});

/** What alerts remember over evictions. Each fact is written when it changes, with whatever else is decided. */
export class AlertsMemory {
  readonly #facts: Partial<Facts>;

  constructor(private readonly sql: SqlStorage) {
    sql.exec('CREATE TABLE IF NOT EXISTS alert (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID');
    const rows = sql.exec<{ key: string; json: string }>('SELECT key, json FROM alert').toArray();
    this.#facts = Object.fromEntries(rows.map(({ key, json }) => [key, JSON.parse(json) as unknown]));
  }

  get gate(): Gate {
    return this.#facts.gate ?? OPEN_GATE;
  }
  set gate(gate: Gate) {
    if (gate !== this.gate) this.#keep('gate', gate);
  }

  get home(): Facts['home'] | null {
    return this.#facts.home ?? null;
  }
  set home(home: Facts['home']) {
    if (home.origin !== this.home?.origin || home.store !== this.home.store) this.#keep('home', home);
  }

  get settings(): Known {
    return { version: -1, ...known(DEFAULT_SETTINGS), ...this.#facts.settings };
  }
  /** An older version never replaces a newer one. */
  learn({ settings, version }: Versioned): void {
    if (version <= this.settings.version) return;
    this.#keep('settings', { version, ...known(settings) });
  }

  /** @returns whether this email was not asked for before: a second time it is the same one, whatever became of it */
  isNews(email: string, now: number): boolean {
    const told = (this.#facts.told ?? []).filter(({ at }) => at > now - KEYS_LIVE);
    if (told.some((one) => one.email === email)) return false;
    this.#keep('told', [...told, { email, at: now }]);
    return true;
  }

  #keep<K extends keyof Facts>(key: K, fact: Facts[K]): void {
    this.#facts[key] = fact;
    this.sql.exec(
      'INSERT INTO alert (key, json) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET json = ?2',
      key,
      JSON.stringify(fact),
    );
  }
}
