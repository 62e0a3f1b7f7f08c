import { expect, test } from 'vitest';
import { matching } from '../../src/dashboard/desk/matching';
import type { QueueRow } from '../../src/protocol/desk';
import { pending } from './rows';

const said = (text: string, at: number): QueueRow['last'] => ({ from: 'customer', name: null, text, at, seq: 1 });

test.each([
  ['guest 1', ['a']],
  ['refund', ['b']],
  ['KOPFHORER', ['a']],
  ['guest parcel', ['c', 'b']],
  ['parcel elephant', []],
])('open chats that match "%s", the newest words first', (words, expected) => {
  const rows = [
    pending('a', 0, { customer: 'Guest 1', reason: null, last: said('Kopfhörer', 1) }),
    pending('b', 0, { customer: 'Guest 2', reason: 'refund', last: said('my parcel', 2) }),
    pending('c', 0, { customer: 'Guest 3', reason: null, last: said('Parcel?', 3) }),
  ];
  expect(matching(rows, words).map(({ id }) => id)).toEqual(expected);
});
