import { type Signal, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Icon } from '../parts/icons';
import { inbox } from '../words/en/inbox';
import type { Group } from './arrange';
import type { Desk } from './desk';
import type { View } from './queue';
import { Row } from './row';
import { Heights, piecesOf, WORTH_IT } from './window';

const emptyOf = (group: Group): string | undefined =>
  ({ waiting: inbox.nobodyWaits, mine: inbox.noneOpen, team: undefined, assistant: undefined })[group];
/** px, as the design has them. */
const ROW_HEIGHT: Record<Group, number> = { waiting: 84, mine: 84, team: 84, assistant: 58 };
/** px above and below what is in sight that are drawn as well. */
const AROUND = 500;

interface PartProps {
  desk: Desk;
  group: Group;
  /** In order; of a folded list only what calls for the reader. */
  ids: readonly string[];
  /** How many there are; with a filter how many of them it lets through, and how many there are. */
  count: [number, number?];
  folds: Signal<ReadonlySet<Group>>;
  open: string | null;
  view: Signal<View>;
  /** The row that has the focus. */
  focused: Signal<string | null>;
}

/** One list of the queue, under a head that folds it. */
export function Part({ desk, group, ids, count, folds, open, view, focused }: PartProps) {
  const folded = folds.value.has(group);
  const empty = emptyOf(group);
  const [n, all = n] = count;
  if (all === 0 && !empty) return null;
  const toggle = () => {
    const next = new Set(folds.value);
    if (!next.delete(group)) next.add(group);
    folds.value = next;
  };
  return (
    <>
      <div class="grp">
        <button type="button" aria-expanded={!folded} aria-describedby={`n-${group}`} onClick={toggle}>
          {inbox[group]}
        </button>
        <span id={`n-${group}`}>{n === all ? n : inbox.someOf({ n, all })}</span>
        <Icon name={folded ? 'right' : 'down'} />
      </div>
      {(!folded || ids.length > 0) && (n > 0 || all === 0) && (
        <List desk={desk} group={group} ids={ids} open={open} view={view} focused={focused} />
      )}
      {!folded && all === 0 && empty && <p class="none">{empty}</p>}
    </>
  );
}

function List({ desk, group, ids, open, view, focused }: Omit<PartProps, 'count' | 'folds'>) {
  const list = useRef<HTMLUListElement>(null);
  const heights = useMemo(() => new Heights(ROW_HEIGHT[group]), [group]);
  const top = useSignal(0);
  const learned = useSignal(0);
  const windowed = ids.length > WORTH_IT;
  useLayoutEffect(() => {
    if (!windowed || !list.current) return;
    if (Math.abs(list.current.offsetTop - top.peek()) > 1) top.value = list.current.offsetTop;
    let news = false;
    for (const row of list.current.querySelectorAll<HTMLElement>('[data-id]'))
      news = heights.learn(row.dataset.id ?? '', row.getBoundingClientRect().height) || news;
    if (news) learned.value += 1;
  });
  // Read so that what was just measured is drawn.
  if (windowed) void learned.value;
  const sight = windowed
    ? {
        from: view.value.top - top.value - AROUND,
        to: view.value.top - top.value + view.value.height + AROUND,
      }
    : { from: 0, to: Number.POSITIVE_INFINITY };
  const reader = desk.crew.value;
  const rows = desk.rows.value;
  const writes = desk.typing.now.value;
  const drawn = useDrawn();
  return (
    <ul aria-label={inbox[group]} ref={list}>
      {piecesOf(ids, heights.of, sight, new Set([focused.value, open])).map((piece) => {
        if (piece.is === 'gap') {
          return (
            <li
              key={`gap ${piece.before}`}
              role="presentation"
              aria-hidden="true"
              style={{ blockSize: `${piece.height}px` }}
            />
          );
        }
        const { id, at } = piece;
        const row = rows.get(id);
        if (!row) return null;
        const place = windowed ? at : null;
        const of = windowed ? ids.length : null;
        return drawn(id, [row, group, reader, open === id, writes.has(id), place, of], () => (
          <Row
            key={id}
            row={row}
            group={group}
            reader={reader}
            href={`/dashboard/${desk.store}/inbox/${encodeURIComponent(id)}`}
            open={open === id}
            writes={writes.has(id)}
            place={place === null || of === null ? undefined : { at: place, of }}
            onPoint={() => {
              desk.pin.value = { group, id };
            }}
          />
        ));
      })}
    </ul>
  );
}

type Drawn = JSX.Element;

/** Rows of which nothing has changed are not drawn again while the list is scrolled: the same element is passed over. */
function useDrawn(): (id: string, of: readonly unknown[], draw: () => Drawn) => Drawn {
  const known = useRef(new Map<string, { of: readonly unknown[]; element: Drawn }>());
  const before = known.current;
  // Only what is drawn this time is remembered for the next.
  known.current = new Map();
  return (id, of, draw) => {
    const last = before.get(id);
    const same = last?.of.every((one, i) => Object.is(one, of[i])) ? last.element : draw();
    known.current.set(id, { of, element: same });
    return same;
  };
}
