import { type Check, check } from './check.ts';
import { type DeskReading, openQuestions, type Reading } from './evidence.ts';
import { ANGER, PLEAS } from './habits.ts';
import type { Crowd } from './run.ts';
import type { Body, StoredConversation, StoredHandoff } from './storage.ts';

/** No handoff stuck without a deadline, and desk, history and alarms follow what the conversations say. */

interface Evidence {
  crowd: Crowd;
  readings: Reading[];
  desks: DeskReading[];
  stored: StoredConversation[];
  history: StoredHandoff[];
  transcripts: Map<string, { seq: number; kind: string }[]>;
}

export function checkHandoffs({ crowd, readings, desks, stored, history, transcripts }: Evidence): Check[] {
  const handoffs = stored.flatMap((one) => one.state.handoffs.map((h) => ({ one, h })));
  return [
    check('The queue is what the conversations say', desks, (desk) => misqueued(desk, stored)),
    check('Whoever waits, and whatever is owed, has a deadline that will fire', stored.filter(isDue), undated),
    check('The assistant answers a question once, and leaves none open', questions(stored), (wrong) => wrong),
    check('Whoever asks for a person in words is heard', pleas(stored), ({ id, seq, next }) =>
      next?.event?.what === 'asked' ? null : `${id}: after the plea at ${seq} comes ${JSON.stringify(next)}`,
    ),
    check('The assistant is silent while a handoff is open', stored, talkedOver),
    check('A rating stays as it was last given', ratings(crowd, stored), (wrong) => wrong),
    check(
      'History tells of every handoff that is over as its conversation does',
      handoffs.filter(isOver),
      ({ one, h }) => {
        const row = history.find(({ conversationId, n }) => conversationId === one.id && n === h.n);
        const [is, was] = [inShort(one, h), row && JSON.stringify(row)];
        return was === is ? null : `It is ${is}, and history says ${was}`;
      },
    ),
    check('History has every word until the last handoff ended', stored.filter(hasEnded), (one) =>
      untold(one, transcripts.get(one.id), readings),
    ),
    check('Nothing that is owed is given up', stored, ({ id, outbox }) => {
      const parked = outbox.filter((job) => job.parked !== null);
      return parked.length > 0 ? `${id}: ${JSON.stringify(parked)}` : null;
    }),
  ];
}

type HandoffOf = StoredConversation['state']['handoffs'][number];
const isOver = ({ h }: { h: HandoffOf }) => h.status === 'ended';

const openOf = ({ state }: StoredConversation) => {
  const last = state.handoffs.at(-1);
  return last && last.status !== 'ended' ? last : null;
};
export const waits = (one: StoredConversation) => openOf(one)?.status === 'pending';
const hasEnded = ({ state }: StoredConversation) => state.handoffs.some(({ status }) => status === 'ended');

function misqueued({ store, member, rows }: DeskReading, stored: StoredConversation[]): string | null {
  const ours = stored.filter((one) => one.store === store);
  const stranger = rows.find(({ id }) => !ours.some((one) => one.id === id));
  if (stranger) return `${member} sees ${stranger.id}, which nobody has`;
  for (const one of ours) {
    const row = rows.find(({ id }) => id === one.id);
    const open = openOf(one);
    // Without an open handoff a row may have left: after five quiet minutes it does.
    if (!row && !open) continue;
    const is = [open?.status ?? 'assistant', open?.n ?? null, open?.urgency ?? 'normal'];
    const who = [
      open?.status === 'pending' ? open.waitingSince : null,
      open?.status === 'assigned' ? open.assignee.id : null,
    ];
    const seen = [row?.status, row?.handoff, row?.urgency, row?.waitingSince, row?.assignee?.id ?? null];
    if (JSON.stringify([...is, ...who]) !== JSON.stringify(seen)) {
      return `${member} sees ${one.id} as ${JSON.stringify(seen)}; it is ${JSON.stringify([...is, ...who])}`;
    }
  }
  return null;
}

const MINUTE = 60_000;
const [LONGER, GIVE_UP, TRANSFER, FOLLOW_UP] = [5 * MINUTE, 30 * MINUTE, 2 * MINUTE, 240 * MINUTE];

/** When the next thing is due; null where nobody waits, is being passed on, or is owed anything. */
function dueAt(one: StoredConversation): number | null {
  const open = openOf(one);
  const due = one.state.handoffs.flatMap((h) =>
    h.status === 'ended' && h.followUp && !h.followUp.told ? [h.followUp.since + FOLLOW_UP] : [],
  );
  if (open?.status === 'pending') {
    const patience = open.told?.estimate ? open.told.estimate * MINUTE : LONGER;
    due.push(open.waitingSince + (open.longer ? GIVE_UP : patience));
  }
  if (open?.status === 'assigned' && open.transfer) due.push(open.transfer.at + TRANSFER);
  return due.length > 0 ? Math.min(...due) : null;
}

