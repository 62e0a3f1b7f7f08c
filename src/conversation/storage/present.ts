import type { StaffRef } from '../../domain/actor';
import { type Handoff, type Lifecycle, openHandoff } from '../../domain/handoff';
import type { Body, Dossier, Entry } from './records';

/** What storage says of the lifecycle, brought up to date, and with what only the messages tell. */
export function presentOf({ rev, state }: Dossier['lifecycle'], entries: () => readonly Entry[]): Dossier['lifecycle'] {
  const known = upToDate(state);
  const open = openHandoff(known);
  if (open?.status !== 'assigned' || open.firstReplyAt !== null) return { rev, state: known };
  const first = entries().find(({ at, body }) => at >= open.requestedAt && isReply(body, open));
  if (!first) return { rev, state: known };
  const replied = { ...open, firstReplyAt: first.at };
  return { rev, state: { ...known, handoffs: known.handoffs.map((h) => (h === open ? replied : h)) } };
}

const isReply = (body: Body, { assignee }: { assignee: StaffRef }): boolean =>
  body.kind === 'staff' && body.from.id === assignee.id;

const NOT_SAID = {
  ever: { destination: null, waitingSince: null, reopened: 0, rated: null },
  assigned: { transfer: null, goneSince: null, nudged: null },
  ended: { emailed: null, handbackUntil: null, followUp: null },
};

/** What was stored by an older version says nothing of what came later. */
const upToDate = ({ handoffs, ...rest }: Lifecycle): Lifecycle => ({
  ...rest,
  handoffs: handoffs.map((h) => {
    const since = { pending: {}, assigned: NOT_SAID.assigned, ended: NOT_SAID.ended }[h.status];
    return { ...NOT_SAID.ever, ...since, ...(h as Partial<Handoff>) } as Handoff;
  }),
});
