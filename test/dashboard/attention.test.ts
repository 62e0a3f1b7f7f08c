import { describe, expect, test } from 'vitest';
import {
  Again,
  besideOf,
  type Crew,
  concerns,
  isMarked,
  isOffered,
  newsOf,
  soundOf,
  stillWaiting,
  waitsAgain,
} from '../../src/dashboard/desk/attention';
import { EVERYTHING } from '../../src/domain/notices';
import type { QueueRow } from '../../src/protocol/desk';
import type { Target } from '../../src/protocol/staff';
import { chatting, offeredTo, onDuty, pending, person, T0, talking } from './rows';

const MINUTE = 60_000;
const toPerson = (id: string): Target => ({ kind: 'person', ...person(id) });
const toTeam = (id: string): Target => ({ kind: 'team', id, name: 'Returns' });

/** As Ana sees it; she and Joanna are in Returns, Dele is not. */
const crew = (duty: Crew['duty'] = [onDuty('ana'), onDuty('dele'), onDuty('joanna')], me = 'ana') => ({
  me,
  teams: [{ id: 'returns', people: [{ id: 'ana' }, { id: 'joanna' }] }],
  duty,
});
const said = (before: QueueRow | null, row: QueueRow, { now = T0, ...who }: Crew & { now?: number } = crew()) =>
  newsOf(before, row, { ...who, now }).map(({ words, to, urgent }) => `${words}${urgent ? ' !' : ''} → ${to}`);

describe('whom a request concerns', () => {
  const cases: [string, Target | null, Crew, boolean][] = [
    ['everybody, where it is for the whole store', null, crew(), true],
    ['the person it is for', toPerson('ana'), crew(), true],
    ['nobody else, while that person is on duty and here', toPerson('dele'), crew(), false],
    ['everybody, where that person is away', toPerson('dele'), crew([onDuty('ana'), onDuty('dele', false)]), true],
    ['everybody, where that person is off duty', toPerson('dele'), crew([onDuty('ana')]), true],
    ['the people of the team', toTeam('returns'), crew(), true],
    ['nobody outside the team', toTeam('returns'), crew(undefined, 'dele'), false],
    ['everybody, where nobody of the team is here', toTeam('returns'), crew([onDuty('dele')], 'dele'), true],
    ['everybody, where the team is gone', toTeam('sold'), crew(), true],
  ];
  test.each(cases)('%s', (_, to, who, expected) => expect(concerns(to, who)).toBe(expected));
});

describe('what is said of somebody who waits', () => {
  const row = pending('Mira', 0, { reason: 'refund', urgency: 'urgent' });

  test('their reason, once', () => {
    expect(said(null, row)).toEqual(['Mira is waiting: Refund, urgent ! → duty']);
    expect(said(chatting('Mira'), row)).toHaveLength(1);
    expect(said(row, { ...row, rev: 2, unread: 4 })).toEqual([]);
    expect(said(null, pending('Mira', 0, { reason: null }))).toEqual(['Mira is waiting → duty']);
  });

  test('nothing to whoever does not play them, where a colleague tries it out', () => {
    const played = { ...row, test: 'dele' };
    expect(said(null, played)).toEqual([]);
    expect(said(null, played, crew(undefined, 'dele'))).toHaveLength(1);
  });

  test('again, when they wait once more', () => {
    const released = pending('Mira', 0, { waitingSince: T0 + 5 * MINUTE });
    expect(waitsAgain(released)).toBe(true);
    expect(said(talking('Mira', 'dele'), released)).toEqual(['Mira is waiting again: Asked for a person → duty']);
    expect(said(pending('Mira'), released)).toHaveLength(1);
    expect(waitsAgain(pending('Mira'))).toBe(false);
  });

  test('and when it becomes urgent meanwhile', () => {
    expect(said(pending('Mira'), row)).toEqual(['Mira is waiting: Refund, urgent ! → duty']);
    expect(said(row, pending('Mira'))).toEqual([]);
  });

  test('nothing to those whom it does not concern', () => {
    expect(said(null, { ...row, destination: toPerson('dele') })).toEqual([]);
    expect(said(null, { ...row, destination: toTeam('returns') })).toHaveLength(1);
  });
});

