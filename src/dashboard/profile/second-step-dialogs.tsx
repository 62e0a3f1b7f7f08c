import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { Dialog } from '../parts/dialog';
import { Warning } from '../parts/parts';
import { secondStep } from '../words/en/second-step';
import type { Begun } from './door';
import { Qr } from './qr';

interface AskProps {
  /** @returns why it was not taken; empty where it was */
  onCode: (code: string) => Promise<string>;
  onClose: () => void;
}

/** The secret as a picture and in letters, and the first code of it. */
export function BeginDialog({ begun, onCode, onClose }: AskProps & { begun: Begun }) {
  const { typed, failed, submit } = useCode(onCode);
  return (
    <Dialog
      title={secondStep.turnOn}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={secondStep.turnOn}
      disabled={typed.value.trim().length < 6}
    >
      <p>{secondStep.scan}</p>
      <Qr text={begun.uri} />
      <p class="secret">
        <span class="lbl">{secondStep.key}</span>
        <code>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <CodeField typed={typed} hint={secondStep.codeHint} />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

/** Asks for a code before something is taken away. */
export function CodeDialog({ title, why, onCode, onClose }: AskProps & { title: string; why: string }) {
  const { typed, failed, submit } = useCode(onCode);
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void submit()}
      act={title}
      disabled={typed.value.trim().length < 6}
    >
      <p>{why}</p>
      <CodeField typed={typed} hint={secondStep.anyCodeHint} />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}

/** Shown once: the server keeps them sealed. */
export function CodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const said = useSignal('');
  const copy = async () => {
    await navigator.clipboard.writeText(codes.join('\n'));
    said.value = secondStep.copied;
  };
  return (
    <Dialog title={secondStep.codesTitle} onClose={onClose} onSubmit={onClose} act={secondStep.kept}>
      <p>{secondStep.codesWhy}</p>
      <ul class="backup" aria-label={secondStep.codesTitle}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div class="does">
        <button class="btn sm" type="button" onClick={() => void copy()}>
          {secondStep.copy}
        </button>
        <span role="status">{said.value}</span>
      </div>
    </Dialog>
  );
}

function useCode(onCode: AskProps['onCode']) {
  const typed = useSignal('');
  const failed = useSignal('');
  const busy = useSignal(false);
  const submit = async () => {
    if (busy.value || typed.value.trim().length < 6) return;
    busy.value = true;
    failed.value = await onCode(typed.value.trim());
    busy.value = false;
  };
  return { typed, failed, submit };
}

function CodeField({ typed, hint }: { typed: { value: string }; hint: string }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{secondStep.code}</label>
      <input
        class="input"
        id={id}
        autocomplete="one-time-code"
        autofocus
        maxLength={20}
        aria-describedby={`${id}h`}
        value={typed.value}
        onInput={({ currentTarget }) => {
          typed.value = currentTarget.value;
        }}
      />
      <p class="hint" id={`${id}h`}>
        {hint}
      </p>
    </div>
  );
}
