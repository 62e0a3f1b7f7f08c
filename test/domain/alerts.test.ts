import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  admit,
  emailedTo,
  foreignWindow,
  type Gate,
  OPEN_GATE,
  queued,
  release,
  reminderDue,
  sent,
  URGENT_MOST,
  WINDOW,
  withdraw,
} from '../../src/domain/alerts';

const T0 = 1_800_000_000_000;
const MINUTE = 60_000;

const handoffs = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 3 * MINUTE }),
    urgency: fc.constantFrom('normal' as const, 'urgent' as const),
  }),
  // Long enough for more than ten urgent ones in an hour, which small arrays never reach.
  { minLength: 1, maxLength: 120, size: 'max' },
);

/** The gate over a day of handoffs. */
function run(day: { wait: number; urgency: 'normal' | 'urgent' }[]) {
  let gate: Gate = OPEN_GATE;
  let now = T0;
  return day.map(({ wait, urgency }, i) => {
    now += wait;
    const { verdict, next } = admit(gate, { urgency, email: `e${i}`, now });
    gate = next;
    return { at: now, urgency, verdict, gathering: next.gathering };
  });
}

describe('the gate, against the sentences it comes from', () => {
  test('normal: sent if and only if the last normal one that was sent is five minutes old, whatever urgent ones do', () => {
    fc.assert(
      fc.property(handoffs, (day) => {
        let last = Number.NEGATIVE_INFINITY;
        for (const { at, urgency, verdict } of run(day)) {
          if (urgency === 'urgent') continue;
          const due = at - last >= 5 * MINUTE;
          expect(verdict).toBe(due ? 'send' : 'suppress');
          if (due) last = at;
        }
      }),
    );
  });

  test('urgent: one by one up to ten in any hour, the others gathered, at most five minutes away', () => {
    fc.assert(
      fc.property(handoffs, (day) => {
        const alone: number[] = [];
        const gathered = new Set<number>();
        for (const { at, urgency, verdict, gathering } of run(day)) {
          if (urgency === 'normal') continue;
          const lately = alone.filter((time) => time > at - 60 * MINUTE).length;
          expect(verdict).toBe(lately < 10 ? 'send' : 'gather');
          if (verdict === 'send') alone.push(at);
          else {
            expect(gathering).toBeGreaterThan(at);
            expect(gathering).toBeLessThanOrEqual(at + 5 * MINUTE);
            gathered.add(gathering ?? 0);
          }
        }
        const times = [...gathered].sort((a, b) => a - b);
        for (const [i, time] of times.entries()) expect(time - (times[i - 1] ?? 0)).toBeGreaterThanOrEqual(5 * MINUTE);
      }),
    );
  });
});

describe('taking a window back', () => {
  const open = admit(OPEN_GATE, { urgency: 'normal', email: 'a', now: T0 }).next;

  test('the next one is sent', () => {
    expect(admit(release(open, 'a', T0 + 1), { urgency: 'normal', email: 'b', now: T0 + 1 }).verdict).toBe('send');
  });

  test('not where somebody has the email, nor by another email', () => {
    const known = sent(open, 'a');
    expect(release(known, 'a', T0)).toBe(known);
    expect(release(open, 'b', T0)).toBe(open);
    expect(sent(open, 'b')).toBe(open);
  });

  test('it counts from when the email was queued', () => {
    expect(queued(open, 'a', T0 + 9_000).window?.until).toBe(T0 + 9_000 + WINDOW);
    expect(queued(open, 'b', T0 + 9_000)).toBe(open);
  });

  test('an urgent email to nobody does not count', () => {
    let gate = OPEN_GATE;
    for (let i = 0; i < URGENT_MOST; i += 1) gate = admit(gate, { urgency: 'urgent', email: `u${i}`, now: T0 }).next;
    expect(admit(gate, { urgency: 'urgent', email: 'x', now: T0 }).verdict).toBe('gather');
    expect(admit(withdraw(gate, 'u3', T0), { urgency: 'urgent', email: 'x', now: T0 }).verdict).toBe('send');
  });
});

describe('the key outside', () => {
  const own = admit(OPEN_GATE, { urgency: 'normal', email: 'own', now: T0 }).next;

  test('holds back where it speaks of a window that this memory does not know', () => {
    const held = foreignWindow(own, { email: 'lost', until: T0 + MINUTE }, 'own', T0);
    expect(held?.window).toEqual({ email: 'lost', until: T0 + MINUTE, queued: true, sent: true });
  });

  test.each([
    ['of this email', { email: 'own', until: T0 + MINUTE }],
    ['of one that has passed', { email: 'old', until: T0 }],
    ['of what no window can be', { email: 'odd', until: T0 + WINDOW + 1 }],
  ])('not where it speaks %s', (_, seen) => {
    expect(foreignWindow(own, seen, 'own', T0)).toBeNull();
  });

  test('not where its answer is a minute old, and the window was taken back', () => {
    const again = admit(release(own, 'own', T0), { urgency: 'normal', email: 'next', now: T0 }).next;
    expect(foreignWindow(again, { email: 'own', until: T0 + WINDOW }, 'next', T0 + 50_000)).toBeNull();
  });
});

test('what is asked of some is emailed to those of them who want mail; where none does, to everybody who does', () => {
  const optedIn = [{ id: 'ana' }, { id: 'tomas' }];
  expect(emailedTo(optedIn, ['tomas', 'dele'])).toEqual([{ id: 'tomas' }]);
  expect(emailedTo(optedIn, ['dele'])).toEqual(optedIn);
  expect(emailedTo(optedIn, [])).toEqual(optedIn);
});

test('a reminder is due when somebody has waited long enough and the last one is five minutes old', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 10 }),
      (since, after) => {
        // Minute by minute, as a person with a watch would do it.
        const waiting = since.map((minute) => T0 + minute * MINUTE);
        const unheard = new Set(waiting.map((_, i) => i));
        const plain: number[] = [];
        for (let minute = 0; minute <= 120; minute += 1) {
          const now = T0 + minute * MINUTE;
          const due = [...unheard].filter((i) => now >= (waiting[i] ?? 0) + after * MINUTE);
          if (due.length > 0 && now - (plain.at(-1) ?? 0) >= 5 * MINUTE) {
            plain.push(now);
            for (const i of due) unheard.delete(i);
          }
        }
        const reminders: number[] = [];
        let gate = OPEN_GATE;
        for (
          let due = reminderDue(gate, waiting, after * MINUTE);
          due !== null;
          due = reminderDue(gate, waiting, after * MINUTE)
        ) {
          reminders.push(due);
          gate = { ...gate, reminded: due };
        }
        expect(reminders).toEqual(plain);
      },
    ),
  );
});
