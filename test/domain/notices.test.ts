import { describe, expect, it } from 'vitest';
import { EVERYTHING, isQuiet, NOTICE_KINDS, wants } from '../../src/domain/notices.ts';

const at = (time: string) => Date.parse(`2026-11-21T${time}:00Z`);
const night = { from: '22:00', to: '07:00', timeZone: 'Europe/Vienna' };

describe('quiet hours', () => {
  it('are of a wall clock, and may pass midnight', () => {
    const quiet = (time: string) => isQuiet({ quiet: night }, at(time));
    // Vienna is an hour ahead.
    expect(['20:59', '21:00', '23:30', '05:59', '06:00', '12:00'].map(quiet)).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('within a day, all day, and none', () => {
    const lunch = { from: '12:00', to: '13:00', timeZone: 'UTC' };
    expect(['11:59', '12:00', '12:59', '13:00'].map((time) => isQuiet({ quiet: lunch }, at(time)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isQuiet({ quiet: { ...lunch, to: '12:00' } }, at('03:00'))).toBe(true);
    expect(isQuiet({ quiet: null }, at('03:00'))).toBe(false);
  });
});

describe('what somebody wants to be told', () => {
  it('is all of it, until they choose', () => {
    for (const kind of NOTICE_KINDS) expect(wants(EVERYTHING, kind, false, at('12:00'))).toBe(true);
  });

  it('by kind and urgency', () => {
    const chosen = { ...EVERYTHING, kinds: { ...EVERYTHING.kinds, waiting: 'urgent', chats: 'none' } } as const;
    const told = (kind: 'waiting' | 'chats', urgent: boolean) => wants(chosen, kind, urgent, at('12:00'));
    expect([told('waiting', false), told('waiting', true), told('chats', true)]).toEqual([false, true, false]);
  });

  it('in quiet hours only what is urgent, and that only where they let it', () => {
    const chosen = { ...EVERYTHING, quiet: night };
    expect([wants(chosen, 'waiting', false, at('23:00')), wants(chosen, 'waiting', true, at('23:00'))]).toEqual([
      false,
      true,
    ]);
    expect(wants({ ...chosen, urgentInQuiet: false }, 'waiting', true, at('23:00'))).toBe(false);
  });
});
