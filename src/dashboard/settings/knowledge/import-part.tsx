import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Warning } from '../../parts/parts';
import { knowledge as words } from '../../words/en/knowledge';
import { ChoicesForm } from './choices-form';
import { Planned } from './planned';
import { Report } from './report';
import type { Importing } from './state';

const ACCEPT = '.xml,.csv,.tsv,.txt,.json,.jsonl,.ndjson,.md,.markdown,.html,.htm';

/** Files come in here: dropped or chosen, looked at, read through, sent. */
export function ImportPart({ importing }: { importing: Importing }) {
  const step = importing.step.value;
  return (
    <section class="part import" aria-label={words.import}>
      <div class="top">
        <div class="t">
          <h3>{words.import}</h3>
          <p>{words.importAbout}</p>
        </div>
      </div>
      {(step.is === 'idle' || step.is === 'failed' || step.is === 'done') && <Drop importing={importing} />}
      {step.is === 'choosing' && <ChoicesForm importing={importing} choices={step.choices} />}
      {step.is === 'planned' && <Planned importing={importing} step={step} />}
      {step.is === 'sending' && (
        <button class="btn" type="button" onClick={step.stop}>
          {words.stop}
        </button>
      )}
      <div role="status" aria-label={words.progress}>
        {step.is === 'reading' && (
          <p class="hint">{step.rows > 0 ? words.readingSoFar({ n: step.rows }) : words.reading}</p>
        )}
        {step.is === 'sending' && (
          <p class="hint">
            {step.progress ? words.sentOf({ n: step.progress.sent, of: step.progress.of }) : words.sending}
          </p>
        )}
        {step.is === 'done' && <Report plan={step.plan} whole={step.whole} />}
      </div>
      {step.is === 'sending' && step.progress && (
        <progress aria-label={words.sent} max={step.progress.of} value={step.progress.sent} />
      )}
      {step.is === 'failed' && <Warning>{step.message}</Warning>}
    </section>
  );
}

function Drop({ importing }: { importing: Importing }) {
  const field = useRef<HTMLInputElement>(null);
  const over = useSignal(false);
  const take = (files: Iterable<File> | null | undefined) => {
    over.value = false;
    void importing.choose([...(files ?? [])]);
    if (field.current) field.current.value = '';
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button does the same.
    <div
      class={`drop${over.value ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        over.value = true;
      }}
      onDragLeave={() => {
        over.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        take(event.dataTransfer?.files);
      }}
    >
      <input
        ref={field}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        aria-label={words.files}
        onChange={(event) => take(event.currentTarget.files)}
      />
      <button class="btn" type="button" onClick={() => field.current?.click()}>
        {words.chooseFiles}
      </button>
      <span class="hint">{words.orDrop}</span>
    </div>
  );
}
