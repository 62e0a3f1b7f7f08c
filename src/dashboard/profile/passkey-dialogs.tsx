import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Dialog, RemoveDialog } from '../parts/dialog';
import { Warning } from '../parts/parts';
import { common } from '../words/en/common';
import { passkeys } from '../words/en/passkeys';
import { type Passkey, type Passkeys, removePasskey, renamePasskey } from './door';

interface PasskeyDialogProps {
  passkey: Passkey;
  onClose: () => void;
  onDone: (now: Passkeys) => void;
}

export function RenameDialog({ passkey, onClose, onDone }: PasskeyDialogProps) {
  const id = useId();
  const before = passkey.name ?? passkeys.unnamed;
  const typed = useSignal(before);
  const failed = useSignal('');
  const busy = useSignal(false);
  const wanted = typed.value.trim();
  const submit = async () => {
    if (!wanted || busy.value) return;
    busy.value = true;
    const answer = await renamePasskey(passkey.id, wanted);
    busy.value = false;
    if (answer.ok) onDone(answer.value);
    else failed.value = answer.message;
  };
  return (
    <Dialog
      title={passkeys.renameOf({ name: before })}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={common.save}
      disabled={!wanted || busy.value}
    >
      <div class="field">
        <label for={id}>{passkeys.name}</label>
        <input
          class="input"
          id={id}
          autocomplete="off"
          autofocus
          dir="auto"
          maxLength={80}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

export function RemovePasskeyDialog({
  passkey,
  isLastWayIn,
  onClose,
  onDone,
}: PasskeyDialogProps & { isLastWayIn: boolean }) {
  const remove = async () => {
    const answer = await removePasskey(passkey.id);
    if (!answer.ok) return answer.message;
    onDone(answer.value);
    return '';
  };
  return (
    <RemoveDialog
      title={passkeys.removeTitle({ name: passkey.name ?? passkeys.unnamed })}
      remove={remove}
      onClose={onClose}
    >
      {isLastWayIn && <strong>{passkeys.lastWayIn} </strong>}
      {passkeys.removeMeans}
    </RemoveDialog>
  );
}
