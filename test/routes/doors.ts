import { describe, expect, test } from 'vitest';
import { ask, newPerson, newStore, refusal, type Store, signIn } from './visit';

/** Who may go through which door of a store: the same questions for every group of routes. */

const WHO = ['ana', 'dele', 'tomas', 'eve'] as const;
type Who = (typeof WHO)[number];

export interface Doors {
  /** Ana owns it, Dele manages it, Tomas only answers customers. */
  mine: Store;
  /** Eve's, who has nothing to do with the other. */
  others: Store;
  cookies: Record<Who, string>;
  /** Their ids. */
  people: Record<Who, string>;
}

/** @param domain of the people's addresses: theirs alone */
export async function doorsOf(domain: string): Promise<Doors> {
  const people = { ana: '', dele: '', tomas: '', eve: '' };
  const cookies = { ...people };
  for (const who of WHO) people[who] = await newPerson(`${who} Test`, `${who}@${domain}`);
  const mine = await newStore('Mine', { [people.ana]: 'owner', [people.dele]: 'admin', [people.tomas]: 'agent' });
  const others = await newStore('Others', { [people.eve]: 'owner' });
  for (const who of WHO) cookies[who] = await signIn(`${who}@${domain}`);
  return { mine, others, cookies, people };
}

export interface Door {
  name: string;
  /** After `/api/stores/:store`. */
  path: string;
  init: Parameters<typeof ask>[1];
  /** Whether only owners and admins get through. */
  managers: boolean;
  /** What those get who do: a status, or a refusal. */
  own: string;
}

/** @param doors known once the tests run */
export function closedToOthers(routes: readonly Door[], doors: () => Doors): void {
  describe.each(routes)('$name', ({ path, init, managers, own }) => {
    const at = async (store: string, cookie?: string) => {
      const address = `/api/stores/${encodeURIComponent(store)}${path}`;
      const answer = await ask(address, { ...init, ...(cookie && { cookie }) });
      return answer.ok ? String(answer.status) : refusal(answer);
    };

    test('without a session: 401, whether or not there is such a store', async () => {
      const { mine, others } = doors();
      for (const store of [mine.id, others.id, 'none']) expect(await at(store)).toBe('401 unauthorized');
    });

    test('another store answers exactly as one that does not exist', async () => {
      const { others, cookies } = doors();
      for (const store of [others.id, 'none', "' OR '1'='1"])
        expect(await at(store, cookies.ana)).toBe('404 not_found');
    });

    test(managers ? 'only owners and admins get through' : 'everybody of the store gets through', async () => {
      const { mine, cookies } = doors();
      expect(await at(mine.id, cookies.tomas)).toBe(managers ? '403 forbidden' : own);
      for (const who of ['ana', 'dele'] as const) expect(await at(mine.id, cookies[who])).toBe(own);
    });
  });
}
