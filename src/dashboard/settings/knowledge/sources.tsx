import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Dialog } from '../../parts/dialog';
import { day, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { common } from '../../words/en/common';
import { knowledge as words } from '../../words/en/knowledge';
import type { Source } from './door';
import type { Importing } from './state';

/** Where the knowledge came from, how much of it, and when. */
export function Sources({ importing, manages }: { importing: Importing; manages: boolean }) {
  const removing = useSignal<Source | null>(null);
  const sources = importing.knows.value?.sources;
  if (!sources) return null;
  const close = () => {
    removing.value = null;
  };
  const gone = removing.value;
  return (
    <section class="part" aria-label={words.sources}>
      <h3>{words.sources}</h3>
      <div role="status" aria-label={words.sourcesChanged}>
        {importing.removing.value && <p class="hint">{words.removing({ name: importing.removing.value })}</p>}
      </div>
      {sources.length === 0 && <p class="hint">{words.nothingYet}</p>}
      <ul class="rows" aria-label={words.sources}>
        {sources.map((source) => (
          <li key={source.n}>
            <span class="mark bot" aria-hidden="true">
              <Icon name={source.kind === 'products' ? 'box' : 'book'} />
            </span>
            <span class="t">
              <span class="lbl">{source.name}</span>
              <span class="hint">{factsOf(source)}</span>
            </span>
            {manages && source.unfinished && <GoOn importing={importing} source={source} />}
            {manages && (
              <Menu
                label={words.moreFor({ name: source.name })}
                class="icon-btn"
                opens="below"
                items={[
                  ...(source.unfinished ? [{ label: words.giveUp, run: () => void importing.discard(source.n) }] : []),
                  { label: common.remove, run: () => (removing.value = source) },
                ]}
              >
                <Icon name="dots" />
              </Menu>
            )}
          </li>
        ))}
      </ul>
      {gone && (
        <Dialog
          title={words.removeSource}
          onClose={close}
          onSubmit={() => {
            close();
            void importing.remove(gone);
          }}
          act={common.remove}
        >
          <p>{words.removeMeans({ name: gone.name, amount: amountOf(gone) })}</p>
        </Dialog>
      )}
    </section>
  );
}

const amountOf = ({ kind, count }: Source) =>
  kind === 'products' ? words.products({ n: count }) : words.articles({ n: count });

function factsOf(source: Source): string {
  const { importedAt, unfinished, reading } = source;
  const now = Date.now();
  const when = importedAt ? words.dayAndTime({ day: day(importedAt, now), time: time(importedAt) }) : '';
  const facts = [amountOf(source), words.formats[reading.format], when];
  return [...facts, unfinished ? words.unfinished : ''].filter(Boolean).join(' · ');
}

/** The browser keeps no files: whoever goes on chooses them again, and what is stored is not sent twice. */
function GoOn({ importing, source }: { importing: Importing; source: Source }) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        multiple
        aria-label={words.filesOf({ name: source.name })}
        onChange={(event) => void importing.choose([...(event.currentTarget.files ?? [])], source)}
      />
      <button
        class="btn sm"
        type="button"
        aria-label={words.goOnWith({ name: source.name })}
        onClick={() => field.current?.click()}
      >
        {words.goOn}
      </button>
    </>
  );
}
