import { describe, expect, test } from 'vitest';
import { choicesOf, matching } from '../../src/dashboard/conversation/choices';
import { onDuty, person } from './rows';

const tomas = { id: 'tomas', name: 'Tomás Rivera' };
const people = [person('ana'), person('dele'), person('joanna'), tomas];
const teams = [
  { id: 'r', name: 'Returns', people: [person('ana'), person('dele'), person('joanna')] },
  { id: 'w', name: 'Warehouse', people: [tomas] },
  { id: 's', name: 'Only me', people: [person('ana')] },
  { id: 'e', name: 'Empty', people: [] },
];
const around = (...duty: ReturnType<typeof onDuty>[]) =>
  choicesOf({ me: 'ana', people, teams, duty, chatsOf: (who) => (who === 'dele' ? 1 : 2) });
const shown = (...duty: ReturnType<typeof onDuty>[]) =>
  around(...duty).map(({ name, detail, warning }) => [name, detail, warning].filter(Boolean).join(' | '));

describe('to whom a chat can be passed on', () => {
  test('everybody else, those who are there first; then teams, each with how many are on duty', () => {
    expect(shown(onDuty('ana'), onDuty('joanna', false), onDuty('dele'))).toEqual([
      'Dele Okafor | On duty, 1 chat',
      'Joanna Lind | On duty, away | Joanna is on duty, but not here right now.',
      'Tomás Rivera | Off duty | Tomás is off duty.',
      'Returns | 2 on duty',
      'Warehouse | Nobody on duty | Nobody in Warehouse is on duty.',
    ]);
  });

  test('of those who are equally there, whoever speaks the customer’s language comes first, and says so', () => {
    const speaking = people.map((one) => (one.id === 'joanna' ? { ...one, speaks: ['de', 'en'] } : one));
    const duty = [onDuty('dele'), onDuty('joanna')];
    const details = (lang: string) =>
      choicesOf({ me: 'ana', people: speaking, teams: [], duty, chatsOf: () => 0, lang }).map(({ detail }) => detail);
    expect(details('de-AT')).toEqual(['On duty, 0 chats, speaks German', 'On duty, 0 chats', 'Off duty']);
    expect(details('fr')).toEqual(['On duty, 0 chats', 'On duty, 0 chats', 'Off duty']);
  });

  test('a team whose people on duty are all away is warned of', () => {
    expect(shown(onDuty('joanna', false)).at(-2)).toBe('Returns | 1 on duty | Nobody in Returns is here right now.');
  });

  test('the reader is nobody to pass a chat on to, alone in a team either', () => {
    const names = around(onDuty('ana')).map(({ name }) => name);
    expect(names).not.toContain('Ana Kovač');
    expect(names).not.toContain('Only me');
    expect(names).not.toContain('Empty');
    expect(around(onDuty('ana')).find(({ name }) => name === 'Returns')?.detail).toBe('Nobody on duty');
  });
});

test.each([
  ['', 5],
  ['tomas', 1],
  ['TOMÁS riv', 1],
  ['okafor dele', 1],
  ['returns', 1],
  ['zz', 0],
])('“%s” finds %i', (typed, n) => {
  expect(matching(around(onDuty('dele')), typed)).toHaveLength(n);
});
