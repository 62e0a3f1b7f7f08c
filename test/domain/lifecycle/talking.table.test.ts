import { ana, DAY, dele, mira, NOW, toCare, toDele } from './records';
import { all, type Everywhere, inEveryState, NOTED, OPENED, OVER, PROMPTED, QUIET, TALKING, WAITING } from './states';

/** What staff do with a talk of theirs, how it ends, and what comes after, in every state. */

/** Only whoever has it may do that. */
const ownersOnly = (talking: Pick<Everywhere, (typeof TALKING)[number]>): Everywhere => ({
  ...all(['assistant', ...OVER], 'handoff_over'),
  ...all(WAITING, 'not_allowed_now'),
  ...talking,
});
const NOT_DELES = ownersOnly(all(TALKING, 'not_yours by s-ana'));

inEveryState(
  'Ana releases',
  { do: 'release', staff: ana },
  ownersOnly(
    all(TALKING, {
      turn: '+1',
      '#1': { status: 'pending', waitingSince: NOW },
      effects: ['released #1: s-ana', 'project'],
    }),
  ),
);
inEveryState('Dele releases', { do: 'release', staff: dele }, NOT_DELES);

const offeredTo = (to: typeof toDele | typeof toCare, name: string) =>
  all(TALKING, { '#1': { transfer: { to, at: NOW } }, effects: [`transfer offered #1: s-ana to ${name}`] });
inEveryState(
  'Ana offers it to Dele',
  { do: 'transfer', staff: ana, to: toDele },
  ownersOnly(offeredTo(toDele, dele.id)),
);
inEveryState(
  'Ana offers it to a team',
  { do: 'transfer', staff: ana, to: toCare },
  ownersOnly(offeredTo(toCare, 't-care')),
);
inEveryState(
  'Ana offers it to herself',
  { do: 'transfer', staff: ana, to: { kind: 'person', staff: ana } },
  ownersOnly(all(TALKING, 'already_yours')),
);
inEveryState('Dele offers it', { do: 'transfer', staff: dele, to: { kind: 'person', staff: mira } }, NOT_DELES);

inEveryState(
  'Ana withdraws what she offered',
  { do: 'withdraw', staff: ana },
  ownersOnly({
    ...all(['withAna', 'anaGone'], 'not_allowed_now'),
    offered: { '#1': { transfer: null }, effects: ['transfer withdrawn #1: s-ana to s-dele'] },
  }),
);
inEveryState('Dele withdraws what was offered to him', { do: 'withdraw', staff: dele }, NOT_DELES);

const NOBODYS = ['assistant', ...WAITING, ...OVER] as const;
inEveryState(
  'Ana’s last dashboard closes',
  { do: 'presence', staff: ana.id, goneSince: NOW },
  {
    ...all(NOBODYS, 'not_due'),
    ...all(TALKING, { '#1': { goneSince: NOW }, effects: [] }),
  },
);
inEveryState(
  'Ana is there again',
  { do: 'presence', staff: ana.id, goneSince: null },
  {
    ...all([...NOBODYS, 'withAna', 'offered'], 'not_due'),
    anaGone: { '#1': { goneSince: null }, effects: [] },
  },
);
inEveryState(
  'Dele’s last dashboard closes',
  { do: 'presence', staff: dele.id, goneSince: NOW },
  {
    ...all([...NOBODYS, ...TALKING], 'not_due'),
  },
);

// ── How it ends ─────────────────────────────────────────────────────────────────────────────────────────────────────

const over = (outcome: string, endedWhile: string, more: object = {}) => ({
  status: 'ended',
  outcome,
  endedWhile,
  endedAt: NOW,
  rating: { is: 'due' },
  ...more,
});

inEveryState(
  'Ana ends',
  { do: 'end', staff: ana, outcome: 'resolved', note: 'Sent a new one' },
  ownersOnly(
    all(TALKING, {
      turn: '+1',
      '#1': over('resolved', 'talking', { note: 'Sent a new one' }),
      effects: ['ended #1: resolved by s-ana while talking', 'project with transcript'],
    }),
  ),
);
inEveryState(
  'Ana ends, and still owes something',
  { do: 'end', staff: ana, outcome: 'follow_up', note: 'Call the courier' },
  ownersOnly(
    all(TALKING, {
      turn: '+1',
      '#1': over('follow_up', 'talking', { note: 'Call the courier', followUp: { since: NOW, told: false } }),
      effects: ['ended #1: follow_up by s-ana while talking', 'project with transcript'],
    }),
  ),
);
inEveryState(
  'Ana ends, where a new message brings her back',
  { do: 'end', staff: ana, outcome: 'escalated', note: '' },
  ownersOnly(
    all(TALKING, {
      turn: '+1',
      '#1': over('escalated', 'talking', { handbackUntil: NOW + 7 * DAY }),
      effects: ['ended #1: escalated by s-ana while talking, back within 7 days', 'project with transcript'],
    }),
  ),
  { policy: { handbackFor: 7 * DAY } },
);
inEveryState('Dele ends', { do: 'end', staff: dele, outcome: 'resolved', note: '' }, NOT_DELES);

for (const handbackFor of [0, 7 * DAY]) {
  const name = `the customer cancels${handbackFor ? ': that brings nobody back' : ''}`;
  const cancelled = (endedWhile: string) => ({
    turn: '+1' as const,
    '#1': over('cancelled', endedWhile),
    effects: [`ended #1: cancelled by nobody while ${endedWhile}`, 'project with transcript'],
  });
  inEveryState(
    name,
    { do: 'cancel' },
    {
      ...all(['assistant', ...OVER], 'nothing_open'),
      ...all(WAITING, cancelled('waiting')),
      ...all(TALKING, cancelled('talking')),
    },
    { policy: { handbackFor } },
  );
}

// ── What comes after ────────────────────────────────────────────────────────────────────────────────────────────────

const given = { '#1': { rating: { is: 'given', thumb: 'down', comment: 'Slow', at: NOW } }, effects: ['project'] };
inEveryState(
  'the customer rates',
  { do: 'rate', handoff: 1, thumb: 'down', comment: 'Slow' },
  {
    ...all(['assistant', ...OPENED, 'due', 'withdrawn', ...NOTED], 'not_asked'),
    ...all(['asked', 'given', 'handback', 'owed'], given),
  },
);
inEveryState(
  'the customer rates a handoff that there is not',
  { do: 'rate', handoff: 2, thumb: 'up', comment: '' },
  {
    ...all(['assistant', ...OPENED, ...OVER], 'not_asked'),
  },
);

inEveryState(
  'staff answer what was owed',
  { do: 'follow_up' },
  {
    ...all(['assistant', ...PROMPTED, ...QUIET], { effects: [] }),
    ...all(OPENED, 'not_allowed_now'),
    ...all(['owed', ...NOTED], { '#1': { followUp: null }, effects: ['project with transcript'] }),
  },
);

inEveryState(
  'the customer writes by email',
  { do: 'mailed' },
  {
    ...all(['assistant', ...OPENED], 'not_due'),
    ...all([...PROMPTED, ...QUIET], {
      '#1': { followUp: { since: NOW, told: false } },
      effects: ['project with transcript'],
    }),
    // It is owed already, and since then.
    ...all(['owed', ...NOTED], { effects: ['project with transcript'] }),
  },
);
