import { ana, dele, NOW } from './records';
import { all, claimedBy, inEveryState, OPENED, OVER, steppedIn, TALKING, takenFromAna, WAITING } from './states';

/** Claiming, taking over and answering, in every state. */

for (const staff of [ana, dele]) {
  inEveryState(
    `${staff.name} claims what they see as waiting`,
    { do: 'claim', staff, handoff: 1, over: null },
    {
      assistant: 'handoff_over',
      ...all(WAITING, { turn: '+1', '#1': claimedBy(staff), effects: [`joined #1: ${staff.id}`, 'project'] }),
      ...all(TALKING, staff === ana ? 'already_yours' : 'taken by s-ana'),
      ...all(OVER, 'handoff_over'),
    },
  );
}

inEveryState(
  'Dele takes over what he sees with the assistant',
  { do: 'claim', staff: dele, handoff: null, over: null },
  {
    ...steppedIn(dele),
    // The customer asked for a person a moment ago: Dele is that person.
    ...all(WAITING, { turn: '+1', '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] }),
    ...all(TALKING, 'taken by s-ana'),
  },
);

const after = (over: object) => ({
  turn: '+1' as const,
  '#1': takenFromAna(dele, over),
  effects: ['joined #1: s-dele after s-ana', 'project'],
});

inEveryState(
  'Dele takes over from Ana',
  { do: 'claim', staff: dele, handoff: 1, over: ana.id },
  {
    assistant: 'handoff_over',
    ...all(WAITING, { turn: '+1', '#1': claimedBy(dele), effects: ['joined #1: s-dele', 'project'] }),
    withAna: after({}),
    offered: after({ transfer: null }),
    anaGone: after({ goneSince: null }),
    ...all(OVER, 'handoff_over'),
  },
);

inEveryState(
  'Dele takes over from Ana what is another talk by now',
  { do: 'claim', staff: dele, handoff: 2, over: ana.id },
  {
    ...all(['assistant', ...OPENED, ...OVER], 'handoff_over'),
  },
);

const FIRST = { firstReplyAt: NOW };

inEveryState(
  'Ana replies',
  { do: 'reply', staff: ana },
  {
    ...steppedIn(ana, FIRST),
    ...all(WAITING, { turn: '+1', '#1': claimedBy(ana, FIRST), effects: ['joined #1: s-ana', 'project'] }),
    // What she offered stays offered while she goes on.
    ...all(TALKING, { '#1': FIRST, effects: [] }),
  },
);

inEveryState(
  'Dele replies',
  { do: 'reply', staff: dele },
  {
    ...steppedIn(dele, FIRST),
    ...all(WAITING, { turn: '+1', '#1': claimedBy(dele, FIRST), effects: ['joined #1: s-dele', 'project'] }),
    ...all(['withAna', 'anaGone'], 'not_yours by s-ana'),
    // It was offered to him: that takes it.
    offered: after({ transfer: null, ...FIRST }),
  },
);
