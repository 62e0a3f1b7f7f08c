import './keys.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { filledReplies } from '../composer/filled';
import { repliesOf } from '../composer/replies';
import type { Desk } from '../desk/desk';
import { useModal } from '../parts/dialog';
import { Icon } from '../parts/icons';
import { REASONS } from '../parts/labels';
import { IconButton } from '../parts/parts';
import type { StoreOfMine } from '../session/api';
import { choices, myStores } from '../session/session';
import type { Kept } from '../settings/kept';
import { pagesFor } from '../settings/settings';
import { common } from '../words/en/common';
import { keys } from '../words/en/keys';
import { type Around, COMMANDS } from './commands';
import { type Entry, find } from './find';
import { nameOf } from './names';

export interface PaletteProps {
  /** What can be done now. */
  at: () => Around;
  store: StoreOfMine;
  desk: Desk;
  kept: Kept;
  /** @param then what was chosen */
  onClose: (then?: (() => void) | null) => void;
}

const byCommand = (at: Around): Entry[] =>
  COMMANDS.filter((command) => command.when(at)).map((command) => ({
    id: command.id,
    group: keys.groups[command.group],
    name: nameOf(command, at),
    also: keys.also[command.id],
    ...(command.key && choices.value.singleKeys && { key: command.key }),
    run: () => command.run(at),
  }));

const settingsPages = (store: StoreOfMine, { go, home }: Around): Entry[] =>
  pagesFor(store).map(({ page, label }) => ({
    id: `settings-${page}`,
    group: keys.groups.go,
    name: label,
    hint: keys.settings,
    run: () => go(`${home}/settings/${page}`),
  }));

const otherStores = (store: StoreOfMine, { go }: Around): Entry[] =>
  myStores()
    .filter(({ id }) => id !== store.id)
    .map(({ id, name }) => ({
      id: `store-${id}`,
      group: keys.groups.go,
      name,
      hint: keys.store,
      also: keys.alsoStore,
      run: () => go(`/dashboard/${id}/inbox`),
    }));

function chats(desk: Desk, { open }: Around): Entry[] {
  const newestFirst = [...desk.rows.value.values()].sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  return newestFirst.map(({ id, customer, reason, last, assignee }) => ({
    id: `chat-${id}`,
    group: keys.openChats,
    name: customer,
    hint: last?.text ?? (reason ? REASONS[reason] : ''),
    also: [reason && REASONS[reason], assignee?.name].filter(Boolean).join(' '),
    run: () => open(id),
  }));
}

/** Into the open chat's field, filled in; without one, to the page on which they are written. */
function savedReplies(desk: Desk, kept: Kept, { chat, go, home }: Around): Entry[] {
  const all = repliesOf(desk.store).list.value ?? [];
  const writing = chat?.writing ?? null;
  return filledReplies(all, chat?.state ?? null, desk, kept).map(({ reply, text, lang }) => ({
    id: `reply-${reply.id}`,
    group: writing ? keys.repliesHere : keys.replies,
    name: `/${reply.name}`,
    hint: text,
    lang,
    run: () => (writing ? writing.insert(text, reply.id) : go(`${home}/settings/replies`)),
  }));
}

/** Everything by name: what can be done here, pages, open chats, saved replies. The field keeps the focus, arrows mark. */
export function Palette({ at, store, desk, kept, onClose }: PaletteProps) {
  const box = useModal();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const typed = useSignal('');
  const marked = useSignal(0);
  const replies = repliesOf(desk.store);
  useEffect(() => void replies.freshen(), [replies]);

  const now = at();
  const searching = typed.value.trim() !== '';
  // Without words only what can be done: everything else would be a page of everything.
  const entries = [...byCommand(now), ...otherStores(store, now), ...settingsPages(store, now)];
  if (searching) entries.push(...chats(desk, now), ...savedReplies(desk, kept, now));
  const found = find(entries, typed.value);
  const flat = found.flatMap(({ entries: of }) => of);
  const here = Math.min(marked.value, flat.length - 1);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [here, typed.value]);

  const choose = (entry: Entry | undefined) => {
    if (entry) onClose(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const last = flat.length - 1;
    const to = { ArrowDown: here >= last ? 0 : here + 1, ArrowUp: here <= 0 ? last : here - 1 }[event.key];
    if (to !== undefined) marked.value = to;
    else if (event.key === 'Enter') choose(flat[here]);
    else return;
    event.preventDefault();
  };
  return (
    <dialog
      class="dialog palette"
      ref={box}
      aria-label={keys.commands}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <div class="asks">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          aria-label={keys.field}
          aria-expanded={flat.length > 0}
          aria-controls={`${id}l`}
          aria-autocomplete="list"
          aria-activedescendant={flat[here] && `${id}-${flat[here].id}`}
          placeholder={keys.placeholder}
          autocomplete="off"
          spellcheck={false}
          dir="auto"
          maxLength={100}
          value={typed.value}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
            marked.value = 0;
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label={common.close} icon="close" onClick={() => onClose()} />
      </div>
      <div class="found" role="listbox" id={`${id}l`} aria-label={keys.found} ref={list}>
        {found.map(({ group, entries: of }) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, for which HTML has nothing outside a select.
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden="true">{group}</p>
            {of.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and answers the keys.
              <div
                key={entry.id}
                role="option"
                id={`${id}-${entry.id}`}
                tabIndex={-1}
                aria-selected={entry === flat[here]}
                onPointerMove={() => {
                  marked.value = flat.indexOf(entry);
                }}
                onClick={() => choose(entry)}
              >
                <bdi>{entry.name}</bdi>
                {entry.hint && (
                  <small class="cutoff" dir="auto" lang={entry.lang}>
                    {entry.hint}
                  </small>
                )}
                {entry.key && <kbd class="kbd">{entry.key.toUpperCase()}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p class={flat.length === 0 ? 'nothing' : 'sr'} role="status">
        {flat.length === 0 ? keys.nothing : searching ? keys.results({ n: flat.length }) : ''}
      </p>
    </dialog>
  );
}
