import { randomId } from '../../accounts/ids';
import { type Handoff, type Lifecycle, latest } from '../../domain/handoff';
import { happened } from '../../domain/happened';
import type { HookEvent, HookEventType, HookHandoff } from '../../protocol/hooks';
import { factsOf, IN_ENGLISH } from '../../protocol/so-far';
import type { Room } from '../room';
import { soFarOf } from '../views/so-far';
import { customerName } from '../views/staff';

/**
 * What the store's hooks are told of. An event is written down as things stood when it happened, with the change that it
 * tells of; the desk sends it on. Where no hook wants it, nothing is made and nothing is written.
 */

export const HOOK = 'hook/';

export class Hooks {
  constructor(private readonly room: Room) {}

  /** The lifecycle was `before`, and is what it is now. Call it within that transaction. */
  changed(before: Lifecycle, now: number): void {
    if (this.#wanted.length === 0) return;
    for (const { what, handoff } of happened(before, this.room.state)) this.#owe(what, handoff, now);
  }

  /** Something else happened, about this handoff or the latest. Call it within the transaction that keeps it. */
  tell(what: 'email.left' | 'summary.written', now: number, n = latest(this.room.state)?.n): void {
    this.#owe(what, this.room.state.handoffs.find((one) => one.n === n) ?? null, now);
  }

  get #wanted(): readonly HookEventType[] {
    return this.room.settings.known?.hooks?.events ?? [];
  }

  #owe(type: HookEventType, handoff: Handoff | null, now: number): void {
    const { room } = this;
    if (!this.#wanted.includes(type) || !room.store.exists) return;
    const { customer } = room;
    // What staff play is nobody's business outside: a hook would tell the whole team of it.
    if (customer.test) return;
    const { contact } = room.store;
    const id = `evt_${randomId()}`;
    room.outbox.put<HookEvent>(HOOK + id, now, () => ({
      id,
      type,
      timestamp: new Date(now).toISOString(),
      store: customer.store,
      data: {
        conversation: {
          id: customer.conversation,
          url: null,
          customer: customerName(customer),
          language: customer.lang,
          startedAt: customer.startedAt,
          email: contact && { address: contact.address, confirmed: contact.state === 'confirmed' },
          ...(customer.verified && { verified: customer.verified }),
        },
        handoff: handoff && this.#view(handoff, now),
      },
    }));
  }

  #view(handoff: Handoff, now: number): HookHandoff {
    const { n, status, reason, urgency, source, trigger, requestedAt, waitingSince } = handoff;
    const { room } = this;
    const soFar = soFarOf(handoff, room.known);
    const ended = handoff.status === 'ended' ? handoff : null;
    const owed = ended?.followUp;
    const given = ended?.rating.is === 'given' ? ended.rating : handoff.rated;
    return {
      n,
      status,
      reason,
      urgency,
      source,
      trigger,
      destination: destinationOf(handoff),
      requestedAt,
      waitingSince,
      assignee: handoff.assignees.at(-1)?.staff ?? null,
      endedAt: ended?.endedAt ?? null,
      outcome: ended?.outcome ?? null,
      rating: given && { thumb: given.thumb, comment: given.comment, at: given.at },
      followUp: owed
        ? { since: owed.since, dueAt: owed.until ?? room.policy(now).dueAt(owed.since), owner: owed.owner ?? null }
        : null,
      facts: soFar ? factsOf(soFar, IN_ENGLISH) : [],
      summary: soFar?.inWords ? { by: 'assistant', ...soFar.inWords } : null,
    };
  }
}

function destinationOf(handoff: Handoff): HookHandoff['destination'] {
  if (handoff.status === 'ended' && handoff.emailed) return { kind: 'email', address: handoff.emailed.address };
  const { destination: to } = handoff;
  if (!to) return { kind: 'store' };
  return to.kind === 'team' ? { kind: 'team', ...to.team } : { kind: 'person', ...to.staff };
}
