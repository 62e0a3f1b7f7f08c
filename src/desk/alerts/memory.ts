import { type Gate, OPEN_GATE } from '../../domain/alerts';
import { DEFAULT_SETTINGS, type StoreSettings } from '../../settings/schema';
import type { Versioned } from '../../settings/store';
import type { Surroundings } from './alerts';

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

  constructor(private readonly around: Pick<Surroundings, 'sql' | 'env' | 'store'>) {
    const { sql } = around;
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

  /** Whose desk this is. @throws before anybody has said so */
  get store(): string {
    const store = this.around.store ?? this.home?.store;
    if (store === undefined) throw new Error('Nobody has said whose desk this is');
    return store;
  }

  /** Where links lead; null before anybody has opened a dashboard. */
  get origin(): string | null {
    return this.around.env.BATON_ORIGIN?.replace(/\/+$/, '') ?? this.home?.origin ?? null;
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

  /** What is told apart by a conversation's id is counted still, and nobody knows whose it was. */
  forget(conversation: string): void {
    const told = this.#facts.told ?? [];
    const others = told.filter(({ email }) => !email.includes(conversation));
    if (others.length < told.length) this.#keep('told', others);
    const { gate } = this;
    if (!gate.urgent.some(({ email }) => email.includes(conversation))) return;
    const urgent = gate.urgent.map((one) => (one.email.includes(conversation) ? { ...one, email: '' } : one));
    this.gate = { ...gate, urgent };
  }

  #keep<K extends keyof Facts>(key: K, fact: Facts[K]): void {
    this.#facts[key] = fact;
    this.around.sql.exec(
      'INSERT INTO alert (key, json) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET json = ?2',
      key,
      JSON.stringify(fact),
    );
  }
}
