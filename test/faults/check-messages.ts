import { type Check, check } from './check.ts';
import type { Customer } from './customer.ts';
import type { Reading } from './evidence.ts';
import { PRIVATE } from './habits.ts';
import type { Line } from './line.ts';
import type { Places, Shown } from './places.ts';
import type { Crowd } from './run.ts';
import type { Talk } from './staff.ts';

/** No acknowledged message lost, doubled or out of order, and both sides show the same. */

/** One tab that was open all the time, and what somebody new reads there. */
interface Tab {
  who: string;
  gone: boolean;
  line: Line;
  places: Places;
  read: Shown[];
}

export function checkMessages(crowd: Crowd, readings: Reading[]): Check[] {
  const { customers, staff } = crowd;
  const by = new Map(readings.map((one) => [one.conversation, one]));
  const read = (conversation: string) => {
    const found = by.get(conversation);
    if (!found) throw new Error(`Nobody read ${conversation}`);
    return found;
  };
  const customerTabs: Tab[] = customers.flatMap(({ name: who, gone, tabs, conversation }) =>
    tabs.map((tab) => ({ who, gone, ...tab, read: read(conversation).customer.messages })),
  );
  const staffTabs: Tab[] = staff.flatMap(({ member, talks }) =>
    [...talks.values()].map(({ conversation, line, places }: Talk) => ({
      who: `${member.name} in ${conversation}`,
      gone: false,
      line,
      places,
      read: read(conversation).staff.find((one) => one.member === member.id)?.messages ?? [],
    })),
  );
  const tabs = [...customerTabs, ...staffTabs];
  return [
    acknowledged('Every acknowledged message of a customer stands where it was acknowledged', customerTabs, ['send']),
    acknowledged('Every acknowledged reply and note stands where it was acknowledged', staffTabs, ['send', 'note']),
    check(
      'What is sent again is acknowledged where it stands',
      answers(tabs).filter(isLater),
      ({ who, id, first, ack }) =>
        first.seq === ack.seq && first.at === ack.at ? null : `${who}: ${id} at ${first.seq}, then at ${ack.seq}`,
    ),
    check(
      'What was stored, and its answer lost, stands there once',
      answers(tabs).filter(wasLost),
      ({ who, id, read }) => {
        const there = read.filter((message) => message.id === id).length;
        return there === 1 ? null : `${who}: ${id} stands there ${there} times`;
      },
    ),
    check('No message stands twice, and no place is empty', lists(readings), ({ who, list }) => doubled(who, list)),
    check('Messages stand in the order in which they were sent', tabs, outOfOrder),
    check('Nothing that anybody was shown is lost or changed', tabs, lostOrChanged),
    check('Whoever comes back gets the rest, in order, once', tabs, badArrival),
    check(
      'Every open page shows all there is',
      tabs.filter(({ gone }) => !gone),
      ({ who, places, read: all }) =>
        all.some(({ seq }) => !places.shown.has(seq)) ? `${who} has ${places.shown.size} of ${all.length}` : null,
    ),
    check('An older state never tells of a newer responder', tabs, backwards),
    check('Both sides read the same messages in the same order', readings, differing),
    check('No private note reaches a customer', notes(customers, readings), (leak) => leak),
  ];
}

function acknowledged(name: string, tabs: Tab[], types: string[]): Check {
  const cases = tabs.flatMap(({ who, line, read }) =>
    line.sent
      .filter(({ type }) => types.includes(type))
      .flatMap((order) => (line.acks.get(order.id) ?? []).map((ack) => ({ who, order, ack, read }))),
  );
  return check(name, cases, ({ who, order, ack, read }) => {
    const there = read.find(({ seq }) => seq === ack.seq);
    const { id, text } = order as { id: string; text?: string };
    const same = there?.id === id && there.text === text && there.at === ack.at;
    return same ? null : `${who}: ${id} was acknowledged at ${ack.seq}; there stands ${JSON.stringify(there)}`;
  });
}

/** Every acknowledgement of a message that ever came, beside the first one of the same message. */
const answers = (tabs: Tab[]) =>
  tabs.flatMap(({ who, line, read }) =>
    line.sent
      .filter(({ type }) => type === 'send' || type === 'note')
      .flatMap(({ id }) => {
        const [first, ...later] = line.acks.get(id) ?? [];
        return first ? [first, ...later].map((ack) => ({ who, id, read, first, ack })) : [];
      }),
  );
type Answer = ReturnType<typeof answers>[number];
const isLater = ({ first, ack }: Answer) => ack !== first;
/** Stored before the connection was opened that first brought word of it. */
const wasLost = ({ first, ack }: Answer) => ack === first && ack.at < ack.since;

