import { useSignal } from '@preact/signals';
import { useEffect, useId, useMemo } from 'preact/hooks';
import { time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import type { ResponderView } from '../../session/api';
import { assistant as words } from '../../words/en/assistant';
import { AddressField, addressFault } from '../address-field';
import { FormClash } from '../clash';
import { ClashStrip } from '../clash-strip';
import { Outcome, setOn } from './outcome';
import type { Responder } from './responder';

/** Where the store's model is, whether it answers, and what it has used today. */
export function ModelPart({ responder, limit }: { responder: Responder; limit: number | null }) {
  const view = responder.view.value;
  return (
    <section class="part" aria-label={words.model}>
      <h3>{words.model}</h3>
      <p>{words.modelAbout}</p>
      {responder.failed.value && <Warning>{responder.failed.value}</Warning>}
      {view && <ModelForm key={JSON.stringify(view.model)} responder={responder} view={view} />}
      {view && <Used today={view.today} limit={limit} />}
    </section>
  );
}

function Used({
  today: { in: read, out: wrote, reachedAt },
  limit,
}: Pick<ResponderView, 'today'> & { limit: number | null }) {
  if (reachedAt !== null && limit !== null && read + wrote >= limit) {
    return <Warning>{words.limitReached({ time: time(reachedAt) })}</Warning>;
  }
  const n = read + wrote;
  return <p class="used">{limit === null ? words.used({ n }) : words.usedOf({ n, limit })}</p>;
}

const kinds = () =>
  [
    ['openai', words.server],
    ['workers_ai', 'Workers AI'],
  ] as const;

type Saved = { kind: 'openai' | 'workers_ai'; url?: string; model: string } | null;
const saidOf = (model: Saved) => ({
  kind: model?.kind ?? 'openai',
  url: model?.kind === 'openai' ? (model.url ?? '') : '',
  model: model?.model ?? '',
});

function ModelForm({ responder, view }: { responder: Responder; view: ResponderView }) {
  const id = useId();
  const { model } = view;
  const kind = useSignal(model?.kind ?? 'openai');
  const url = useSignal(model?.kind === 'openai' ? model.url : '');
  const fault = useSignal('');
  const name = useSignal(model?.model ?? '');
  /** Null: the saved one stays. */
  const key = useSignal<string | null>(null);
  const setAt = model?.kind === 'openai' ? model.keySetAt : null;
  const changed = useSignal(false);
  useEffect(() => {
    changed.value = false;
  }, [view]);
  const edit = (to: { value: string }, text: string) => {
    to.value = text;
    changed.value = true;
  };
  const form = useMemo(
    () =>
      new FormClash(saidOf(model), view.seen, (field, value) =>
        Object.assign({ kind, url, model: name }[field], { value }),
      ),
    [],
  );
  // Another model would be another form: what is newer is nothing that stands in this one.
  form.seen = Math.max(form.seen, view.seen);
  const save = async (): Promise<void> => {
    fault.value = kind.value === 'openai' ? addressFault(url.value) : '';
    if (fault.value) return;
    const mine = saidOf({ kind: kind.value, url: url.value, model: name.value });
    const { seen } = form;
    const answer = await responder.saveModel(
      mine.kind === 'workers_ai'
        ? { kind: 'workers_ai', model: mine.model, seen }
        : { kind: 'openai', url: mine.url, model: mine.model, seen, ...(key.value !== null && { key: key.value }) },
    );
    if (answer && form.meet(answer, mine, saidOf) === 'again') return save();
  };
  return (
    <form
      class="own-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ClashStrip clash={form.clash} busy={responder.busy.value} />
      {view.workersAi && (
        <SelectField
          label={words.runs}
          value={kind.value}
          options={kinds()}
          onChange={(to) => {
            kind.value = to;
            changed.value = true;
          }}
        />
      )}
      <div class={kind.value === 'openai' ? 'pair' : ''}>
        {kind.value === 'openai' && (
          <div class="field">
            <AddressField
              label={words.address}
              placeholder="https://api.openai.com/v1"
              value={url.value}
              fault={fault.value}
              onInput={(typed) => {
                edit(url, typed);
                fault.value = '';
              }}
            />
          </div>
        )}
        <div class="field">
          <label for={`${id}m`}>{words.modelName}</label>
          <input
            class="input"
            id={`${id}m`}
            dir="ltr"
            required
            maxLength={120}
            spellcheck={false}
            autoComplete="off"
            placeholder={kind.value === 'openai' ? 'gpt-5-mini' : '@cf/meta/llama-4-scout-17b-16e-instruct'}
            value={name.value}
            onInput={(event) => edit(name, event.currentTarget.value)}
          />
        </div>
      </div>
      {kind.value === 'openai' && (
        <div class="field">
          <label for={`${id}s`}>{words.key}</label>
          <input
            class="input"
            id={`${id}s`}
            type="password"
            dir="ltr"
            maxLength={500}
            autoComplete="new-password"
            aria-describedby={`${id}h`}
            placeholder={setAt === null ? '' : '••••••••'}
            value={key.value ?? ''}
            onInput={(event) => {
              key.value = event.currentTarget.value;
              changed.value = true;
            }}
          />
          <p class="hint" id={`${id}h`}>
            {setAt === null ? words.keySealed : words.keySet({ when: setOn(setAt) })}
          </p>
        </div>
      )}
      <div class="acts">
        <button class="btn pri" type="submit" disabled={!changed.value || responder.busy.value}>
          {words.saveModel}
        </button>
        <button
          class="btn"
          type="button"
          disabled={changed.value || !model || responder.busy.value}
          onClick={() => void responder.tryModel()}
        >
          {words.tryIt}
        </button>
        <Outcome came={responder.came.value} busy={responder.busy.value} />
      </div>
    </form>
  );
}
