import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { around } from '../keys/around';
import { IconButton } from '../parts/parts';
import { recall, remember } from '../parts/remember';
import { inbox } from '../words/en/inbox';
import { shell } from '../words/en/shell';
import { GROUPS, type Group } from './arrange';
import type { Desk } from './desk';
import { type Filter, isOn, passes, readFilter, writeFilter } from './filter';
import { Filtered, FilterPanel } from './filter-panel';
import { matching } from './matching';
import { Part } from './part';
import { Matches, Search } from './search';

/** What is in sight of the list's scroller, in px. Coarse: it changes once a step, not with every frame. */
export interface View {
  top: number;
  height: number;
}
const STEP = 400;

/** The store's live queue. `below`: what stands under it, out of its scroller. */
export function Queue({ desk, open, below }: { desk: Desk; open: string | null; below?: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  const filter = useFilter(desk.store);
  const choosing = useSignal(false);
  const shown = useShown(desk, open, filter.value);
  const view = useView(box);
  const folds = useFolds();
  // A folded list still shows what calls for the reader.
  const drawn = (group: Group) =>
    folds.value.has(group) ? shown[group].filter((id) => desk.marked(id)) : shown[group];
  const { looked } = desk;
  const found = looked.value?.trim() ? matching(desk.rows.value.values(), looked.value) : null;
  const keys = useKeys(box, found ? found.map(({ id }) => id) : GROUPS.flatMap(drawn), open);
  return (
    <section class="queue" aria-label={inbox.queue}>
      <div class="bar">
        <h1>{shell.inbox}</h1>
        <Search looked={looked} store={desk.store} />
        <IconButton
          label={inbox.filter}
          icon="filter"
          expanded={choosing.value}
          onClick={() => (choosing.value = !choosing.value)}
        />
      </div>
      {choosing.value && <FilterPanel desk={desk} filter={filter} />}
      <Filtered desk={desk} filter={filter} shown={shown} open={choosing.value} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links that are in it. */}
      <div
        class="scroll"
        ref={box}
        onKeyDown={keys.onKeyDown}
        onFocusIn={keys.onFocusIn}
        onPointerLeave={() => {
          desk.pin.value = null;
        }}
      >
        {found && looked.value && <Matches desk={desk} found={found} words={looked.value} open={open} />}
        {!found &&
          desk.known.value &&
          GROUPS.map((group) => (
            <Part
              key={group}
              desk={desk}
              group={group}
              ids={drawn(group)}
              count={isOn(filter.value) ? [shown[group].length, desk.count(group)] : [desk.count(group)]}
              folds={folds}
              open={open}
              view={view}
              focused={keys.focused}
            />
          ))}
      </div>
      {below}
    </section>
  );
}

function useFilter(store: string): Signal<Filter> {
  const key = `filter:${store}`;
  const filter = useSignal<Filter>(useMemo(() => readFilter(recall(key)), []));
  useEffect(() => remember(key, writeFilter(filter.value)), [filter.value]);
  return filter;
}

/** What the filter lets through, in order. What is open, and what the pointer is on, stays: it would vanish under the hand. */
function useShown(desk: Desk, open: string | null, filter: Filter): Record<Group, readonly string[]> {
  const { arrangement, rows, crew, pin } = desk;
  const all = arrangement.value;
  if (!isOn(filter)) return all;
  const passing = (id: string) => {
    const row = rows.value.get(id);
    return id === open || id === pin.value?.id || (row !== undefined && passes(row, filter, crew.value));
  };
  const of = (group: Group) => all[group].filter(passing);
  return { waiting: of('waiting'), mine: of('mine'), team: of('team'), assistant: of('assistant') };
}

/** The lists that are folded, kept on the device. */
function useFolds(): Signal<ReadonlySet<Group>> {
  const folds = useSignal<ReadonlySet<Group>>(
    useMemo(() => new Set(GROUPS.filter((group) => recall(`folded:${group}`) === 'yes')), []),
  );
  useEffect(() => {
    for (const group of GROUPS) remember(`folded:${group}`, folds.value.has(group) ? 'yes' : '');
  }, [folds.value]);
  return folds;
}

function useView(box: { current: HTMLDivElement | null }): Signal<View> {
  const view = useSignal<View>({ top: 0, height: 1_000 });
  useLayoutEffect(() => {
    const scroller = box.current;
    if (!scroller) return;
    const look = () => {
      const top = Math.floor(scroller.scrollTop / STEP) * STEP;
      const height = Math.ceil(scroller.clientHeight / STEP) * STEP + STEP;
      if (top !== view.peek().top || height !== view.peek().height) view.value = { top, height };
    };
    const resized = new ResizeObserver(look);
    resized.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      scroller.removeEventListener('scroll', look);
    };
  }, []);
  return view;
}

/** Keys go from row to row, also to one that is not drawn yet; the focus follows a row that changes its list. */
function useKeys(box: { current: HTMLDivElement | null }, order: readonly string[], open: string | null) {
  const focused = useSignal<string | null>(null);
  const before = useRef<readonly string[]>(order);
  // Read before this rendering moves anything: a row that changes its list is a new element.
  const active = document.activeElement;
  const within = active instanceof HTMLElement && box.current?.contains(active);
  const row = within ? active.dataset.row : undefined;
  const linkOf = (id: string) => box.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  useLayoutEffect(() => {
    const was = before.current.indexOf(row ?? '');
    before.current = order;
    if (!row || document.activeElement !== document.body) return;
    // Whoever left is followed by whoever stands in their place.
    const next = linkOf(row) ?? linkOf(order[Math.min(was, order.length - 1)] ?? '');
    (next ?? box.current?.querySelector<HTMLElement>('[data-row], button'))?.focus();
  });
  const aim = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (!aim.current) return;
    const link = linkOf(aim.current);
    aim.current = null;
    link?.focus();
  }, [focused.value]);

  const focus = (to: string | undefined) => {
    if (!to) return;
    const link = linkOf(to);
    if (link) link.focus();
    else {
      aim.current = to;
      focused.value = to;
    }
  };
  /** From the row with the focus, else from the one that is open; what is open stays open. */
  const walk = (by: 1 | -1) => {
    const { activeElement } = document;
    const on = activeElement instanceof HTMLElement ? order.indexOf(activeElement.dataset.row ?? '') : -1;
    const at = on < 0 ? order.indexOf(open ?? '') : on;
    focus(at < 0 ? order.at(by > 0 ? 0 : -1) : (order[at + by] ?? order[at]));
  };
  useLayoutEffect(() => {
    around.walk = walk;
    return () => {
      around.walk = null;
    };
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const at = event.target instanceof HTMLElement ? order.indexOf(event.target.dataset.row ?? '') : -1;
    if (at < 0) return;
    event.preventDefault();
    focus(order[at + (event.key === 'ArrowDown' ? 1 : -1)]);
  };
  const onFocusIn = (event: FocusEvent) => {
    focused.value = (event.target instanceof HTMLElement && event.target.dataset.row) || null;
  };
  return { focused, onKeyDown, onFocusIn };
}
