import './history.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Relay } from '../parts/icons';
import { Warning } from '../parts/parts';
import type { StoreOfMine } from '../session/api';
import { useTitle } from '../shell/title';
import { Filters } from './filters';
import { Results } from './results';
import { Look } from './state';
import { filtersIn, queryOf, type Wanted, wantedOf, withField } from './wanted';

/** So long after the last key the words are looked for. */
const TYPED = 300;

/** Every conversation of a store: looked through by words and by what became of them. */
export function HistoryPage({ of: store }: { of: StoreOfMine }) {
  useTitle('History');
  const { query, route } = useLocation();
  const wanted = wantedOf(query);
  const said = queryOf(wanted);
  const look = useMemo(() => new Look(store.id), [store.id]);
  useEffect(() => void look.begin(wanted), [look, said]);
  const want = (next: Wanted) => route(`/dashboard/${store.id}/history${queryOf(next)}`, true);

  const results = look.results.value;
  return (
    <main class="sheet page">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="content history" tabIndex={0} aria-labelledby="history">
        <div class="head">
          <div class="t">
            <h1 id="history">History</h1>
            <p>Every conversation of {store.name}, private notes included, newest first.</p>
          </div>
        </div>
        <search class="looks">
          <Words key={store.id} wanted={wanted} onWant={want} />
          <Filters store={store.id} wanted={wanted} onWant={want} />
        </search>
        {look.failed.value && <Warning>{look.failed.value}</Warning>}
        <p class="sr" role="status" aria-label="Results">
          {results && !look.busy.value && countOf(results.length, look.next.value !== null)}
        </p>
        {results?.length === 0 && look.next.value === null && !look.busy.value && (
          <Nothing any={wanted.words !== undefined || filtersIn(wanted) > 0} onClear={() => want({})} />
        )}
        {results && <Results results={results} store={store.id} />}
        <GoOn look={look} wanted={wanted} />
      </section>
    </main>
  );
}

const countOf = (n: number, more: boolean) =>
  n === 0 ? 'Nothing found' : `${n}${more ? ' or more' : ''} ${n === 1 && !more ? 'conversation' : 'conversations'}`;

/** What is typed is looked for when the fingers rest, or at once with Enter. */
function Words({ wanted, onWant }: { wanted: Wanted; onWant: (next: Wanted) => void }) {
  const text = useSignal(wanted.words ?? '');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef({ wanted, onWant });
  latest.current = { wanted, onWant };
  // Going back brings the words of that look.
  useEffect(() => {
    if (text.peek().trim() !== (wanted.words ?? '')) text.value = wanted.words ?? '';
  }, [wanted.words]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = () => {
    clearTimeout(timer.current);
    const { wanted: before, onWant: tell } = latest.current;
    if (text.peek().trim() !== (before.words ?? '')) tell(withField(before, 'words', text.peek().trim()));
  };
  return (
    <form
      class="field words-field"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label class="sr" for="history-words">
        Search
      </label>
      <input
        class="input"
        id="history-words"
        type="search"
        maxLength={200}
        placeholder="Words, a name, an address, an order…"
        autocomplete="off"
        dir="auto"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          clearTimeout(timer.current);
          timer.current = setTimeout(go, TYPED);
        }}
      />
    </form>
  );
}

const Nothing = ({ any, onClear }: { any: boolean; onClear: () => void }) => (
  <div class="empty">
    <Relay />
    <h2>{any ? 'Nothing found' : 'No conversations yet'}</h2>
    <p>
      {any
        ? 'All of the words have to stand in one conversation. Fewer words, or their beginnings, find more.'
        : 'A conversation shows up here a few minutes after its last message.'}
    </p>
    {any && (
      <button class="btn" type="button" onClick={onClear}>
        Clear search and filters
      </button>
    )}
  </div>
);

function GoOn({ look, wanted }: { look: Look; wanted: Wanted }) {
  if (look.capped.value && look.next.value === null)
    return (
      <p class="hint after">
        Only the newest 2,000 conversations with these words are looked at. Choose days to see others.
      </p>
    );
  if (look.next.value === null) return null;
  return (
    <div class="after">
      {!look.full.value && <p class="hint">The newest 2,000 conversations have been looked at.</p>}
      <button class="btn" type="button" disabled={look.busy.value} onClick={() => void look.goOn(wanted)}>
        {look.full.value ? 'Show more' : 'Look further back'}
      </button>
    </div>
  );
}