describe('an offer', () => {
  const before = talking('Mira', 'dele');

  test('is told to whom it is made, once', () => {
    const offered = { ...before, ...offeredTo('ana') };
    expect(said(before, offered)).toEqual(['Mira is offered to you by Dele: Asked for a person → duty']);
    expect(said(offered, { ...offered, rev: 9 })).toEqual([]);
    expect(said(offered, { ...before, ...offeredTo('ana', 300_000) })).toHaveLength(1);
    expect(said(before, { ...before, ...offeredTo('joanna') })).toEqual([]);
  });

  test('is told to everybody of a team but the one who makes it', () => {
    const offered = { ...before, ...offeredTo('returns', 1, 'team') };
    expect(said(before, offered)).toEqual(['Mira is offered to returns by Dele: Asked for a person → duty']);
    const mine = talking('Mira', 'ana', 0, offeredTo('returns', 1, 'team'));
    expect(said(talking('Mira', 'ana'), mine)).toEqual([]);
    expect([isOffered(offered, crew()), isOffered(mine, crew())]).toEqual([true, false]);
    expect(said(before, offered, crew(undefined, 'dele'))).toEqual([]);
  });

  const mine = talking('Mira', 'ana', 0, offeredTo('dele', 2 * MINUTE));
  const again = talking('Mira', 'ana');

  test('that nobody took in time comes back to its sender, on duty or not', () => {
    expect(said(mine, again, { ...crew(), now: T0 + 2 * MINUTE })).toEqual([
      'Dele did not take Mira in time. You stay with them → own',
    ]);
    const team = talking('Mira', 'ana', 0, offeredTo('returns', 2 * MINUTE, 'team'));
    expect(said(team, again, { ...crew(), now: T0 + 3 * MINUTE })[0]).toMatch(/^returns did not take Mira/);
  });

  test('that was taken back is no news, nor one that goes on', () => {
    expect(said(mine, again, { ...crew(), now: T0 + MINUTE })).toEqual([]);
    expect(said(mine, { ...mine, rev: 2 }, { ...crew(), now: T0 + 3 * MINUTE })).toEqual([]);
  });

  test('that was taken: by whom; that ended: nothing', () => {
    expect(said(mine, talking('Mira', 'dele'))).toEqual(['Dele took over Mira → own']);
    expect(said(mine, chatting('Mira'))).toEqual([]);
    expect(said(talking('Mira', 'joanna', 0, offeredTo('dele')), talking('Mira', 'dele'))).toEqual([]);
  });
});

describe('a customer without a reply', () => {
  const owed = (told: 'nobody' | 'assignee' | 'desk', who: string) =>
    talking('Mira', who, 0, { owed: { since: T0, told } });
  const at = (minutes: number, me = 'ana') => ({ ...crew(undefined, me), now: T0 + minutes * MINUTE });

  test('first only the assignee is told', () => {
    expect(said(owed('nobody', 'ana'), owed('assignee', 'ana'), at(5))).toEqual([
      'Mira has had no reply for 5 min → own',
    ]);
    expect(said(owed('nobody', 'ana'), owed('assignee', 'ana'), at(5, 'dele'))).toEqual([]);
    expect(isMarked(owed('assignee', 'ana'), crew())).toBe(true);
    expect(isMarked(owed('assignee', 'dele'), crew())).toBe(false);
    expect(isMarked(owed('nobody', 'ana'), crew())).toBe(false);
  });

  test('then everybody is', () => {
    expect(said(owed('assignee', 'ana'), owed('desk', 'ana'), at(10))).toEqual([
      'Mira has had no reply for 10 min → own',
    ]);
    expect(said(owed('assignee', 'ana'), owed('desk', 'ana'), at(10, 'dele'))).toEqual([
      'Mira has had no reply from Ana for 10 min → duty',
    ]);
    expect(isMarked(owed('desk', 'dele'), crew())).toBe(true);
  });

  test('by the minutes that have passed, also where the page’s clock is a moment behind', () => {
    const [words] = said(owed('nobody', 'ana'), owed('assignee', 'ana'), at(5 - 1 / 60));
    expect(words).toBe('Mira has had no reply for 5 min → own');
  });

  test('each once', () => {
    expect(said(owed('desk', 'ana'), { ...owed('desk', 'ana'), rev: 2 }, at(11))).toEqual([]);
    expect(said(owed('desk', 'ana'), talking('Mira', 'ana'), at(11))).toEqual([]);
  });
});

describe('everybody is alerted again', () => {
  const after = 3 * MINUTE;
  const ids = (rows: QueueRow[]) => rows.map(({ id }) => id);

  test('once, when somebody has waited that long', () => {
    const again = new Again();
    expect(again.due([pending('a'), pending('b', MINUTE)], after, T0 + MINUTE)).toEqual([]);
    expect(ids(again.due([pending('a'), pending('b', MINUTE)], after, T0 + after))).toEqual(['a']);
    expect(ids(again.due([pending('a'), pending('b', MINUTE)], after, T0 + after + 1))).toEqual([]);
    expect(ids(again.due([pending('a'), pending('b', MINUTE)], after, T0 + after + MINUTE))).toEqual(['b']);
  });

  test('not of those who had waited longer when the page came', () => {
    const again = new Again();
    expect(again.due([pending('a')], after, T0 + 10 * MINUTE)).toEqual([]);
    expect(again.due([pending('a')], after, T0 + 11 * MINUTE)).toEqual([]);
  });

  test('once more where the wait began anew, and not where somebody came', () => {
    const again = new Again();
    again.due([pending('a')], after, T0);
    again.due([talking('a', 'ana')], after, T0 + MINUTE);
    expect(again.due([pending('a')], after, T0 + after)).toEqual([]);
    const anew = pending('a', 0, { waitingSince: T0 + 5 * MINUTE });
    again.due([anew], after, T0 + 5 * MINUTE);
    expect(ids(again.due([anew], after, T0 + 8 * MINUTE))).toEqual(['a']);
  });

  test('in words', () => {
    expect(stillWaiting(pending('Mira', 0, { urgency: 'urgent' }), T0 + after)).toEqual({
      words: 'Mira is still waiting after 3 min: Asked for a person, urgent',
      urgent: true,
      to: 'duty',
      kind: 'waiting',
    });
  });
});

