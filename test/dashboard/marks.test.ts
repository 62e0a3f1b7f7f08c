import { expect, test } from 'vitest';
import { marksOf } from '../../src/dashboard/desk/marks';
import type { QueueRow } from '../../src/protocol/desk';
import { offeredTo, pending, person, T0, talking } from './rows';

const ana = { me: 'ana', teams: [{ id: 'returns', people: [{ id: 'ana' }] }] };
const words = (row: QueueRow, minutes = 0, reader = ana) =>
  marksOf(row, reader, T0 + minutes * 60_000).map(({ words, look }) => `${words} (${look})`);
const owed = (told: 'nobody' | 'assignee' | 'desk') => talking('Mira', 'ana', 0, { owed: { since: T0, told } });

const cases: [string, QueueRow, string[]][] = [
  ['nothing, of somebody who simply waits', pending('Mira'), []],
  ['that somebody of the staff plays them', pending('Mira', 0, { test: 'dele' }), ['Test (line)']],
  ['that it is offered to me', talking('Mira', 'dele', 0, offeredTo('ana')), ['Offered to you (accent)']],
  [
    'that it is offered to my team',
    talking('Mira', 'dele', 0, offeredTo('returns', 1, 'team')),
    ['Offered to returns (accent)'],
  ],
  ['that I offered it', talking('Mira', 'ana', 0, offeredTo('dele')), ['Offered to Dele (line)']],
  [
    'that I offered it to a team of mine',
    talking('Mira', 'ana', 0, offeredTo('returns', 1, 'team')),
    ['Offered to returns (line)'],
  ],
  [
    'whom it was asked of',
    pending('Mira', 0, { destination: { kind: 'person', ...person('dele') } }),
    ['For Dele (line)'],
  ],
  [
    'that it was asked of me',
    pending('Mira', 0, { destination: { kind: 'person', ...person('ana') } }),
    ['For you (accent)'],
  ],
  [
    'of my team',
    pending('Mira', 0, { destination: { kind: 'team', id: 'returns', name: 'Returns' } }),
    ['For Returns (accent)'],
  ],
  ['nobody’s once it was taken', talking('Mira', 'dele', 0, { destination: { kind: 'person', ...person('ana') } }), []],
  [
    'the team that it was asked of, also once it was taken',
    talking('Mira', 'dele', 0, { destination: { kind: 'team', id: 'returns', name: 'Returns' } }),
    ['For Returns (accent)'],
  ],
  ['how much is to be done', pending('Mira', 0, { tasks: 2 }), ['2 tasks (line)']],
  ['that they have left', pending('Mira', 0, { left: T0 - 60_000 }), ['Has left (line)']],
  ['not that they go from page to page', pending('Mira', 0, { left: T0 - 2_000 }), []],
  ['that they wait once more', pending('Mira', 0, { waitingSince: T0 + 9 }), ['Waits again (line)']],
  ['that they left an address', pending('Mira', 0, { email: true }), ['Email left (line)']],
];
test.each(cases)('a row says %s', (_, row, expected) => expect(words(row)).toEqual(expected));

test('a row says how long nobody replied, more loudly once everybody was told', () => {
  expect(words(owed('nobody'), 4)).toEqual([]);
  expect(words(owed('assignee'), 5)).toEqual(['No reply for 5 min (late)']);
  expect(words(owed('assignee'), 7.9)).toEqual(['No reply for 7 min (late)']);
  // Before that it is between the customer and whoever has the chat.
  expect(words(owed('assignee'), 5, { ...ana, me: 'dele' })).toEqual([]);
  expect(words(owed('desk'), 10, { ...ana, me: 'dele' })).toEqual(['No reply for 10 min (over)']);
  expect(words(owed('desk'), 10)).toEqual(['No reply for 10 min (over)']);
});
