import type { StaffRef } from '../../domain/actor';
import { personOf } from '../../protocol/person';
import { type FactFrame, MOST_PROPERTIES, MOST_TAGS, MOST_TASKS, type StaffFacts } from '../../protocol/staff-facts';
import { oweHistory } from '../deliveries/history';
import type { Room } from '../room';

/** What staff keep beside a conversation: stored with it, live to everybody of the staff, told to history. */

const NONE: StaffFacts = { tags: [], properties: [], tasks: [] };

const same = (one: string, other: string): boolean =>
  one.localeCompare(other, undefined, { sensitivity: 'accent' }) === 0;

/**
 * @returns what stands there from now on: the same object where nothing changes, so that what comes twice is harmless;
 * null where there is no room for more
 */
export function changedFacts(facts: StaffFacts, frame: FactFrame, staff: StaffRef, now: number): StaffFacts | null {
  switch (frame.type) {
    case 'tag':
      return tagged(facts, frame);
    case 'property':
      return described(facts, frame);
    case 'task':
      return tasked(facts, frame, staff, now);
  }
}

type Frame<T> = FactFrame & { type: T };

function tagged(facts: StaffFacts, { name, on }: Frame<'tag'>): StaffFacts | null {
  const has = facts.tags.some((tag) => same(tag, name));
  if (has === on) return facts;
  if (!on) return { ...facts, tags: facts.tags.filter((tag) => !same(tag, name)) };
  return facts.tags.length < MOST_TAGS ? { ...facts, tags: [...facts.tags, name] } : null;
}

function described(facts: StaffFacts, { name, value }: Frame<'property'>): StaffFacts | null {
  const known = facts.properties.find((one) => same(one.name, name));
  if ((known?.value ?? null) === value) return facts;
  if (value === null) return { ...facts, properties: facts.properties.filter((one) => one !== known) };
  if (known) {
    return { ...facts, properties: facts.properties.map((one) => (one === known ? { ...one, value } : one)) };
  }
  return facts.properties.length < MOST_PROPERTIES
    ? { ...facts, properties: [...facts.properties, { name, value }] }
    : null;
}

function tasked(facts: StaffFacts, { task: id, change }: Frame<'task'>, staff: StaffRef, now: number) {
  const known = facts.tasks.find((task) => task.id === id);
  const by = personOf(staff);
  if (change.is === 'added') {
    if (known) return facts;
    const room = facts.tasks.length < MOST_TASKS ? facts.tasks : withoutOldestDone(facts.tasks);
    return room && { ...facts, tasks: [...room, { id, text: change.text, by, at: now, done: null }] };
  }
  // Removed by somebody else a moment before: what was wanted of it is settled.
  if (!known) return facts;
  if (change.is === 'removed') return { ...facts, tasks: facts.tasks.filter((task) => task !== known) };
  if ((known.done !== null) === change.done) return facts;
  const done = change.done ? { by, at: now } : null;
  return { ...facts, tasks: facts.tasks.map((task) => (task === known ? { ...task, done } : task)) };
}

function withoutOldestDone(tasks: StaffFacts['tasks']): StaffFacts['tasks'] | null {
  const oldest = tasks.find(({ done }) => done);
  return oldest ? tasks.filter((task) => task !== oldest) : null;
}

/** How many tasks are still to be done. */
export const openTasks = (facts: StaffFacts | null): number => facts?.tasks.filter(({ done }) => !done).length ?? 0;

export function factFrame(room: Room, socket: WebSocket, staff: StaffRef, frame: FactFrame, now: number): void {
  const before = room.store.facts ?? NONE;
  const after = changedFacts(before, frame, staff, now);
  if (!after) return room.sockets.refuse(socket, 'too_many_facts', { id: frame.id });
  if (after !== before) {
    room.transaction(() => {
      room.store.facts = after;
      oweHistory(room.outbox, [], false, now);
    });
    room.showing.publishToStaff(now);
    if (openTasks(before) !== openTasks(after)) room.showing.rowChanged(now);
    room.timing.arm(now);
    room.timing.kick(now);
  }
  room.sockets.reply(socket, { type: 'ack', id: frame.id, seq: room.store.last.seq, at: now });
}
