import { describe, expect, it } from 'vitest';
import { type Arrangement, arrange, groupOf, type Pin } from '../../src/dashboard/desk/arrange';
import type { QueueRow } from '../../src/protocol/desk';
import { chatting, offeredTo, pending, person, T0, talking } from './rows';

const ME = 'ana';
const TEAMS = [{ id: 'returns', people: [{ id: 'ana' }, { id: 'dele' }] }];

const shown = (rows: QueueRow[], pin: Pin | null = null, before: Arrangement | null = null) =>
  arrange(new Map(rows.map((row) => [row.id, row])), { me: ME, teams: TEAMS }, pin, before);

describe('the list that a row belongs to', () => {
  const cases: [string, QueueRow, string | null, string][] = [
    ['somebody waits', pending('a'), ME, 'waiting'],
    ['it waits again, with me as its last person', pending('a', 0, { assignee: person(ME) }), ME, 'waiting'],
    ['it is mine', talking('a', ME), ME, 'mine'],
    ['it is a colleague’s', talking('a', 'dele'), ME, 'team'],
    ['nobody knows yet who I am', talking('a', ME), null, 'team'],
    ['the assistant answers', chatting('a'), ME, 'assistant'],
  ];
  it.each(cases)('%s', (_, row, me, group) => expect(groupOf(row, me)).toBe(group));
});

describe('the order', () => {
  const urgent = { urgency: 'urgent' } as const;
  const cases: [string, QueueRow[], Partial<Arrangement>][] = [
    ['whoever asked first is first', [pending('b', 20), pending('a', 10)], { waiting: ['a', 'b'] }],
    [
      'urgent before all others, among themselves by their request',
      [pending('a', 10), pending('c', 30, urgent), pending('b', 20, urgent)],
      { waiting: ['b', 'c', 'a'] },
    ],
    [
      'who waits again keeps the place of the first request',
      [pending('b', 20), pending('a', 10, { waitingSince: T0 + 90 })],
      { waiting: ['a', 'b'] },
    ],
    ['at the same instant, always the same', [pending('b'), pending('a')], { waiting: ['a', 'b'] }],
    ['mine by the newest words', [talking('a', ME, 10), talking('b', ME, 20)], { mine: ['b', 'a'] }],
    ['the team’s too', [talking('a', 'dele', 10), talking('b', 'tom', 20)], { team: ['b', 'a'] }],
    [
      'what is offered to me comes first, and a customer without a reply',
      [
        talking('a', 'dele', 30),
        talking('b', 'dele', 10, offeredTo(ME)),
        talking('c', 'joanna', 5, offeredTo('returns', 9, 'team')),
        talking('d', 'joanna', 20, { owed: { since: T0, told: 'desk' } }),
        talking('e', 'joanna', 40, { owed: { since: T0, told: 'assignee' } }),
        talking('f', 'dele', 50, offeredTo('joanna')),
      ],
      { team: ['d', 'b', 'c', 'f', 'e', 'a'] },
    ],
    [
      'of mine, a customer without a reply comes first',
      [talking('a', ME, 30), talking('b', ME, 10, { owed: { since: T0, told: 'assignee' } })],
      { mine: ['b', 'a'] },
    ],
    ['and the assistant’s', [chatting('a', 10), chatting('b', 20)], { assistant: ['b', 'a'] }],
  ];
  it.each(cases)('%s', (_, rows, expected) => {
    const all = { waiting: [], mine: [], team: [], assistant: [], ...expected };
    expect(shown(rows)).toEqual(all);
    expect(shown(rows.toReversed())).toEqual(all);
  });
});

describe('while the pointer is on a row', () => {
  const before = shown([pending('a', 10), pending('b', 20), pending('c', 30), talking('m', ME), chatting('z')]);
  const on = (group: Pin['group'], id: string): Pin => ({ group, id });

  const cases: [string, QueueRow[], Pin, Partial<Arrangement>][] = [
    [
      'a more urgent one comes below it',
      [pending('a', 10), pending('b', 20), pending('c', 30), pending('u', 40, { urgency: 'urgent' })],
      on('waiting', 'b'),
      { waiting: ['a', 'b', 'u', 'c'] },
    ],
    [
      'what is below it is in its own order',
      [pending('a', 10), pending('b', 20), pending('c', 30), pending('d', 25)],
      on('waiting', 'a'),
      { waiting: ['a', 'b', 'd', 'c'] },
    ],
    [
      'the row itself stays although it was taken',
      [pending('a', 10), talking('b', 'dele'), pending('c', 30)],
      on('waiting', 'b'),
      { waiting: ['a', 'b', 'c'], team: [] },
    ],
    [
      'what came into a list further up is held back',
      [pending('a', 10), pending('b', 20), pending('c', 30), pending('d', 5), talking('m', ME)],
      on('mine', 'm'),
      { waiting: ['a', 'b', 'c'], mine: ['m'] },
    ],
    [
      'what has gone is gone, and nothing stands twice',
      [pending('b', 20), talking('c', ME, 50), talking('m', ME)],
      on('mine', 'm'),
      { waiting: ['b', 'c'], mine: ['m'] },
    ],
  ];
  it.each(cases)('%s', (_, rows, pin, expected) => {
    expect(shown(rows, pin, before)).toMatchObject(expected);
  });

  const free: [string, Pin | null, Arrangement | null][] = [
    ['the pointer is nowhere', null, before],
    ['nothing was shown before', on('waiting', 'b'), null],
    ['the row stood elsewhere', on('team', 'b'), before],
    ['the row has gone', on('waiting', 'x'), { ...before, waiting: ['x', ...before.waiting] }],
  ];
  it.each(free)('and nothing is held where %s', (_, pin, was) => {
    const rows = [pending('d', 5), pending('b', 20)];
    expect(shown(rows, pin, was)).toMatchObject({ waiting: ['d', 'b'] });
  });
});
