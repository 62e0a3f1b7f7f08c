import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { QueueRow } from '../../protocol/desk';
import { Icon } from '../parts/icons';
import { IconButton } from '../parts/parts';
import { inbox } from '../words/en/inbox';
import { groupOf } from './arrange';
import type { Desk } from './desk';
import { Row } from './row';

const pastOf = (store: string, words: string): string =>
  `/dashboard/${store}/history?words=${encodeURIComponent(words.trim())}`;

/** From the queue: the open rows that match at once, and with Enter the whole history. @param looked null: closed */
export function Search({ looked, store }: { looked: Signal<string | null>; store: string }) {
  const { route } = useLocation();
  const box = useRef<HTMLDivElement>(null);
  const open = looked.value !== null;
  const was = useRef(open);
  useLayoutEffect(() => {
    if (open && !was.current) box.current?.querySelector('input')?.focus();
    was.current = open;
  }, [open]);
  const close = () => {
    looked.value = null;
    box.current?.querySelector('button')?.focus();
  };
  const toggle = () => {
    if (open) close();
    else looked.value = '';
  };
  return (
    <div class={`look${open ? ' open' : ''}`} ref={box}>
      {open && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (looked.value?.trim()) route(pastOf(store, looked.value));
          }}
        >
          <input
            class="input"
            type="search"
            aria-label={inbox.search}
            placeholder={inbox.search}
            maxLength={200}
            autocomplete="off"
            dir="auto"
            value={looked.value ?? ''}
            onInput={(event) => {
              looked.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => event.key === 'Escape' && close()}
          />
        </form>
      )}
      <IconButton label={inbox.search} icon={open ? 'close' : 'search'} expanded={open} onClick={toggle} />
    </div>
  );
}

interface MatchesProps {
  desk: Desk;
  found: readonly QueueRow[];
  words: string;
  open: string | null;
}

/** What is open and matches, and the way to all that is not. */
export function Matches({ desk, found, words, open }: MatchesProps) {
  const reader = desk.crew.value;
  return (
    <>
      <a class="all-past" href={pastOf(desk.store, words)}>
        <Icon name="clock" />
        <span class="cutoff">{inbox.searchHistory({ words: <b dir="auto">{words.trim()}</b> })}</span>
        <span class="kbd">↵</span>
      </a>
      {found.length === 0 ? (
        <p class="none" role="status">
          {inbox.noMatch}
        </p>
      ) : (
        <ul aria-label={inbox.matches}>
          {found.map((row) => (
            <Row
              key={row.id}
              row={row}
              group={groupOf(row, reader.me)}
              reader={reader}
              href={`/dashboard/${desk.store}/inbox/${encodeURIComponent(row.id)}`}
              open={open === row.id}
              writes={desk.typing.now.value.has(row.id)}
              onPoint={() => {}}
            />
          ))}
        </ul>
      )}
    </>
  );
}
