import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { hoursAt, policyOf } from '../../src/conversation/hours';
import { DAY, HOUR, type Policy } from '../../src/domain/policy';
import { DEFAULT_SETTINGS, StoreSettings } from '../../src/settings/schema';

/** What a store sets is what its conversations go by. */

const MINUTE = 60_000;
const NOON = Date.UTC(2026, 5, 5, 12);
const CLOSED = { closures: [{ from: '2020-01-01', to: '2020-12-31', yearly: true }] };

const CHANGES: [Partial<StoreSettings>, Partial<Policy>][] = [
  [{ urgentReasons: ['rule'] }, { urgentReasons: ['rule'] }],
  [{ longerAfter: 7 }, { longerAfter: 7 * MINUTE }],
  [{ giveUpAfter: 45 }, { giveUpAfter: 45 * MINUTE }],
  [{ whenUnsure: 'offer' }, { whenUnsure: 'offer' }],
  [{ unsureAnswers: 4 }, { unsureAnswers: 4 }],
  [{ quietAfterHandback: 5 }, { quietAfterHandback: 5 }],
  [{ transferAfter: 9 }, { transferAfter: 9 * MINUTE }],
  [{ goneAfter: 8 }, { goneAfter: 8 * MINUTE }],
  [{ unansweredAssignee: 6 }, { unansweredAssignee: 6 * MINUTE }],
  [{ unansweredDesk: 12 }, { unansweredDesk: 12 * MINUTE }],
  [{ abandonAfter: 30 }, { abandonAfter: 30 * MINUTE }],
  [{ handbackDays: 3 }, { handbackFor: 3 * DAY }],
  [{ summaryWaits: 11 }, { summaryWaits: 11 * MINUTE }],
  [{ askedAgainWithin: 90 }, { askedAgainWithin: 90 * MINUTE }],
  [{ ...CLOSED, atClosing: 'away' }, { closesAt: NOON }],
];

describe('what a store changes', () => {
  it.each(CHANGES)('%j', (change, expected) => {
    const before = policyOf(DEFAULT_SETTINGS, NOON, true);
    const after = policyOf({ ...DEFAULT_SETTINGS, ...change }, NOON, true);
    expect(after).toMatchObject(expected);
    expect(before).not.toMatchObject(expected);
    // And nothing else.
    const { dueAt: _, ...rest } = { ...before, ...expected };
    expect(after).toMatchObject(rest);
  });

  it('after how many open hours something falls due', () => {
    const dueAt = (followUpAfter: number) => policyOf({ ...DEFAULT_SETTINGS, followUpAfter }, NOON, false).dueAt(NOON);
    expect([dueAt(4), dueAt(9)]).toEqual([NOON + 4 * HOUR, NOON + 9 * HOUR]);
  });

  it('whether a person is offered at all, whatever the hour', () => {
    expect(hoursAt(DEFAULT_SETTINGS, NOON)).toEqual({ open: true });
    expect(hoursAt({ ...DEFAULT_SETTINGS, handoff: 'off' }, NOON)).toMatchObject({ open: false, opensAt: null });
  });
});

describe('the window of a handback', () => {
  it('is up to 28 days', () => {
    const takes = (handbackDays: number) => safeParse(StoreSettings, { handbackDays }).success;
    expect([0, 28].map(takes)).toEqual([true, true]);
    expect([-1, 29].map(takes)).toEqual([false, false]);
  });
});
