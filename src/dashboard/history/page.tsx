import './history.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Relay } from '../parts/icons';
import { Warning } from '../parts/parts';
import type { StoreOfMine } from '../session/api';
import { useTitle } from '../shell/title';
import { history as words } from '../words/en/history';
import { Filters } from './filters';
import { Results } from './results';
import { Look } from './state';
import { filtersIn, queryOf, type Wanted, wantedOf, withField } from './wanted';

/** So long after the last key the words are looked for. */
const TYPED = 300;
/** Conversations that one look goes through at most (src/history/search). */
const LOOKED_AT = 2_000;

/** Every conversation of a store: looked through by words and by what became of them. */
export function HistoryPage({ of: store }: { of: StoreOfMine }) {
  useTitle(words.title);
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
            <h1 id="history">{words.title}</h1>
            <p>{words.about({ store: store.name })}</p>
          </div>
        </div>
        <search class="looks">
          <Words key={store.id} wanted={wanted} onWant={want} />
          <Filters store={store.id} wanted={wanted} onWant={want} />
        </search>
        {look.failed.value && <Warning>{look.failed.value}</Warning>}
        <p class="sr" role="status" aria-label={words.results}>
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

const countOf = (n: number, more: boolean) => (more ? words.foundOrMore({ n }) : words.found({ n }));

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
        {words.search}
      </label>
      <input
        class="input"
        id="history-words"
        type="search"
        maxLength={200}
        placeholder={words.placeholder}
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
    <h2>{any ? words.nothing : words.noneYet}</h2>
    <p>{any ? words.nothingWhy : words.noneYetWhy}</p>
    {any && (
      <button class="btn" type="button" onClick={onClear}>
        {words.clear}
      </button>
    )}
  </div>
);

function GoOn({ look, wanted }: { look: Look; wanted: Wanted }) {
  if (look.capped.value && look.next.value === null) return <p class="hint after">{words.capped({ n: LOOKED_AT })}</p>;
  if (look.next.value === null) return null;
  return (
    <div class="after">
      {!look.full.value && <p class="hint">{words.looked({ n: LOOKED_AT })}</p>}
      <button class="btn" type="button" disabled={look.busy.value} onClick={() => void look.goOn(wanted)}>
        {look.full.value ? words.more : words.further}
      </button>
    </div>
  );
}
