import type { OnDuty } from '../../protocol/desk';
import { firstName, folded, initials, languageName } from '../parts/format';
import { passingOn } from '../words/en/passing-on';
import { shell } from '../words/en/shell';

/** To whom a chat can be passed on: colleagues, those who are there first, then teams. */

export interface Choice {
  kind: 'person' | 'team';
  id: string;
  name: string;
  initials: string;
  /** Whether somebody is on duty. */
  onDuty: boolean;
  detail: string;
  /** What to know before it is offered to somebody who may not see it; empty where they will. */
  warning: string;
}

interface Around {
  me: string | null;
  people: readonly { id: string; name: string; speaks?: readonly string[] }[];
  /** The customer's language. */
  lang?: string;
  teams: readonly { id: string; name: string; people: readonly { id: string; name: string }[] }[];
  duty: readonly OnDuty[];
  chatsOf: (person: string) => number;
}

export function choicesOf({ me, people, teams, duty, chatsOf, lang = '' }: Around): Choice[] {
  const onDuty = new Map(duty.map((person) => [person.id, person]));
  const rank = (id: string) => (onDuty.get(id)?.here ? 0 : onDuty.has(id) ? 1 : 2);
  const spoken = lang.split('-')[0] ?? '';
  const speakers = new Set(people.filter(({ speaks }) => speaks?.includes(spoken)).map(({ id }) => id));
  // Of those who are equally there, whoever speaks the customer's language comes first.
  const strange = (id: string) => (speakers.has(id) ? 0 : 1);
  const persons = people
    .filter(({ id }) => id !== me)
    .sort((a, b) => rank(a.id) - rank(b.id) || strange(a.id) - strange(b.id) || a.name.localeCompare(b.name))
    .map(({ id, name }): Choice => {
      const known = onDuty.get(id);
      const base = { kind: 'person', id, name, initials: initials(name), onDuty: known !== undefined } as const;
      if (!known) return { ...base, detail: shell.offDuty, warning: passingOn.offDuty({ name: firstName(name) }) };
      if (!known.here) {
        return { ...base, detail: passingOn.onDutyAway, warning: passingOn.away({ name: firstName(name) }) };
      }
      return { ...base, detail: passingOn.onDutyChats({ n: chatsOf(id) }), warning: '' };
    })
    .map((choice) =>
      speakers.has(choice.id)
        ? { ...choice, detail: passingOn.speaks({ detail: choice.detail, language: languageName(spoken) }) }
        : choice,
    );
  const groups = teams.flatMap((team): Choice[] => {
    const others = team.people.filter(({ id }) => id !== me);
    // Whom would it reach?
    if (others.length === 0) return [];
    const there = others.filter(({ id }) => onDuty.has(id));
    const here = there.some(({ id }) => onDuty.get(id)?.here);
    return [
      {
        kind: 'team',
        id: team.id,
        name: team.name,
        initials: '',
        onDuty: there.length > 0,
        detail: there.length > 0 ? passingOn.teamOnDuty({ n: there.length }) : passingOn.teamNobody,
        warning: here ? '' : passingOn[there.length > 0 ? 'teamAway' : 'teamOff']({ team: team.name }),
      },
    ];
  });
  return [...persons, ...groups];
}

/** Those whose name holds every word that was typed, whatever its accents. */
export function matching(choices: readonly Choice[], typed: string): Choice[] {
  const words = folded(typed).split(/\s+/).filter(Boolean);
  return choices.filter(({ name }) => words.every((word) => folded(name).includes(word)));
}
