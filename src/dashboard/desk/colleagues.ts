import { signal } from '@preact/signals';
import { getPeople, getTeams, type Person, type Team } from '../session/api';

/** On coming back to the page: another look is worth two requests after this long. */
const STALE = 60_000;

/** The people and teams of one store. Others may change them at any time: what needs them fresh loads them again. */
export class Colleagues {
  readonly people = signal<readonly Person[]>([]);
  readonly teams = signal<readonly Team[]>([]);
  /** Why they could not be had. */
  readonly failed = signal('');
  #looked = 0;
  /** Teams that were asked for by name: one that is gone is not looked for with every message. */
  readonly #named = new Set<string>();

  constructor(private readonly store: string) {
    document.addEventListener('visibilitychange', this.#back);
  }

  async load(): Promise<void> {
    this.#looked = Date.now();
    const [people, teams] = await Promise.all([getPeople(this.store), getTeams(this.store)]);
    if (people.ok) this.people.value = people.value.people;
    if (teams.ok) this.teams.value = teams.value.teams;
    this.failed.value = people.ok ? (teams.ok ? '' : teams.message) : people.message;
  }

  /** Whoever looks at the store sees them; beside another one they are asked for when one of them is named. */
  async fresh(): Promise<void> {
    if (Date.now() - this.#looked > STALE) await this.load();
  }

  /** Looks again where a team is not known, or was last looked at a while ago: whoever is meant must hear of it. */
  async knowing(teams: readonly string[]): Promise<void> {
    const news = teams.filter((id) => !this.#named.has(id) && !this.teams.peek().some((team) => team.id === id));
    if (news.length === 0 && (teams.length === 0 || Date.now() - this.#looked < STALE)) return;
    for (const id of news) this.#named.add(id);
    await this.load();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#back);
  }

  readonly #back = (): void => {
    if (document.visibilityState === 'visible' && this.#looked > 0) void this.fresh();
  };
}