const lists = (readings: Reading[]) =>
  readings.flatMap(({ conversation, customer, staff }) => [
    { who: `the customer of ${conversation}`, list: customer.messages },
    ...staff.map(({ member, messages }) => ({ who: `${member} in ${conversation}`, list: messages })),
  ]);

function doubled(who: string, list: Shown[]): string | null {
  const gap = list.findIndex(({ seq }, i) => seq !== i + 1);
  if (gap >= 0) return `${who}: place ${gap + 1} is ${list[gap]?.seq}`;
  const seen = new Set<string>();
  for (const { id, text, answer, kind } of list) {
    const key = kind === 'event' ? null : (answer ?? id ?? text ?? '');
    if (key !== null && seen.has(key)) return `${who}: ${key} stands twice`;
    if (key !== null) seen.add(key);
  }
  return null;
}

/** Of what one tab sent and was told is stored, in the order of sending, the places rise. */
function outOfOrder({ who, line }: Tab): string | null {
  const stored = line.sent.filter(({ id, type }) => (type === 'send' || type === 'note') && line.acks.has(id));
  const seqs = stored.map(({ id }) => line.acks.get(id)?.[0]?.seq ?? 0);
  const at = seqs.findIndex((seq, i) => i > 0 && seq <= (seqs[i - 1] ?? 0));
  return at < 0
    ? null
    : `${who}: ${stored[at]?.id} (${seqs[at]}) was sent after ${stored[at - 1]?.id} (${seqs[at - 1]})`;
}

function lostOrChanged({ who, places, read }: Tab): string | null {
  const [rewritten] = places.rewritten;
  if (rewritten) return `${who}: at ${rewritten.seq} stood ${rewritten.before}, later ${rewritten.after}`;
  const now = new Map(read.map((message) => [message.seq, JSON.stringify(message)]));
  for (const [seq, text] of places.shown) {
    if (now.get(seq) !== text) return `${who}: at ${seq} was shown ${text}, and now ${now.get(seq)}`;
  }
  return null;
}

function badArrival({ who, places }: Tab): string | null {
  let last = 0;
  for (const arrival of places.arrivals) {
    if (arrival.as === 'welcome') {
      const { after, seqs } = arrival;
      const whole = seqs.every((seq, i) => seq === after + 1 + i) && after + seqs.length === arrival.last;
      if (!whole) return `${who}: asked for what follows ${after} of ${arrival.last}, got ${seqs.join(' ')}`;
      last = Math.max(last, arrival.last);
    } else if (arrival.as === 'live') {
      if (arrival.seq !== last + 1) return `${who}: ${arrival.seq} came after ${last}`;
      last = arrival.seq;
    }
  }
  return null;
}

function backwards({ who, places }: Tab): string | null {
  const sorted = places.turns.toSorted((a, b) => a.rev - b.rev || a.turn - b.turn);
  const at = sorted.findIndex(({ turn }, i) => i > 0 && turn < (sorted[i - 1]?.turn ?? 0));
  return at < 0 ? null : `${who}: ${JSON.stringify(sorted[at - 1])} before ${JSON.stringify(sorted[at])}`;
}

/** System messages that are the team's own business. */
const TEAM_ONLY = ['transfer', 'mail'];

/** What both sides have of a message, in words. */
const common = ({ kind, at, text, answer, event }: Shown) =>
  JSON.stringify([kind, at, text, answer, event?.what, event?.handoff]);

function differing({ conversation, customer, staff }: Reading): string | null {
  const own = customer.messages.map(common);
  for (const { member, messages } of staff) {
    const theirs = messages
      .filter(({ kind, event }) => kind !== 'note' && !TEAM_ONLY.includes(event?.what ?? ''))
      .map(common);
    const at = own.findIndex((text, i) => text !== theirs[i]);
    if (at >= 0 || own.length !== theirs.length) {
      return `${conversation}: ${own.length} and ${theirs.length} (${member}); at ${at + 1} ${own[at]} and ${theirs[at]}`;
    }
  }
  const [first, ...others] = staff.map(({ messages }) => JSON.stringify(messages));
  return others.some((other) => other !== first) ? `${conversation}: two of the team read different things` : null;
}

/** For each note that there is: what of notes a customer was shown. */
function notes(customers: Customer[], readings: Reading[]): (string | null)[] {
  return readings.flatMap(({ conversation, customer, staff }) => {
    const leaks = customers.find((one) => one.conversation === conversation)?.leaked ?? [];
    const leak = leaks[0] ?? (JSON.stringify(customer).includes(PRIVATE) ? 'in what is read anew' : null);
    const written = staff[0]?.messages.filter(({ kind }) => kind === 'note') ?? [];
    return written.map(() => (leak === null ? null : `${conversation}: ${leak}`));
  });
}
