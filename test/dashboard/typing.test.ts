import { describe, expect, test } from 'vitest';
import { readTime, stepTime } from '../../src/dashboard/settings/hours/typing';

describe('what people type for a time', () => {
  test.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['9h30', '09:30'],
    ['18h', '18:00'],
    ['  13:05 ', '13:05'],
    ['0', '00:00'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['9:15 PM', '21:15'],
    ['11pm', '23:00'],
  ])('“%s” is %s', (typed, time) => {
    expect(readTime(typed, 'opens')).toBe(time);
    expect(readTime(typed, 'closes')).toBe(time);
  });

  test.each(['', ' ', 'nine', '25', '9:60', '960', '13pm', '0am', '-1', '24:01', '2500', '9:5', '9:300', '٩'])(
    '“%s” is none',
    (typed) => {
      expect(readTime(typed, 'opens')).toBeNull();
      expect(readTime(typed, 'closes')).toBeNull();
    },
  );

  test('a day ends at 24:00, and none begins there', () => {
    expect([readTime('24', 'closes'), readTime('2400', 'closes')]).toEqual(['24:00', '24:00']);
    expect(readTime('24:00', 'opens')).toBeNull();
  });
});

describe('the arrow keys', () => {
  test.each([
    ['09:00', 1, '09:15'],
    ['09:07', 1, '09:15'],
    ['09:07', -1, '09:00'],
    ['23:45', 1, '00:00'],
    ['00:00', -1, '23:45'],
    ['9', 1, '09:15'],
    ['never', 1, '09:00'],
  ] as const)('opens %s, %i: %s', (from, by, to) => {
    expect(stepTime(from, by, 'opens')).toBe(to);
  });

  test.each([
    ['23:45', 1, '24:00'],
    ['24:00', 1, '00:15'],
    ['00:15', -1, '24:00'],
    ['24:00', -1, '23:45'],
    ['18:00', -1, '17:45'],
    ['', -1, '18:00'],
  ] as const)('closes %s, %i: %s', (from, by, to) => {
    expect(stepTime(from, by, 'closes')).toBe(to);
  });
});
