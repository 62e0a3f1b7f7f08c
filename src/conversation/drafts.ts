import type { Written } from '../protocol/staff';

/**
 * What staff write and have not sent, a row a person: for their own other devices, never for anybody else. It costs nothing
 * on the way of a message: their page says it after a rest, and when it is left.
 */

type Kind = 'reply' | 'note';
type OfPerson = { reply?: Written; note?: Written };

const keyOf = (person: string): string => `draft/${person}`;
const isEmpty = ({ text, cards }: Written): boolean => text === '' && cards.length === 0;

export class Drafts {
  constructor(private readonly storage: Pick<DurableObjectStorage, 'kv'>) {}

  of(person: string): OfPerson {
    return this.storage.kv.get<OfPerson>(keyOf(person)) ?? {};
  }

  /** The newer one stays. @returns what is kept from now on, and whether that is what was given */
  keep(person: string, kind: Kind, draft: Written): { draft: Written; isNew: boolean } {
    const before = this.of(person);
    const known = before[kind];
    if (known && known.at > draft.at) return { draft: known, isNew: false };
    const { [kind]: _, ...other } = before;
    const next: OfPerson = isEmpty(draft) ? other : { ...other, [kind]: draft };
    if (Object.keys(next).length > 0) this.storage.kv.put(keyOf(person), next);
    else if (known) this.storage.kv.delete(keyOf(person));
    return { draft, isNew: true };
  }
}
