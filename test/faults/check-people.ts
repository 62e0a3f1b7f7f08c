import type { CustomerState } from '../../src/protocol/customer';
import type { StaffState } from '../../src/protocol/staff';
import { type Check, check } from './check.ts';
import type { Reading } from './evidence.ts';
import type { Order } from './line.ts';
import type { Shown } from './places.ts';
import type { Crowd } from './run.ts';

/** What people did and what they see: their buttons did what was acknowledged, and all see the same. */

export function checkPeople(crowd: Crowd, readings: Reading[]): Check[] {
  return [
    check('Every acknowledged press of a button is part of the story', presses(crowd, readings), pressed),
    check('Nobody is refused for a reason that they cannot see', refusals(crowd), ({ who, type, code }) =>
      (EXPECTED[type] ?? []).includes(code) ? null : `${who}: ${type} was refused with ${code}`,
    ),
    check('Every conversation is a story that can have happened', readings, impossible),
    check('Customer and team see the same state', readings, disagreeing),
    check('Every open page shows the state that is stored', pages(crowd, readings), ({ who, sees, is }) =>
      sees === is ? null : `${who} sees ${sees}; it is ${is}`,
    ),
  ];
}

const EVENTS: Record<string, string> = {
  request: 'asked',
  cancel: 'ended',
  claim: 'joined',
  release: 'released',
  transfer: 'transfer',
  withdraw: 'transfer',
  end: 'ended',
};

interface Press {
  who: string;
  order: Order;
  there: Shown | undefined;
}

const linesOf = ({ customers, staff }: Crowd) => [
  ...customers.flatMap(({ name, conversation, tabs }) =>
    tabs.map(({ line }) => ({ who: name, conversation, line, member: '' })),
  ),
  ...staff.flatMap(({ member: { name, id }, talks }) =>
    [...talks.values()].map(({ conversation, line }) => ({ who: name, conversation, line, member: id })),
  ),
];

function presses(crowd: Crowd, readings: Reading[]): Press[] {
  return linesOf(crowd).flatMap(({ who, conversation, line, member }) => {
    const reading = readings.find((one) => one.conversation === conversation);
    const list = member ? reading?.staff.find((one) => one.member === member)?.messages : reading?.customer.messages;
    return line.sent
      .filter(({ type }) => type in EVENTS)
      .flatMap((order) =>
        (line.acks.get(order.id) ?? []).map((ack) => ({ who, order, there: list?.find(({ seq }) => seq === ack.seq) })),
      );
  });
}

const pressed = ({ who, order, there }: Press): string | null =>
  there?.event?.what === EVENTS[order.type]
    ? null
    : `${who}: ${order.type} ${order.id} was acknowledged, and there stands ${JSON.stringify(there)}`;

/** What the world may have become while somebody pressed: another was faster, or it was over. */
const EXPECTED: Record<string, string[]> = {
  request: ['already_open'],
  cancel: ['nothing_open', 'taken'],
  rate: ['not_asked'],
  claim: ['taken', 'already_yours', 'handoff_over'],
  release: ['not_yours', 'handoff_over', 'not_allowed_now'],
  transfer: ['not_yours', 'handoff_over', 'not_allowed_now'],
  withdraw: ['not_yours', 'handoff_over', 'not_allowed_now'],
  end: ['not_yours', 'handoff_over', 'not_allowed_now'],
  send: ['not_yours', 'stale'],
};

const refusals = (crowd: Crowd) =>
  linesOf(crowd).flatMap(({ who, line }) =>
    line.refusals.map(({ order, code }) => ({ who, code, type: order?.type ?? 'a frame' })),
  );

/** What may follow what, for one handoff after another. */
const FOLLOWS: Record<string, string[]> = {
  nothing: ['asked', 'joined'],
  asked: ['joined', 'ended'],
  joined: ['joined', 'released', 'ended'],
  released: ['joined', 'ended'],
};

function impossible({ conversation, staff }: Reading): string | null {
  let [before, n] = ['nothing', 0];
  for (const { seq, event } of staff[0]?.messages ?? []) {
    if (!event || !(event.what in FOLLOWS || event.what === 'ended')) continue;
    const fits = FOLLOWS[before]?.includes(event.what) && event.handoff === (before === 'nothing' ? n + 1 : n);
    if (!fits) return `${conversation}: at ${seq} ${event.what} of ${event.handoff} follows ${before} of ${n}`;
    n = event.handoff;
    before = event.what === 'ended' ? 'nothing' : event.what;
  }
  return null;
}

function disagreeing({ conversation, customer, staff }: Reading): string | null {
  const { phase, turn } = customer.state;
  for (const { state } of staff) {
    const open = state.handoff?.status === 'ended' ? null : state.handoff;
    const is = !open ? 'assistant' : open.status === 'pending' ? 'waiting' : 'person';
    const same = phase.is === 'assistant' || phase.handoff === open?.n;
    if (is !== phase.is || !same || turn !== state.turn) {
      return `${conversation}: ${JSON.stringify(phase)} (${turn}) and ${is} ${open?.n} (${state.turn})`;
    }
  }
  return null;
}

const ofCustomer = (state?: CustomerState | null) =>
  JSON.stringify([state?.turn, state?.phase, state?.rating && { ...state.rating, in: 0 }]);
const ofStaff = (state?: StaffState | null) => JSON.stringify([state?.turn, state?.handoff]);

/** What each page that was open all the time shows, and what it would show if it were opened now. */
function pages({ customers, staff }: Crowd, readings: Reading[]): { who: string; sees: string; is: string }[] {
  const by = new Map(readings.map((one) => [one.conversation, one]));
  return [
    ...customers
      .filter(({ gone }) => !gone)
      .map(({ name: who, conversation, state }) => {
        return { who, sees: ofCustomer(state), is: ofCustomer(by.get(conversation)?.customer.state) };
      }),
    ...staff.flatMap(({ member: { name: who, id }, talks }) =>
      [...talks.values()].map(({ conversation, state }) => {
        const now = by.get(conversation)?.staff.find((one) => one.member === id)?.state;
        return { who, sees: ofStaff(state), is: ofStaff(now) };
      }),
    ),
  ];
}
