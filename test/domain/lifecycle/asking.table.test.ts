import type { Command } from '../../../src/domain/command';
import { BILLING, CLOSED, firstAsk, MORNING, NOW, request, T0, toBilling, toCare, toDele } from './records';
import {
  all,
  asked,
  inEveryState,
  NOTED,
  OPENED,
  opened,
  PROMPTED,
  QUIET,
  REPEATED,
  TALKING,
  WITHDRAWN,
} from './states';

/** Asking for a person, in every state. */

inEveryState('request', request(), {
  assistant: { turn: '+1', '#1': opened(1), effects: asked(1) },
  ...all(OPENED, 'already_open'),
  ...all(PROMPTED, { turn: '+1', '#1': WITHDRAWN, '#2': opened(2), effects: asked(2) }),
  // Nobody came before: that is an escalation.
  owed: { turn: '+1', '#1': WITHDRAWN, '#2': opened(2, REPEATED), effects: asked(2, 'escalation') },
  ...all([...QUIET, ...NOTED], { turn: '+1', '#2': opened(2), effects: asked(2) }),
});

const money = { reason: 'refund', urgency: 'urgent', trigger: 'I want my money back' } as const;
inEveryState('a more urgent request', request({ reason: 'refund', trigger: money.trigger }), {
  assistant: { turn: '+1', '#1': opened(1, money), effects: asked(1, 'refund') },
  ...all(['pending', 'longer'], { '#1': money, effects: ['project'] }),
  ...all(TALKING, 'already_open'),
  ...all([...PROMPTED, 'owed'], { turn: '+1', '#1': WITHDRAWN, '#2': opened(2, money), effects: asked(2, 'refund') }),
  ...all([...QUIET, ...NOTED], { turn: '+1', '#2': opened(2, money), effects: asked(2, 'refund') }),
});

for (const [name, to] of [
  ['a team', toCare],
  ['a person', toDele],
] as const) {
  const there = { destination: to };
  inEveryState(`a request that goes to ${name}`, request({ to }), {
    assistant: { turn: '+1', '#1': opened(1, there), effects: asked(1) },
    ...all(OPENED, 'already_open'),
    ...all(PROMPTED, { turn: '+1', '#1': WITHDRAWN, '#2': opened(2, there), effects: asked(2) }),
    owed: {
      turn: '+1',
      '#1': WITHDRAWN,
      '#2': opened(2, { ...there, ...REPEATED }),
      effects: asked(2, 'escalation'),
    },
    ...all([...QUIET, ...NOTED], { turn: '+1', '#2': opened(2, there), effects: asked(2) }),
  });
}

/** What never is open. */
const noted = (n: number, over: object) => ({
  status: 'ended',
  n,
  reason: 'customer_request',
  urgency: 'normal',
  source: 'customer',
  trigger: 'A person, please',
  requestedAt: NOW,
  endedWhile: 'away',
  endedAt: NOW,
  rating: { is: 'none' },
  followUp: { since: NOW, told: false },
  ...over,
});
const ask = (reason = 'customer_request') => ({ reason, trigger: 'A person, please', at: NOW });

const away = (n: number) => ({
  [`#${n}`]: noted(n, { outcome: 'off_hours', away: { opensAt: MORNING, asks: [ask()] } }),
  effects: [`away #${n} until the morning`, 'project with transcript'],
});
inEveryState('a request off hours', request({ hours: CLOSED }), {
  assistant: away(1),
  ...all(OPENED, 'already_open'),
  ...all([...PROMPTED, ...QUIET, 'emailed'], away(2)),
  owed: {
    '#2': noted(2, { ...REPEATED, outcome: 'off_hours', away: { opensAt: MORNING, asks: [ask('escalation')] } }),
    effects: ['away #2 until the morning', 'project with transcript', 'alert #2: off_hours'],
  },
  offHours: {
    '#1': { away: { opensAt: MORNING, asks: [firstAsk, ask()] } },
    effects: ['away #1 until the morning', 'project with transcript'],
  },
});

const passedOn = (n: number, reason = 'customer_request', over: object = {}) => ({
  [`#${n}`]: noted(n, {
    outcome: 'emailed',
    emailed: { address: BILLING, asks: [ask(reason)], sent: 0, owedSince: NOW },
    ...over,
  }),
  effects: [`emailed #${n} to ${BILLING}: Tomorrow`, 'project with transcript'],
});
for (const [name, hours] of [
  ['', request().hours],
  [' off hours', CLOSED],
] as const) {
  inEveryState(`a request that goes to an email destination${name}`, request({ hours, to: toBilling }), {
    assistant: passedOn(1),
    ...all(OPENED, 'already_open'),
    ...all([...PROMPTED, ...QUIET, 'offHours'], passedOn(2)),
    owed: passedOn(2, 'escalation', REPEATED),
    // The summary that is owed says both.
    emailed: {
      '#1': { emailed: { address: BILLING, asks: [firstAsk, ask()], sent: 0, owedSince: T0 } },
      effects: [`emailed #1 to ${BILLING}: Tomorrow`, 'project with transcript'],
    },
  });
}

const told = (estimate: number | null, somebodyHere: boolean): Command => ({
  do: 'told',
  handoff: 1,
  estimate,
  somebodyHere,
});
const ELSEWHERE = ['assistant', ...TALKING, ...PROMPTED, 'owed', ...QUIET, ...NOTED] as const;

inEveryState('the desk says how long it takes', told(4, true), {
  ...all(['pending', 'longer'], { '#1': { told: { estimate: 4 } }, effects: [] }),
  ...all(ELSEWHERE, 'not_due'),
});

inEveryState('the desk says that nobody is there', told(null, false), {
  pending: { '#1': { told: { estimate: null }, longer: true }, effects: [] },
  longer: { '#1': { told: { estimate: null } }, effects: [] },
  ...all(ELSEWHERE, 'not_due'),
});

inEveryState(
  'the last one on duty leaves',
  { do: 'alone', handoff: 1 },
  {
    pending: { '#1': { longer: true }, effects: [] },
    ...all(['longer', ...ELSEWHERE], 'not_due'),
  },
);

inEveryState(
  'the last one on duty leaves, and it is another wait that ends with it',
  { do: 'alone', handoff: 2 },
  {
    ...all(['pending', 'longer', ...ELSEWHERE], 'not_due'),
  },
);
