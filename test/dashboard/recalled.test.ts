import { expect, test } from 'vitest';
import { noteOf, whyWaiting } from '../../src/dashboard/conversation/recalled';
import type { StaffMessage } from '../../src/protocol/staff';
import { person, T0 } from './rows';

type Happening = (StaffMessage & { kind: 'event' })['event'];
const log = (...events: (Happening | { note: string; by: string; at?: number })[]): StaffMessage[] =>
  events.map((one, i) =>
    'note' in one
      ? { kind: 'note', seq: i + 1, at: one.at ?? T0 + i, id: `n${i}`, from: person(one.by), text: one.note }
      : { kind: 'event', seq: i + 1, at: T0 + i, event: one },
  );
const asked = (handoff: number): Happening => ({ what: 'asked', handoff, source: 'customer', reason: null });
const joined = (handoff: number): Happening => ({ what: 'joined', handoff, staff: person('ana'), previous: null });
const released = (handoff: number, why: 'released' | 'gone'): Happening => ({
  what: 'released',
  handoff,
  staff: person('ana'),
  why,
});

test('why somebody waits: nobody came, they were released, or their person had gone', () => {
  const nobody = 'Nobody has taken this yet';
  expect(whyWaiting([], 1)).toBe(nobody);
  expect(whyWaiting(log(asked(1)), 1)).toBe(nobody);
  expect(whyWaiting(log(asked(1), joined(1), released(1, 'gone')), 1)).toBe('Waits again: Ana has gone');
  expect(whyWaiting(log(asked(1), joined(1), released(1, 'released')), 1)).toBe('Waits again: released by Ana');
});

test('what happened to an earlier handoff says nothing of this one, nor what came before a new request', () => {
  expect(whyWaiting(log(asked(1), released(1, 'gone'), asked(2)), 2)).toBe('Nobody has taken this yet');
  expect(whyWaiting(log(released(1, 'gone'), asked(1)), 1)).toBe('Nobody has taken this yet');
});

test('an offer’s note is the one that its sender stored with it', () => {
  const messages = log(
    { note: 'Earlier', by: 'ana', at: T0 - 5 },
    { note: 'Dele’s own', by: 'dele', at: T0 },
    { note: 'Approved', by: 'ana', at: T0 },
    { note: 'Later', by: 'ana', at: T0 + 5 },
  );
  expect(noteOf(messages, 'ana', T0)).toBe('Approved');
  expect(noteOf(messages, 'ana', T0 + 1)).toBeNull();
  expect(noteOf([], 'ana', T0)).toBeNull();
});
