import { useSignal } from '@preact/signals';
import { Dialog } from '../parts/dialog';
import { firstName } from '../parts/format';
import { Warning } from '../parts/parts';
import { type Person, removePerson, type StoreOfMine } from '../session/api';

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
  const verb = isMe ? 'Leave' : 'Remove';
  return (
    <Dialog
      title={isMe ? `Leave ${store.name}` : `Remove ${person.name}`}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={verb}
      disabled={busy.value}
    >
      <p>
        {isMe
          ? `You will no longer see the chats of ${store.name}. An owner or admin can invite you again.`
          : `${firstName(person.name)} will no longer see the chats of ${store.name}, from this moment on.`}{' '}
        Chats with a customer who waits for a reply go back to the queue.
      </p>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
