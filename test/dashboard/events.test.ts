import { describe, expect, it } from 'vitest';
import { inText } from '../../src/dashboard/conversation/events';
import { beginsDay } from '../../src/dashboard/parts/format';

describe('what the log says of an event', () => {
  it('a page from before a deployment says that it does not know it, and goes on', () => {
    const unknown = { what: 'teleported', handoff: 1 } as unknown as Parameters<typeof inText>[0];
    expect(inText(unknown, { me: 'ana', customer: 'Mira' })).toContain('loaded again');
  });
});

it('a line stands between the days, and before the first message only where that is not today’s', () => {
  const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime();
  const now = at(5, 12);
  expect(beginsDay(undefined, at(5, 0), now)).toBe(false);
  expect(beginsDay(undefined, at(4, 23), now)).toBe(true);
  expect(beginsDay(at(4, 23), at(5, 0), now)).toBe(true);
  expect(beginsDay(at(5, 0), at(5, 11), now)).toBe(false);
});
