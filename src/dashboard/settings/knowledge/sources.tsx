import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FORMATS } from '../../../assistant/knowledge/reading/formats';
import { Dialog } from '../../parts/dialog';
import { day, plural, time } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
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
    <section class="part" aria-label="Sources">
      <h3>Sources</h3>
      <div role="status" aria-label="Sources changed">
        {importing.removing.value && <p class="hint">Removing {importing.removing.value}…</p>}
      </div>
      {sources.length === 0 && <p class="hint">Nothing has been imported yet.</p>}
      <ul class="rows" aria-label="Sources">
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
                label={`More for ${source.name}`}
                class="icon-btn"
                opens="below"
                items={[
                  ...(source.unfinished
                    ? [{ label: 'Give up this import', run: () => void importing.discard(source.n) }]
                    : []),
                  { label: 'Remove', run: () => (removing.value = source) },
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
          title="Remove source"
          onClose={close}
          onSubmit={() => {
            close();
            void importing.remove(gone);
          }}
          act="Remove"
        >
          <p>
            The assistant will no longer answer from “{gone.name}” ({amountOf(gone)}). To have it back, import its files
            again.
          </p>
        </Dialog>
      )}
    </section>
  );
}

const amountOf = ({ kind, count }: Source) =>
  kind === 'products' ? plural(count, 'product', 'products') : plural(count, 'article', 'articles');

function factsOf(source: Source): string {
  const { importedAt, unfinished, reading } = source;
  const now = Date.now();
  const when = importedAt ? `${day(importedAt, now)}, ${time(importedAt)}` : '';
  const facts = [amountOf(source), FORMATS[reading.format], when];
  return [...facts, unfinished ? 'an import is not finished' : ''].filter(Boolean).join(' · ');
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
        aria-label={`Files of ${source.name}`}
        onChange={(event) => void importing.choose([...(event.currentTarget.files ?? [])], source)}
      />
      <button
        class="btn sm"
        type="button"
        aria-label={`Go on with ${source.name}`}
        onClick={() => field.current?.click()}
      >
        Go on
      </button>
    </>
  );
}
