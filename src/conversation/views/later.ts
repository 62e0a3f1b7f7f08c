import { type Circumstances, checkInOf } from '../../domain/deadlines';
import type { Lifecycle } from '../../domain/handoff';
import type { Policy } from '../../domain/policy';
import type { Later } from '../../protocol/later';
import { personOf } from '../../protocol/person';

/** What staff are shown of what they see to later; null where there is nothing. */
export function laterOf(state: Lifecycle, policy: Policy, known: Circumstances): Later | null {
  const owed = state.handoffs.findLast((h) => h.status === 'ended' && h.followUp !== null);
  const followUp = owed?.status === 'ended' ? owed.followUp : null;
  const reminders = state.reminders ?? [];
  const asked = state.handoffs.find((h) => checkInOf(state, h, known));
  const checkIn = asked && checkInOf(state, asked, known);
  if (!followUp && reminders.length === 0 && !checkIn) return null;
  return {
    ...(owed &&
      followUp && {
        followUp: {
          handoff: owed.n,
          since: followUp.since,
          dueAt: followUp.until ?? policy.dueAt(followUp.since),
          owner: followUp.owner ? personOf(followUp.owner) : null,
        },
      }),
    ...(reminders.length > 0 && {
      reminders: reminders.map(({ n, at, line, owner, told }) => ({
        ...{ n, at, line, told },
        owner: owner && personOf(owner),
      })),
    }),
    ...(asked &&
      checkIn && {
        checkIn: { ...checkIn, handoff: asked.n, staff: personOf(checkIn.staff) },
      }),
  };
}
