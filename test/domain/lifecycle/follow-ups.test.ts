import { describe, expect, it } from 'vitest';
import { afterOpenTime, type Calendar } from '../../../src/domain/calendar';
import type { Command } from '../../../src/domain/command';
import { deadlines } from '../../../src/domain/deadlines';
import type { Lifecycle } from '../../../src/domain/handoff';
import { DEFAULT_POLICY } from '../../../src/domain/policy';
import {
  ana,
  BILLING,
  comesOf,
  DAY,
  dele,
  emailed,
  HOUR,
  MINUTE,
  NOW,
  OPEN,
  request,
  step,
  T0,
  toBilling,
} from './records';
import { STATES } from './states';

const fires = (name: 'summary' | 'follow_up'): Command => ({ do: 'deadline', name, handoff: 1, hours: OPEN });

describe('what is owed', () => {
  const weekdays = [0, 1, 2, 3, 4].map(() => [{ opens: '09:00', closes: '18:00' }]);
  const calendar: Calendar = { timeZone: 'UTC', week: [...weekdays, [], []], closures: [], specialDays: [] };
  const policy = { dueAt: (since: number) => afterOpenTime(calendar, since, 4 * HOUR) };
  /** A Friday afternoon: two hours are left of it. */
  const friday = Date.UTC(2026, 5, 5, 16, 0);
  const owed = step(STATES.withAna, { do: 'end', staff: ana, outcome: 'follow_up', note: '' }, { now: friday });

  it('falls due after four open hours, not a millisecond early, and the team is told once', () => {
    const due = Date.UTC(2026, 5, 8, 11, 0);
    expect(deadlines(owed, { ...DEFAULT_POLICY, ...policy })).toContainEqual({
      name: 'follow_up',
      handoff: 1,
      at: due,
    });
    expect(comesOf(owed, fires('follow_up'), { policy, now: due - 1 })).toBe('not_due');
    const told = step(owed, fires('follow_up'), { policy, now: due });
    expect(comesOf(told, fires('follow_up'), { policy, now: due + DAY })).toBe('not_due');
    expect(told.handoffs[0]).toMatchObject({ followUp: { since: friday, told: true } });
  });

  it.each<[string, Command]>([
    ['somebody takes over', { do: 'claim', staff: dele, handoff: null, over: null }],
    ['somebody writes', { do: 'reply', staff: dele }],
    ['somebody answers without taking over', { do: 'follow_up' }],
  ])('is settled when %s', (_, command) => {
    for (const name of ['owed', 'offHours', 'emailed'] as const) {
      const settled = step(STATES[name], command);
      expect(settled.handoffs[0]).toMatchObject({ followUp: null });
      expect(comesOf(settled, fires('follow_up'), { now: NOW + DAY })).toBe('not_due');
    }
  });

  it('is still owed while the customer waits for a person, until one comes', () => {
    const waiting = step(STATES.offHours, request());
    expect(waiting.handoffs[0]).toMatchObject({ followUp: { since: T0, told: false } });
    const taken = step(waiting, { do: 'claim', staff: ana, handoff: 2, over: null });
    expect(taken.handoffs[0]).toMatchObject({ followUp: null });
  });

  it('is owed anew after it was settled, when the customer writes by email', () => {
    const settled = step(STATES.owed, { do: 'follow_up' });
    const again = step(settled, { do: 'mailed' });
    expect(again.handoffs[0]).toMatchObject({ followUp: { since: NOW, told: false } });
    expect(again.turn).toBe(settled.turn);
  });

  it('is owed anew when more is asked in the same closed period', () => {
    const settled = step(STATES.offHours, { do: 'follow_up' });
    const away = STATES.offHours.handoffs[0];
    const hours = { open: false, opensAt: away?.away?.opensAt ?? null, words: null, first: 'en' } as const;
    expect(step(settled, request({ hours })).handoffs[0]).toMatchObject({ followUp: { since: NOW, told: false } });
  });
});

describe('a request that went to an email destination', () => {
  const again = (state: Lifecycle, minutes: number, to = toBilling) =>
    step(state, request({ to }), { now: T0 + minutes * MINUTE });
  const sent = (state: Lifecycle, minutes: number) => step(state, fires('summary'), { now: T0 + minutes * MINUTE });

  it('is sent at once where an address of the customer is known; else it waits two minutes for one', () => {
    expect(comesOf(STATES.emailed, fires('summary'), { now: T0, known: { contact: true } })).toMatchObject({
      effects: ['summary #1'],
    });
    expect(comesOf(STATES.emailed, fires('summary'), { now: T0 + 2 * MINUTE - 1 })).toBe('not_due');
    expect(comesOf(STATES.emailed, fires('summary'), { now: T0 + 2 * MINUTE })).toMatchObject({
      effects: ['summary #1'],
    });
  });

  it('is sent once', () => {
    expect(comesOf(sent(STATES.emailed, 2), fires('summary'), { now: T0 + DAY })).toBe('not_due');
  });

  it('asked again within the hour is the same, with one more summary at most', () => {
    let state = again(sent(STATES.emailed, 2), 10);
    expect(state.handoffs).toHaveLength(1);
    expect(comesOf(state, fires('summary'), { now: T0 + 12 * MINUTE })).toMatchObject({
      effects: ['summary #1 again'],
    });
    state = again(sent(state, 12), 20);
    expect(state.handoffs[0]).toMatchObject({ emailed: { sent: 2, owedSince: null } });
    expect(state.handoffs[0]).toHaveProperty('emailed.asks.length', 3);
    expect(comesOf(state, fires('summary'), { now: T0 + DAY })).toBe('not_due');
  });

  it('asked again before the first summary went out needs no second one', () => {
    const state = sent(again(STATES.emailed, 1), 2);
    expect(state.handoffs[0]).toMatchObject({ emailed: { sent: 1, owedSince: null } });
  });

  it('asked again an hour later, or of another destination, is another', () => {
    expect(again(STATES.emailed, 59).handoffs).toHaveLength(1);
    expect(again(STATES.emailed, 60).handoffs).toHaveLength(2);
    const other = { ...toBilling, address: 'returns@shop.example' };
    expect(again(STATES.emailed, 1, other as typeof toBilling).handoffs).toHaveLength(2);
  });

  it('stands for what is most urgent in it', () => {
    const urgent = step(STATES.emailed, request({ to: toBilling, reason: 'complaint' }), { now: T0 + MINUTE });
    expect(urgent.handoffs[0]).toMatchObject({ urgency: 'urgent', reason: 'complaint', emailed: { address: BILLING } });
    const calm = step(urgent, request({ to: toBilling }), { now: T0 + 2 * MINUTE });
    expect(calm.handoffs[0]).toMatchObject({ urgency: 'urgent', reason: 'complaint' });
  });

  it('asks for no rating, and the summary goes out while a person is asked for', () => {
    const waiting = step({ turn: 1, handoffs: [emailed()] }, request(), { now: T0 + MINUTE });
    expect(comesOf(waiting, fires('summary'), { now: T0 + 2 * MINUTE })).toMatchObject({ effects: ['summary #1'] });
    expect(comesOf(STATES.emailed, { do: 'rate', handoff: 1, thumb: 'up', comment: '' })).toBe('not_asked');
  });
});
