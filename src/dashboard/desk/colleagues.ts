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

  constructor(private readonly store: string) {
    document.addEventListener('visibilitychange', this.#back);
    void this.load();
  }

  async load(): Promise<void> {
    this.#looked = Date.now();
    const [people, teams] = await Promise.all([getPeople(this.store), getTeams(this.store)]);
    if (people.ok) this.people.value = people.value.people;
    if (teams.ok) this.teams.value = teams.value.teams;
    this.failed.value = people.ok ? (teams.ok ? '' : teams.message) : people.message;
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.#back);
  }

  readonly #back = (): void => {
    if (document.visibilityState === 'visible' && Date.now() - this.#looked > STALE) void this.load();
  };
}
