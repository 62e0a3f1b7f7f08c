import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icons';
import { recall, remember } from '../parts/remember';
import { GROUPS, type Group } from './arrange';
import type { Desk } from './desk';
import { matching } from './matching';
import { Row } from './row';
import { Matches, Search } from './search';

const TITLES: Record<Group, string> = {
  waiting: 'Waiting',
  mine: 'Mine',
  team: 'Team',
  assistant: 'With the assistant',
};
const EMPTY: Partial<Record<Group, string>> = { waiting: 'Nobody is waiting.', mine: 'You have no open chats.' };

/** The store's live queue. */
export function Queue({ desk, open }: { desk: Desk; open: string | null }) {
  const list = useRef<HTMLDivElement>(null);
  const arrangement = desk.arrangement.value;
  // Read before this rendering moves anything: a row that changes its list is a new element, and the focus goes with it.
  const focused = document.activeElement;
  const row = focused instanceof HTMLElement && list.current?.contains(focused) ? focused.dataset.row : undefined;
  useLayoutEffect(() => {
    if (!row || document.activeElement !== document.body) return;
    const again = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row)}"]`);
    (again ?? list.current?.querySelector<HTMLElement>('[data-row], button'))?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const links: (Element | null)[] = [...(list.current?.querySelectorAll('[data-row]') ?? [])];
    const at = links.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    const to = links[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (to instanceof HTMLElement) to.focus();
  };

  const { looked } = desk;
  const found = looked.value?.trim() ? matching(desk.rows.value.values(), looked.value) : null;
  return (
    <section class="queue" aria-label="Queue">
      <div class="bar">
        <h1>Inbox</h1>
        <Search looked={looked} store={desk.store} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move between the links that are in it. */}
      <div
        class="scroll"
        ref={list}
        onKeyDown={onKeyDown}
        onPointerLeave={() => {
          desk.pin.value = null;
        }}
      >
        {found && looked.value && <Matches desk={desk} found={found} words={looked.value} open={open} />}
        {!found &&
          desk.known.value &&
          GROUPS.map((group) => <Part key={group} desk={desk} group={group} ids={arrangement[group]} open={open} />)}
      </div>
    </section>
  );
}

interface PartProps {
  desk: Desk;
  group: Group;
  ids: readonly string[];
  open: string | null;
}

function Part({ desk, group, ids, open }: PartProps) {
  const folded = useSignal(recall(`folded:${group}`) === 'yes');
  const count = desk.count(group);
  const empty = EMPTY[group];
  if (ids.length === 0 && !empty) return null;
  const reader = desk.crew.value;
  const rows = desk.rows.value;
  // A folded list still shows what calls for the reader.
  const shown = folded.value ? ids.filter((id) => desk.marked(id)) : ids;
  const toggle = () => {
    folded.value = !folded.value;
    remember(`folded:${group}`, folded.value ? 'yes' : '');
  };
  return (
    <>
      <div class="grp">
        <button type="button" aria-expanded={!folded.value} aria-describedby={`n-${group}`} onClick={toggle}>
          {TITLES[group]}
        </button>
        <span id={`n-${group}`}>{count}</span>
        <Icon name={folded.value ? 'right' : 'down'} />
      </div>
      {(!folded.value || shown.length > 0) && (
        <ul aria-label={TITLES[group]}>
          {shown.map((id) => {
            const row = rows.get(id);
            return (
              row && (
                <Row
                  key={id}
                  row={row}
                  group={group}
                  reader={reader}
                  href={`/dashboard/${desk.store}/inbox/${encodeURIComponent(id)}`}
                  open={open === id}
                  onPoint={() => {
                    desk.pin.value = { group, id };
                  }}
                />
              )
            );
          })}
        </ul>
      )}
      {!folded.value && ids.length === 0 && empty && <p class="none">{empty}</p>}
    </>
  );
}
