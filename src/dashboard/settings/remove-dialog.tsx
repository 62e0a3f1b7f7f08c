import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog';
import { firstName } from '../parts/format';
import { Warning } from '../parts/parts';
import { type Person, removePerson, type StoreOfMine } from '../session/api';
import { common } from '../words/en/common';
import { team } from '../words/en/team';

interface RemoveProps {
  store: StoreOfMine;
  person: Person;
  isMe: boolean;
  onClose: () => void;
  onRemoved: () => void;
}

/** Takes somebody out of the store, or the reader themselves. */
export function RemoveDialog({ store, person, isMe, onClose, onRemoved }: RemoveProps) {
  const failed = useSignal('');
  const busy = useSignal(false);
  const submit = async () => {
    if (busy.value) return;
    busy.value = true;
    const answer = await removePerson(store.id, person.id);
    busy.value = false;
    if (answer.ok) onRemoved();
    else failed.value = answer.message;
  };

  return (
    <Dialog
      title={isMe ? team.leaveName({ store: store.name }) : team.removeName({ name: person.name })}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={isMe ? team.leave : common.remove}
      disabled={busy.value}
    >
      <p>
        {isMe
          ? team.leaveMeans({ store: store.name })
          : team.removeMeans({ name: firstName(person.name), store: store.name })}
      </p>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
