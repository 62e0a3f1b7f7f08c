import { expect, test } from 'vitest';
import type { ConversationRecord } from '../../src/dashboard/history/door';
import { fileName, sheetOf, textOf } from '../../src/dashboard/history/sheet';
import { queryOf, wantedOf, withField } from '../../src/dashboard/history/wanted';
import { person } from './rows';

/** 23:58 on 31 December in Sofia. */
const T0 = Date.UTC(2026, 11, 31, 21, 58);
const MINUTE = 60_000;

const record: ConversationRecord = {
  customer: 'Guest 4821',
  lang: 'bg',
  email: 'mira@mail.example',
  startedAt: T0,
  timeZone: 'Europe/Sofia',
  messages: [
    { kind: 'customer', seq: 1, at: T0, text: 'Hello\nWhere is it?' },
    {
      ...{ kind: 'assistant', seq: 2, at: T0 + MINUTE, answer: 'a', text: 'On its way.', facts: null, cut: null },
      cards: [],
      links: [{ title: 'Tracking', url: 'https://shop.example/t' }],
    },
    { kind: 'note', seq: 3, at: T0 + 3 * MINUTE, id: 'n', from: person('ana'), text: 'Lost' },
    {
      ...{ kind: 'event', seq: 4, at: T0 + 4 * MINUTE },
      event: { what: 'mail', is: 'left', address: 'mira@mail.example' },
    },
    {
      ...{ kind: 'event', seq: 5, at: T0 + 4 * MINUTE },
      event: { what: 'reminder', is: 'set', n: 1, staff: person('ana'), line: 'Ask the depot', at: T0, to: null },
    },
    {
      ...{ kind: 'event', seq: 6, at: T0 + 4 * MINUTE },
      event: { what: 'check_in', is: 'planned', handoff: 1, staff: person('ana'), at: T0, text: 'Did it come?' },
    },
    {
      ...{ kind: 'event', seq: 7, at: T0 + 4 * MINUTE },
      event: { what: 'owed', is: 'done', staff: person('ana') },
    },
    { ...{ kind: 'event', seq: 8, at: T0 + 4 * MINUTE }, event: { what: 'closed' } },
  ],
  handoffs: [
    {
      ...{ n: 1, status: 'ended', reason: 'refund', urgency: 'urgent', source: 'customer', trigger: '' },
      ...{ requestedAt: T0, waitingSince: null, assignee: person('ana'), assignedAt: T0, firstReplyAt: T0 },
      ...{ endedAt: T0 + 4 * MINUTE, outcome: 'resolved', note: 'Money back', transfer: null, destination: null },
      ...{ reopened: 0, rating: { thumb: 'up', comment: 'Kind', source: 'ended' } },
    },
  ],
} as ConversationRecord;

test('a conversation is told day by day, in the store’s time zone', () => {
  const { days, facts } = sheetOf(record, { store: 'Volt & Wire', notes: true });
  expect(days.map(({ day, lines }) => [day.replace(',', ''), lines.map(({ time, who }) => `${time} ${who}`)])).toEqual([
    ['Thursday 31 December 2026', ['23:58 Guest 4821', '23:59 Assistant']],
    ['Friday 1 January 2027', [`00:01 Private note by ${person('ana').name}`, ...Array(5).fill('00:02 ')]],
  ]);
  expect(facts).toContainEqual(['Time zone', 'Europe/Sofia']);
});

test('as text, with its links, how it ended and what the customer thought of it', () => {
  const text = textOf(sheetOf(record, { store: 'Volt & Wire', notes: true }));
  expect(text).toContain('23:58 Guest 4821:\n      Hello\n      Where is it?\n');
  expect(text).toContain('[Tracking, https://shop.example/t]');
  expect(text).toContain('Reason: Refund, urgent\n');
  expect(text).toContain('Rating: Thumbs up: Kind\nEnding note: Money back\n');
  expect(fileName(record)).toBe('guest-4821-2026-12-31.txt');
});

test('what only the team may read can be left out', () => {
  const text = textOf(sheetOf(record, { store: 'Volt & Wire', notes: false }));
  expect(text).not.toMatch(/Lost|Money back|left an email|Ask the depot|Did it come|settled/);
  expect(text).toContain('On its way.');
  expect(text).toContain('ended the chat');
});

test('a look stands in the page’s address, and comes back from there', () => {
  const wanted = { words: 'usb c & more', outcome: 'resolved', from: '2026-01-02' };
  expect(wantedOf(Object.fromEntries(new URLSearchParams(queryOf(wanted))))).toEqual(wanted);
  expect(withField(wanted, 'outcome', '')).toEqual({ words: 'usb c & more', from: '2026-01-02' });
  expect(queryOf({ words: ' ' })).toBe('');
  expect(wantedOf({ store: 'x', words: '' })).toEqual({});
});

test('files stand on paper by their names', () => {
  const files = [{ id: 'f', name: 'lid.jpg', size: 9 }];
  const messages = [
    { kind: 'customer', seq: 1, at: T0, text: '', files },
    { kind: 'staff', seq: 2, at: T0, id: 's', from: person('ana'), text: 'This one', files },
  ] as ConversationRecord['messages'];
  const { days } = sheetOf({ ...record, messages }, { store: 'Shop', notes: false });
  expect(days.flatMap(({ lines }) => lines.map(({ beside }) => beside))).toEqual([
    ['Attached: lid.jpg'],
    ['Attached: lid.jpg'],
  ]);
});
