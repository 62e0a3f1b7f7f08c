import { initials } from '../parts/format';
import { Icon } from '../parts/icons';
import type { StoreOfMine } from '../session/api';
import { deskOf } from '../stores/places';
import { shell } from '../words/en/shell';

interface OptionProps {
  id: string;
  /** Null: a new one. */
  store: StoreOfMine | null;
  isOpen: boolean;
  isMarked: boolean;
  mark: () => void;
  choose: () => void;
}

/** A store in the list: whether the reader is on duty there, and who waits. */
export const StoreOption = ({ id, store, isOpen, isMarked, mark, choose }: OptionProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox keeps the focus and answers the keys.
  <div
    class={store ? undefined : 'new'}
    role="option"
    id={id}
    tabIndex={-1}
    aria-selected={isOpen}
    data-at={isMarked}
    // The combobox keeps the focus; without it the list is closed.
    onPointerDown={(event) => event.preventDefault()}
    onClick={choose}
    onPointerMove={mark}
  >
    {store ? (
      <span class="mark" aria-hidden="true" data-accent style={{ '--accent-base': store.accent }}>
        {initials(store.name)}
      </span>
    ) : (
      <span class="mark" aria-hidden="true">
        <Icon name="plus" />
      </span>
    )}
    <span class="t">
      <span class="cutoff">{store?.name ?? shell.addStore}</span>
      {store && <Standing store={store.id} />}
    </span>
    {isOpen && <Icon name="check" />}
  </div>
);

/** Whether the reader is on duty there, and who waits. */
function Standing({ store }: { store: string }) {
  const desk = deskOf(store);
  if (!desk?.known.value) return null;
  const duty = desk.onDuty.value ? shell.onDuty : shell.offDuty;
  const n = desk.waiting.value.length;
  const urgent = desk.waiting.value.filter((row) => row.urgency === 'urgent').length;
  if (urgent === 0) return <small>{n > 0 ? shell.dutyWaiting({ duty, n }) : duty}</small>;
  return (
    <small class="hot">
      <Icon name="flag" />
      {shell.dutyWaitingUrgent({ duty, n, urgent })}
    </small>
  );
}
