import type { Command } from '../../../src/domain/command';
import type { DeadlineName } from '../../../src/domain/deadlines';
import { CLOSED, MINUTE, NOW, OPEN, T0 } from './records';
import { all, inEveryState, NOTED, OPENED, OVER, PROMPTED, QUIET, TALKING, WAITING } from './states';

/** Every deadline in every state: it does what it is for where it is due, and nothing anywhere else. */

const fires = (name: DeadlineName, hours = OPEN): Command => ({ do: 'deadline', name, handoff: 1, hours });

const over = (outcome: string, endedWhile: string, more: object = {}) => ({
  status: 'ended',
  outcome,
  endedWhile,
  endedAt: NOW,
  rating: { is: 'due' },
  ...more,
});
const OWED = { followUp: { since: NOW, told: false } };

inEveryState('"longer"', fires('longer'), {
  pending: { '#1': { longer: true }, effects: [] },
  ...all(['assistant', 'longer', ...TALKING, ...OVER], 'not_due'),
});

const NOBODY_CAME = {
  turn: '+1' as const,
  '#1': over('unanswered', 'waiting', OWED),
  effects: ['ended #1: unanswered by nobody while waiting', 'project with transcript', 'alert #1: unanswered'],
};
inEveryState('"give_up"', fires('give_up'), {
  ...all(WAITING, NOBODY_CAME),
  ...all(['assistant', ...TALKING, ...OVER], 'not_due'),
});

inEveryState(
  '"closing"',
  fires('closing', CLOSED),
  {
    ...all(WAITING, { ...NOBODY_CAME, effects: [...NOBODY_CAME.effects, 'away #1 until the morning'] }),
    ...all(['assistant', ...TALKING, ...OVER], 'not_due'),
  },
  { policy: { closesAt: NOW } },
);
inEveryState('"closing", where the table goes on', fires('closing', CLOSED), {
  ...all(['assistant', ...OPENED, ...OVER], 'not_due'),
});

inEveryState('"transfer"', fires('transfer'), {
  offered: { '#1': { transfer: null }, effects: ['transfer lapsed #1: s-ana to s-dele'] },
  ...all(['assistant', ...WAITING, 'withAna', 'anaGone', ...OVER], 'not_due'),
});

const owedSince = T0 + 20 * MINUTE;
const known = { owedSince };
inEveryState(
  '"gone"',
  fires('gone'),
  {
    anaGone: {
      turn: '+1',
      '#1': { status: 'pending', waitingSince: NOW },
      effects: ['released #1: s-ana, gone', 'project'],
    },
    ...all(['assistant', ...WAITING, 'withAna', 'offered', ...OVER], 'not_due'),
  },
  { known },
);
inEveryState('"gone", where the customer waits for nothing', fires('gone'), {
  ...all(['assistant', ...OPENED, ...OVER], 'not_due'),
});

for (const [name, told] of [
  ['unanswered_assignee', 'assignee'],
  ['unanswered_desk', 'desk'],
] as const) {
  inEveryState(
    `"${name}"`,
    fires(name),
    {
      ...all(TALKING, { '#1': { nudged: { since: owedSince, told } }, effects: [] }),
      ...all(['assistant', ...WAITING, ...OVER], 'not_due'),
    },
    { known },
  );
}

const silent = { silentSince: T0 + 5 * MINUTE };
inEveryState(
  '"abandoned"',
  fires('abandoned'),
  {
    ...all(TALKING, {
      turn: '+1',
      '#1': over('abandoned', 'talking'),
      effects: ['ended #1: abandoned by nobody while talking', 'project with transcript'],
    }),
    ...all(['assistant', ...WAITING, ...OVER], 'not_due'),
  },
  { known: silent, policy: { abandonAfter: 30 * MINUTE } },
);
inEveryState(
  '"abandoned", where the store does not turn it on',
  fires('abandoned'),
  all(['assistant', ...OPENED, ...OVER], 'not_due'),
  { known: silent },
);

inEveryState('"rating"', fires('rating'), {
  due: { '#1': { rating: { is: 'asked' } }, effects: [] },
  ...all(['assistant', ...OPENED, 'asked', 'handback', 'owed', ...QUIET, ...NOTED], 'not_due'),
});

inEveryState('"summary"', fires('summary'), {
  ...all(['assistant', ...OPENED, ...PROMPTED, 'owed', ...QUIET, 'offHours'], 'not_due'),
  emailed: {
    '#1': {
      emailed: {
        address: 'billing@shop.example',
        asks: [{ reason: 'customer_request', trigger: 'Talk to a person', at: T0 }],
        sent: 1,
        owedSince: null,
      },
    },
    effects: ['summary #1'],
  },
});

const told = (since: number) => ({
  '#1': { followUp: { since, told: true } },
  effects: ['alert #1: follow_up'],
});
inEveryState(
  '"follow_up"',
  fires('follow_up'),
  {
    ...all(['assistant', ...OPENED, ...PROMPTED, ...QUIET], 'not_due'),
    owed: told(T0 + 10 * MINUTE),
    ...all(NOTED, told(T0)),
  },
  { policy: { dueAt: (since) => since + 30 * MINUTE } },
);
inEveryState(
  '"follow_up", where the store never opens again',
  fires('follow_up'),
  all(['assistant', ...OPENED, ...OVER], 'not_due'),
  { policy: { dueAt: () => null } },
);
