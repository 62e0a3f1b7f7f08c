import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/command';
import { openRating, ratingSource } from '../../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../../src/domain/policy';
import { comesOf, DAY, decideOn, MINUTE, NOW, request, step, T0 } from './records';
import { STATES, type StateName } from './states';

describe('rating', () => {
  const closes = T0 + 10 * MINUTE + 7 * DAY;
  const rate: Command = { do: 'rate', handoff: 1, thumb: 'down', comment: '' };

  it.each(['asked', 'given'] as const)('of "%s" closes after 7 days', (name) => {
    expect(decideOn(STATES[name], rate, { now: closes }).ok).toBe(true);
    expect(comesOf(STATES[name], rate, { now: closes + 1 })).toBe('rating_closed');
  });

  it('is shown while it can be given, and not before it was asked', () => {
    const shown = (name: StateName, now: number) => openRating(STATES[name], now, DEFAULT_POLICY)?.source ?? null;
    expect(shown('due', NOW)).toBeNull();
    expect(shown('asked', NOW)).toBe('ended');
    expect(shown('given', closes)).toBe('ended');
    expect(shown('given', closes + 1)).toBeNull();
    expect(shown('withdrawn', NOW)).toBeNull();
    expect(shown('withAna', NOW)).toBeNull();
    expect(shown('owed', NOW)).toBe('unanswered');
    expect(shown('offHours', NOW)).toBeNull();
    expect(shown('emailed', NOW)).toBeNull();
  });

  it('of an earlier handoff can still be changed after a new one opened', () => {
    const again = step(STATES.given, request());
    expect(comesOf(again, rate)).toEqual({
      '#1': { rating: { is: 'given', thumb: 'down', comment: '', at: NOW } },
      effects: ['project'],
    });
  });

  it('that was withdrawn by a new handoff is not asked again when that one is cancelled', () => {
    const cancelled = step(step(STATES.asked, request()), { do: 'cancel' });
    expect(comesOf(cancelled, rate)).toBe('not_asked');
    expect(cancelled.handoffs.map((h) => h.status === 'ended' && h.rating.is)).toEqual(['withdrawn', 'due']);
  });

  it.each([
    ['resolved', 'ended'],
    ['escalated', 'ended'],
    ['follow_up', 'ended'],
    ['cancelled', 'cancelled'],
    ['unanswered', 'unanswered'],
    ['abandoned', 'abandoned'],
  ] as const)('of "%s" carries the source "%s"', (outcome, source) => {
    expect(ratingSource(outcome)).toBe(source);
  });
});
