import type { Mention } from '../protocol/desk';

/** Of one person: older ones are forgotten first. */
const MOST = 50;
const KEPT = 30 * 86_400_000;

/** Who was asked for in a private note and has not looked yet: a row a person and conversation, gone when they look. */
export class Mentions {
  readonly #of = new Map<string, Map<string, Mention>>();

  constructor(private readonly sql: SqlStorage) {
    sql.exec(
      `CREATE TABLE IF NOT EXISTS mention (person TEXT NOT NULL, conversation TEXT NOT NULL, json TEXT NOT NULL,
       PRIMARY KEY (person, conversation)) WITHOUT ROWID`,
    );
    for (const { person, json } of sql.exec<{ person: string; json: string }>('SELECT person, json FROM mention')) {
      const mention = JSON.parse(json) as Mention;
      this.#mine(person).set(mention.conversation, mention);
    }
  }

  #mine(person: string): Map<string, Mention> {
    const mine = this.#of.get(person) ?? new Map<string, Mention>();
    this.#of.set(person, mine);
    return mine;
  }

  /** Newest first. */
  of(person: string): Mention[] {
    return [...(this.#of.get(person)?.values() ?? [])].sort((a, b) => b.at - a.at);
  }

  /** Told again it is the same one. @returns whether that changed anything */
  put(person: string, mention: Mention, now: number): boolean {
    const mine = this.#mine(person);
    if ((mine.get(mention.conversation)?.at ?? 0) >= mention.at) return false;
    mine.set(mention.conversation, mention);
    this.sql.exec(
      `INSERT INTO mention (person, conversation, json) VALUES (?1, ?2, ?3)
       ON CONFLICT (person, conversation) DO UPDATE SET json = ?3`,
      person,
      mention.conversation,
      JSON.stringify(mention),
    );
    const all = this.of(person);
    for (const old of all) {
      if (now - old.at > KEPT || all.indexOf(old) >= MOST) this.seen(person, old.conversation);
    }
    return true;
  }

  /** A conversation was erased. @returns whose list has become shorter */
  forget(conversation: string): string[] {
    return [...this.#of.keys()].filter((person) => this.seen(person, conversation));
  }

  /** @returns whether there was one */
  seen(person: string, conversation: string): boolean {
    if (!this.#of.get(person)?.delete(conversation)) return false;
    this.sql.exec('DELETE FROM mention WHERE person = ?1 AND conversation = ?2', person, conversation);
    return true;
  }
}
