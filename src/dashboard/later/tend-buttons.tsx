import './later.css';
import { useSignal } from '@preact/signals';
import type { StaffPerson } from '../../protocol/staff';
import { Icon } from '../parts/icons';
import { Menu, type MenuItem } from '../parts/menu';
import { Warning } from '../parts/parts';
import { clock } from '../session/clock';
import { followUps } from '../words/en/follow-ups';
import { type TendingWanted, tend, type Where } from './door';
import { SnoozeDialog } from './snooze-dialog';
import { snoozes } from './when';

interface TendProps {
  where: Where;
  of: TendingWanted['of'];
  /** Who sees to it now. */
  owner: string | null;
  me: Pick<StaffPerson, 'id'> | null;
  /** What a screen reader calls it. */
  what: string;
  /** Others that it can be given to. */
  colleagues?: readonly { id: string; name: string }[];
  /** When it is done, given or put off. */
  onTended?: () => void;
}

/** Done; or later, or somebody else's. */
export function TendButtons({ where, of, owner, me, what, colleagues = [], onTended }: TendProps) {
  const failed = useSignal('');
  const busy = useSignal(false);
  const choosing = useSignal(false);
  const put = async (as: TendingWanted['as']) => {
    if (busy.value) return;
    busy.value = true;
    const answer = await tend(where, { of, as });
    busy.value = false;
    failed.value = answer.ok ? '' : answer.message;
    if (answer.ok) onTended?.();
  };
  const give = (to: string | null) => () => void put({ is: 'given', to });
  const items: MenuItem[] = [
    ...(me && owner !== me.id ? [{ label: followUps.seeToIt, run: give(me.id) }] : []),
    ...colleagues
      .filter(({ id }) => id !== me?.id && id !== owner)
      .map(({ id, name }) => ({ label: followUps.giveTo({ name }), run: give(id) })),
    ...(owner === null ? [] : [{ label: followUps.leaveIt, run: give(null) }]),
    ...snoozes(clock.peek()).map(({ label, at }) => ({
      label,
      run: () => void put({ is: 'snoozed', until: at }),
    })),
    { label: followUps.laterChoose, run: () => (choosing.value = true) },
  ];
  return (
    <span class="tend">
      <button
        class="btn sm"
        type="button"
        aria-label={followUps.doneWith({ what })}
        onClick={() => void put({ is: 'done' })}
      >
        {followUps.done}
      </button>
      <Menu label={followUps.moreFor({ what })} class="icon-btn" opens="below" items={items}>
        <Icon name="dots" />
      </Menu>
      {choosing.value && (
        <SnoozeDialog
          onPick={(until) => void put({ is: 'snoozed', until })}
          onClose={() => {
            choosing.value = false;
          }}
        />
      )}
      {failed.value && <Warning>{failed.value}</Warning>}
    </span>
  );
}
