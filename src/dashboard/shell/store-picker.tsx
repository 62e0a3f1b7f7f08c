import { useSignal } from '@preact/signals';
import { useEffect, useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { folded, initials } from '../parts/format';
import { Icon } from '../parts/icons';
import type { StoreOfMine } from '../session/api';
import { freshen } from '../session/session';
import type { Kept } from '../settings/kept';
import { askForStore, mayAdd } from '../stores/adding';
import { callingBeside } from '../stores/places';
import { shell } from '../words/en/shell';
import { OpenUntil } from './open-until';
import { StoreOption } from './store-option';

/** Which store: a combobox whose list opens below it. Arrows and first letters move, Enter chooses, Escape closes. */
export function StorePicker(props: { store: StoreOfMine; stores: readonly StoreOfMine[]; kept: Kept }) {
  const { store, stores, kept } = props;
  const { route } = useLocation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  const at = useSignal(0);
  const last = mayAdd(stores) ? stores.length : stores.length - 1;

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) open.value = false;
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, []);
  useLayoutEffect(() => {
    if (open.value) box.current?.querySelector('[data-at="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [open.value, at.value]);

  const show = () => {
    at.value = Math.max(0, stores.indexOf(store));
    open.value = true;
    // Somebody may have been invited since the page came.
    void freshen();
  };
  const choose = (index: number) => {
    open.value = false;
    const chosen = stores[index];
    if (!chosen) askForStore();
    else if (chosen.id !== store.id) route(`/dashboard/${chosen.id}/inbox`);
  };
  /** The next store whose name begins so. */
  const beginning = (letter: string): number | undefined => {
    const after = stores.map((_, i) => (at.value + 1 + i) % stores.length);
    return after.find((i) => folded(stores[i]?.name ?? '').startsWith(folded(letter)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const typed = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey;
    const to = {
      ArrowDown: Math.min(last, at.value + 1),
      ArrowUp: Math.max(0, at.value - 1),
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Tab') open.value = false;
    else if (event.key === 'Escape') open.value = false;
    else if (to !== undefined && !open.value) show();
    else if (to !== undefined) at.value = to;
    else if (open.value && typed) at.value = beginning(event.key) ?? at.value;
    else if ((event.key === 'Enter' || event.key === ' ') && open.value) choose(at.value);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };
  const option = (index: number, one: StoreOfMine | null) => (
    <StoreOption
      key={one?.id ?? 'new'}
      id={`${id}${index}`}
      store={one}
      isOpen={one?.id === store.id}
      isMarked={index === at.value}
      choose={() => choose(index)}
      mark={() => {
        at.value = index;
      }}
    />
  );

  const beside = callingBeside.value;
  return (
    <div class="pop" ref={box}>
      <button
        class="store"
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={open.value}
        aria-controls={`${id}l`}
        aria-activedescendant={open.value ? `${id}${at.value}` : undefined}
        aria-label={shell.store}
        aria-describedby={beside > 0 ? `${id}b` : undefined}
        onClick={() => {
          if (open.value) open.value = false;
          else show();
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          open.value = false;
        }}
      >
        <span class="mark" aria-hidden="true">
          {initials(store.name)}
        </span>
        <span class="t">
          <b class="cutoff">{store.name}</b>
          <small>
            <OpenUntil kept={kept} />
          </small>
        </span>
        {beside > 0 && (
          <span class="beside">
            <span aria-hidden="true">{beside}</span>
            <span class="sr" id={`${id}b`}>
              {shell.inOtherStores({ n: beside })}
            </span>
          </span>
        )}
        <Icon name="updown" />
      </button>
      <div class="menu below stores" role="listbox" id={`${id}l`} aria-label={shell.stores} hidden={!open.value}>
        {stores.map((one, index) => option(index, one))}
        {mayAdd(stores) && option(stores.length, null)}
      </div>
    </div>
  );
}
