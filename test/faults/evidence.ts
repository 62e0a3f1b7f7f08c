import { setTimeout as pause } from 'node:timers/promises';
import type { CustomerState } from '../../src/protocol/customer';
import type { QueueRow } from '../../src/protocol/desk';
import type { StaffState } from '../../src/protocol/staff';
import { unmailed } from './check-mail.ts';
import { type Frame, Line } from './line.ts';
import type { MailApi } from './mail-api.ts';
import type { Shown } from './places.ts';
import type { Crowd } from './run.ts';
import { settings, type Team } from './shop.ts';
import { conversations, desks, type StoredConversation } from './storage.ts';

/** What is there to be checked once the last kill is over: everybody at rest, and everything read anew. */

/** A conversation as somebody reads it who was never there before. */
export interface Reading {
  conversation: string;
  customer: { messages: Shown[]; last: number; state: CustomerState };
  staff: { member: string; messages: Shown[]; last: number; state: StaffState }[];
}

/** A store's queue as a member of its team reads it who has just opened the dashboard. */
export interface DeskReading {
  store: string;
  member: string;
  rows: QueueRow[];
}

/** Waits until nothing is under way any more. @returns what still is after a long time, in words */
export async function rest(crowd: Crowd, state: string, mail: MailApi): Promise<string[]> {
  const begun = Date.now();
  for (;;) {
    // First the people: by then every object has been opened, and mended what the kill has left.
    const waiting = unsettled(crowd);
    const restless = waiting.length > 0 ? waiting : [...owed(state), ...unmailed(crowd, mail, conversations(state))];
    if (restless.length === 0 || Date.now() - begun > 90_000) return restless;
    await pause(200);
  }
}

/** Whoever is not connected, waits for an answer, or for a question. */
export function unsettled({ customers, staff }: Crowd): string[] {
  const lines = [
    ...customers.flatMap(({ name, gone, tabs }) => (gone ? [] : tabs.map(({ line }) => ({ who: name, line })))),
    ...staff.flatMap(({ member, talks, desks: at }) =>
      [...talks.values(), ...at].map(({ line }) => ({ who: member.name, line })),
    ),
  ];
  const soon = customers.filter(({ gone, state }) => !gone && state?.rating?.in);
  return [
    ...soon.map(({ name }) => `${name} is about to be asked how it was`),
    ...lines.flatMap(({ who, line }) => {
      if (!line.open) return [`${who} is not connected`];
      return line.waiting.map(({ order }) => `${who} waits for the answer to ${order.type} ${order.id}`);
    }),
  ];
}

/** What the objects still owe to somebody. */
function owed(state: string): string[] {
  const now = Date.now();
  // That the desk and history were told stands on the sockets first: they themselves show whether they were.
  const told = ({ key }: { key: string }) => key === 'desk' || key === 'history';
  const jobs = [...conversations(state), ...desks(state)].flatMap(({ outbox }) => outbox.filter((job) => !told(job)));
  // What was never tried and is due later has its time: urgent mails that are gathered, for one.
  const late = jobs.filter(({ parked, due, attempts }) => parked === null && (due <= now || attempts > 0));
  return [
    ...late.map(({ key, attempts }) => `${key} is not delivered after ${attempts} tries`),
    ...conversations(state).flatMap((one) => [
      ...openQuestions(one).map((seq) => `${one.id}: the question at ${seq} has no answer`),
    ]),
  ];
}

/** Places of questions that the assistant owes an answer to. */
export function openQuestions({ state, messages }: StoredConversation): number[] {
  if (state.handoffs.at(-1) && state.handoffs.at(-1)?.status !== 'ended') return [];
  const since = messages.slice(messages.findLastIndex(({ body }) => body.kind === 'event') + 1);
  const answered = Math.max(0, ...since.map(({ body }) => body.re ?? 0));
  return since.filter(({ body, seq }) => body.kind === 'customer' && seq > answered).map(({ seq }) => seq);
}

/** Everything from the first place on, by new connections of each customer and of everybody of the team. */
export async function readings(crowd: Crowd): Promise<Reading[]> {
  return Promise.all(
    crowd.customers.map(async (customer) => {
      const { conversation, store } = customer;
      const [own, ...staff] = await Promise.all([
        once(crowd, '/widget/socket', async () => customer.token, customer.hello(0)),
        ...crowd.staff.map(async (one) => {
          const path = `/staff/conversations/${conversation}/socket`;
          const frame = await once(crowd, path, () => one.ticket(store), { type: 'hello', after: 0 });
          return { ...(frame as unknown as Reading['staff'][number]), member: one.member.id };
        }),
      ]);
      return { conversation, customer: own as unknown as Reading['customer'], staff };
    }),
  );
}

export async function deskReadings(crowd: Crowd, team: Team): Promise<DeskReading[]> {
  const all = team.stores.flatMap((store) => crowd.staff.map((one) => ({ store, one })));
  return Promise.all(
    all.map(async ({ store, one }) => {
      const frame = await once(crowd, '/staff/desk/socket', () => one.ticket(store), { type: 'hello' });
      return { store: store.id, member: one.member.id, rows: frame.rows as QueueRow[] };
    }),
  );
}

/** The welcome of a connection that says nothing else. */
async function once(crowd: Crowd, path: string, token: () => Promise<string | null>, hello: object): Promise<Frame> {
  const welcome = Promise.withResolvers<Frame>();
  const line = new Line({
    world: crowd.world,
    side: 'customer',
    path,
    token,
    hello: () => hello,
    receive: (frame) => frame.type === 'welcome' && welcome.resolve(frame),
    resend: 'with-hello',
  });
  const late = setTimeout(() => welcome.reject(new Error(`Nobody was welcomed at ${path}`)), 60_000);
  const frame = await welcome.promise;
  clearTimeout(late);
  line.close();
  return frame;
}

/** Every shop closes for those who wait, and is killed in the middle of it; its owner saves once more then. */
export async function close(crowd: Crowd, team: Team, killAfter: number): Promise<void> {
  const { runtime } = crowd.world;
  const today = (new Date().getUTCDay() + 6) % 7;
  // Open for a minute, on a day that is neither today nor tomorrow nor was yesterday.
  const week = Array.from({ length: 7 }, (_, day) =>
    day === (today + 3) % 7 ? [{ opens: '03:00', closes: '03:01' }] : [],
  );
  const save = () =>
    Promise.all(
      team.stores.map(({ id }) => settings(runtime.origin, team, id, { timeZone: 'UTC', week, atClosing: 'away' })),
    );
  const interrupted = save().catch(() => {});
  await pause(killAfter);
  await runtime.kill();
  await interrupted;
  runtime.start();
  await runtime.up();
  await save();
}
