import './privacy.css';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Dialog } from '../../parts/dialog';
import { Warning } from '../../parts/parts';
import { words } from '../../words/en/privacy';
import { eraseConversations } from './door';
import { Goes } from './goes';

interface EraseDialogProps {
  store: string;
  conversations: string[];
  onClose: () => void;
  /** @param left how many could not be erased yet, and will be by themselves */
  onErased: (left: number) => void;
}

/** Names what goes for good, and asks for a word, so that nobody does it by a slip. */
export function EraseDialog({ store, conversations, onClose, onErased }: EraseDialogProps) {
  const id = useId();
  const typed = useSignal('');
  const failed = useSignal('');
  const busy = useSignal(false);
  const meant = typed.value.trim().toLowerCase() === words.word.toLowerCase();
  const erase = async () => {
    if (!meant || busy.value) return;
    busy.value = true;
    failed.value = '';
    const answer = await eraseConversations(store, conversations);
    busy.value = false;
    // Somebody else was faster: it is gone all the same.
    if (answer.ok) onErased(answer.value.left);
    else if (answer.code === 'not_found') onErased(0);
    else failed.value = answer.message;
  };
  return (
    <Dialog
      title={words.eraseTitle({ n: conversations.length })}
      onClose={onClose}
      onSubmit={() => void erase()}
      act={busy.value ? words.erasing : words.act}
      disabled={!meant || busy.value}
    >
      <p>{words.eraseFirst}</p>
      <Goes />
      <p>{words.openNow}</p>
      <p class="hint">{words.outside}</p>
      <div class="field">
        <label for={id}>{words.confirm({ word: words.word })}</label>
        <input
          class="input"
          id={id}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
        />
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