describe('what is said of the reader’s own chats', () => {
  const words = (unread: number, from: 'customer' | 'staff' = 'customer') =>
    talking('Mira', 'ana', 0, { unread, last: { from, name: null, text: 'Hi', at: T0, seq: unread } });
  const heard = (before: QueueRow | null, row: QueueRow, open: string | null = null) =>
    newsOf(before, row, { ...crew(), now: T0, open }).map((one) => `${one.words} → ${one.to}`);

  test('that the customer wrote, once a message', () => {
    expect(heard(words(0), words(1))).toEqual(['Mira wrote → own']);
    expect(heard(words(1), words(1))).toEqual([]);
    expect(heard(words(1), words(2))).toEqual(['Mira wrote → own']);
  });

  test('nothing of the chat that is before the reader: its log tells', () => {
    expect(heard(words(0), words(1), 'Mira')).toEqual([]);
  });

  test('nothing of a colleague’s, and nothing of one that was just taken over', () => {
    expect(heard(talking('Mira', 'dele'), talking('Mira', 'dele', 0, { unread: 1 }))).toEqual([]);
    expect(heard(pending('Mira'), words(2))).toEqual([]);
  });
});

describe('what is heard', () => {
  const heard = (...all: string[]) =>
    all.map((one) => ({ to: one === 'message' ? ('own' as const) : ('duty' as const), urgent: one === 'urgent' }));
  const now = Date.UTC(2026, 2, 5, 23);
  const night = { from: '22:00', to: '07:00', timeZone: 'UTC' };
  const cases: [string, string[], Partial<typeof EVERYTHING>, ReturnType<typeof soundOf>][] = [
    ['who waits', ['waiting'], {}, 'waiting'],
    ['words in one’s own chat, by another sound', ['message'], {}, 'message'],
    ['what is urgent before all else', ['message', 'waiting', 'urgent'], {}, 'urgent'],
    [
      'of two kinds the one that is wanted',
      ['message', 'urgent'],
      { sounds: { waiting: false, message: true } },
      'message',
    ],
    ['nothing that is not wanted', ['waiting'], { sounds: { waiting: false, message: true } }, null],
    ['nothing in quiet hours', ['message', 'urgent'], { quiet: night }, null],
    ['what comes after them', ['waiting'], { quiet: { ...night, to: '23:00' } }, 'waiting'],
  ];
  test.each(cases)('%s', (_, all, over, expected) =>
    expect(soundOf(heard(...all), { ...EVERYTHING, ...over }, now)).toBe(expected),
  );
});

describe('what is shown beside a page that is out of sight', () => {
  const now = Date.UTC(2026, 2, 5, 23);
  const row = pending('Mira', 0, { reason: 'refund', urgency: 'urgent' });
  const told = newsOf(null, row, { ...crew(), now: T0 });
  const calm = newsOf(null, pending('Gil'), { ...crew(), now: T0 });
  const kinds = (over: Partial<(typeof EVERYTHING)['kinds']>) => ({
    ...EVERYTHING,
    kinds: { ...EVERYTHING.kinds, ...over },
  });
  const shown = (notices: typeof EVERYTHING) => besideOf([...told, ...calm], notices, now).length;

  test('all of it, where nothing else was chosen', () => expect(shown(EVERYTHING)).toBe(2));
  test('of who waits only what is urgent, or nothing, as chosen', () => {
    expect(shown(kinds({ waiting: 'urgent' }))).toBe(1);
    expect(shown(kinds({ waiting: 'none' }))).toBe(0);
    expect(shown(kinds({ chats: 'none', transfers: 'none', mentions: 'none', follow_ups: 'none' }))).toBe(2);
  });
  test('in quiet hours what is urgent, or nothing', () => {
    const quiet = { from: '22:00', to: '07:00', timeZone: 'UTC' };
    expect(shown({ ...EVERYTHING, quiet })).toBe(1);
    expect(shown({ ...EVERYTHING, quiet, urgentInQuiet: false })).toBe(0);
  });
  test('each kind by its own choice', () => {
    const kindOf = (after: QueueRow) => newsOf(talking('Mira', 'ana'), after, { ...crew(), now: T0 })[0]?.kind;
    expect(kindOf(talking('Mira', 'ana', 0, { owed: { since: T0, told: 'assignee' } }))).toBe('chats');
    expect(kindOf(talking('Mira', 'ana', 0, { unread: 1 }))).toBe('chats');
    expect(kindOf(talking('Mira', 'dele', 0, offeredTo('ana')))).toBe('transfers');
    expect(kindOf(pending('Mira', 0, { waitingSince: T0 + 1 }))).toBe('waiting');
  });
});