const isDue = (one: StoredConversation) => dueAt(one) !== null;

/** The object's own alarm and the platform's are there, and no later than what is due. */
function undated(one: StoredConversation): string | null {
  const due = dueAt(one);
  const kept = due === null || [one.alarm, one.listed].every((at) => at !== null && at <= due);
  return kept ? null : `${one.id}: due at ${due}, alarms at ${one.alarm} and ${one.listed}`;
}

function questions(stored: StoredConversation[]): (string | null)[] {
  return stored.flatMap((one) => {
    const answered = one.messages.flatMap(({ body }) => body.re ?? []);
    const open = openQuestions(one);
    const twice = answered.find((re, i) => answered.indexOf(re) !== i);
    return [
      ...answered.map((re) => (re === twice ? `${one.id}: the question at ${re} was answered twice` : null)),
      ...open.map((seq) => `${one.id}: the question at ${seq} has no answer`),
    ];
  });
}

/** Messages that ask for a person where none was asked for, and what follows each; an answer that it cut short aside. */
function pleas(stored: StoredConversation[]): { id: string; seq: number; next: Body | undefined }[] {
  return stored.flatMap(({ id, messages }) => {
    let open = false;
    return messages.flatMap(({ seq, body }, i) => {
      const what = body.event?.what;
      const asks = !open && body.kind === 'customer' && WORDS.some((words) => body.text?.startsWith(words));
      if (what === 'asked' || what === 'joined') open = true;
      if (what === 'ended') open = false;
      const next = messages.slice(i + 1).find((one) => !one.body.cut)?.body;
      return asks ? [{ id, seq, next }] : [];
    });
  });
}

const WORDS = [...PLEAS, ...ANGER];

function talkedOver({ id, messages }: StoredConversation): string | null {
  let open = false;
  for (const { seq, body } of messages) {
    if (body.kind === 'assistant' && open) return `${id}: at ${seq} the assistant speaks`;
    const what = body.event?.what;
    if (what === 'asked' || what === 'joined') open = true;
    if (what === 'ended') open = false;
  }
  return null;
}

function ratings({ customers }: Crowd, stored: StoredConversation[]): (string | null)[] {
  return customers.flatMap(({ name, conversation, tabs, rated }) => {
    const state = stored.find(({ id }) => id === conversation)?.state;
    const kept = rated.filter(({ id }) => tabs[0]?.line.acks.has(id));
    const last = kept.filter(({ handoff }, i) => !kept.slice(i + 1).some((later) => later.handoff === handoff));
    return last.map(({ handoff: n, thumb, comment }) => {
      const h = state?.handoffs.find((one) => one.n === n);
      const rating = h?.status === 'ended' && h.rating.is === 'given' ? h.rating : null;
      const same = rating?.thumb === thumb && rating.comment === comment;
      return same ? null : `${name}: ${n} was rated ${thumb} "${comment}", and it is ${JSON.stringify(rating)}`;
    });
  });
}

function inShort({ id, store }: StoredConversation, h: HandoffOf): string {
  const given = h.status === 'ended' && h.rating.is === 'given' ? h.rating : null;
  const row: StoredHandoff = {
    storeId: store,
    conversationId: id,
    n: h.n,
    status: h.status,
    outcome: h.status === 'ended' ? h.outcome : null,
    urgency: h.urgency,
    reason: h.reason,
    requestedAt: h.requestedAt,
    lastAssignee: h.assignees.at(-1)?.staff.id ?? null,
    rating: given?.thumb ?? null,
    comment: given?.comment ?? null,
  };
  return JSON.stringify(row);
}

function untold(
  one: StoredConversation,
  transcript: { seq: number }[] | undefined,
  readings: Reading[],
): string | null {
  const end = one.messages.findLast(({ body }) => body.event?.what === 'ended')?.seq ?? 0;
  if (!transcript || transcript.length < end) return `${one.id}: ${transcript?.length} of ${end} messages`;
  const all = readings.find(({ conversation }) => conversation === one.id)?.staff[0]?.messages ?? [];
  // Where a request came from is kept for trials of rules, and no part of what was said.
  const said = transcript.map((message) => ({ ...message, situation: undefined }));
  const same = JSON.stringify(all.slice(0, transcript.length)) === JSON.stringify(said);
  return same ? null : `${one.id}: other words than its conversation`;
}
