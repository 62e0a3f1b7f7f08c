import { expect, test } from 'vitest';
import { EVERYTHING, type Filter, isOn, passes, readFilter, writeFilter } from '../../src/dashboard/desk/filter';
import type { QueueRow } from '../../src/protocol/desk';
import { chatting, offeredTo, pending, person, talking } from './rows';

const ana = { me: 'ana', teams: [{ id: 'returns', people: [{ id: 'ana' }, { id: 'joanna' }] }] };
const toTeam = { kind: 'team', id: 'returns', name: 'Returns' } as const;

const cases: [string, Partial<Filter>, QueueRow, boolean][] = [
  ['everything passes where nothing is wanted', {}, chatting('Mira'), true],
  ['a reason', { reason: 'refund' }, pending('Mira', 0, { reason: 'refund' }), true],
  ['another reason', { reason: 'refund' }, pending('Mira'), false],
  ['a language, whatever its region', { lang: 'pt' }, pending('Mira', 0, { lang: 'pt-BR' }), true],
  ['another language', { lang: 'pt' }, pending('Mira'), false],
  ['asked of the team', { team: 'returns' }, pending('Mira', 0, { destination: toTeam }), true],
  ['offered to the team', { team: 'returns' }, talking('Mira', 'dele', 0, offeredTo('returns', 1, 'team')), true],
  ['with one of the team', { team: 'returns' }, talking('Mira', 'joanna'), true],
  ['with somebody else', { team: 'returns' }, talking('Mira', 'dele'), false],
  ['unread', { unread: true }, pending('Mira', 0, { unread: 2 }), true],
  ['read', { unread: true }, pending('Mira'), false],
  ['mine', { mine: true }, talking('Mira', 'ana'), true],
  ['offered to me', { mine: true }, talking('Mira', 'dele', 0, offeredTo('ana')), true],
  ['meant for me', { mine: true }, pending('Mira', 0, { destination: { kind: 'person', ...person('ana') } }), true],
  ['meant for nobody', { mine: true }, pending('Mira'), false],
  ['two wishes, of which one is not fulfilled', { mine: true, unread: true }, talking('Mira', 'ana'), false],
];
test.each(cases)('%s', (_, wanted, row, expected) => {
  expect(passes(row, { ...EVERYTHING, ...wanted }, ana)).toBe(expected);
});

test('a filter is kept as it was; none at all is no entry', () => {
  const filter: Filter = { reason: 'refund', lang: 'de', team: 'returns', unread: true, mine: false };
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(writeFilter(EVERYTHING)).toBe('');
  expect(isOn(readFilter(null))).toBe(false);
});

test.each(['', 'no json', '[]', '7', '{"reason":"toString","lang":3,"unread":"yes"}'])(
  'what stands there as %j filters nothing',
  (kept) => {
    expect(readFilter(kept)).toEqual(EVERYTHING);
  },
);
