import { useSignal } from '@preact/signals';
import type { InferResponseType } from 'hono/client';
import { useId } from 'preact/hooks';
import { Dialog } from '../../parts/dialog';
import { Warning } from '../../parts/parts';
import { Several } from '../../parts/several';
import { ask, keysRoutes as routes } from '../../session/api';
import { words } from '../../words/en/api-keys';

const SCOPES = ['knowledge', 'conversations'] as const;
type Scope = (typeof SCOPES)[number];

interface KeyDialogProps {
  store: string;
  onClose: () => void;
  onMade: (made: InferResponseType<typeof routes.$post, 201>) => void;
}

/** A new key: what it is called, and what it may do. */
export function KeyDialog({ store, onClose, onMade }: KeyDialogProps) {
  const id = useId();
  const name = useSignal('');
  const chosen = useSignal<readonly Scope[]>([]);
  const failed = useSignal('');
  const busy = useSignal(false);
  const submit = async () => {
    if (busy.value) return;
    if (chosen.value.length === 0) {
      failed.value = words.pickOne;
      return;
    }
    busy.value = true;
    const json = { name: name.value.trim(), scopes: [...chosen.value] };
    const answer = await ask(() => routes.$post({ param: { store }, json }));
    busy.value = false;
    if (answer.ok) onMade(answer.value);
    else failed.value = answer.message;
  };
  return (
    <Dialog
      title={words.dialog}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={words.make}
      disabled={!name.value.trim() || busy.value}
    >
      <div class="field">
        <label for={`${id}n`}>{words.name}</label>
        <input
          class="input"
          id={`${id}n`}
          required
          maxLength={60}
          autoComplete="off"
          placeholder={words.example}
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
          }}
        />
      </div>
      <Several
        legend={words.may}
        class="scopes"
        options={SCOPES}
        chosen={chosen.value}
        onChange={(now) => {
          chosen.value = now;
          failed.value = '';
        }}
      >
        {(scope) => (
          <>
            {words.scopes[scope]}
            <small>{words.means[scope]}</small>
          </>
        )}
      </Several>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
