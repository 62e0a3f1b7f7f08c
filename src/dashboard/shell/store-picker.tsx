import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { initials } from '../parts/format';
import { Icon } from '../parts/icons';
import type { StoreOfMine } from '../session/api';
import type { Kept } from '../settings/kept';
import { shell } from '../words/en/shell';
import { OpenUntil } from './open-until';

/** Which store: a combobox whose list opens below it. Arrows move, Enter chooses, Escape closes. */
export function StorePicker(props: { store: StoreOfMine; stores: readonly StoreOfMine[]; kept: Kept }) {
  const { store, stores, kept } = props;
  const { route } = useLocation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const open = useSignal(false);
  const at = useSignal(0);

  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) open.value = false;
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, []);

  const show = () => {
    at.value = Math.max(0, stores.indexOf(store));
    open.value = true;
  };
  const choose = (index: number) => {
    open.value = false;
    const chosen = stores[index];
    if (chosen && chosen.id !== store.id) route(`/dashboard/${chosen.id}/inbox`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = stores.length - 1;
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
    else if ((event.key === 'Enter' || event.key === ' ') && open.value) choose(at.value);
    else return;
    if (event.key !== 'Tab') event.preventDefault();
  };

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
        onClick={() => {
          if (open.value) open.value = false;
          else show();
        }}
        onKeyDown={onKeyDown}
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
        <Icon name="updown" />
      </button>
      <div class="menu below" role="listbox" id={`${id}l`} aria-label={shell.stores} hidden={!open.value}>
        {stores.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox keeps the focus and answers the keys.
          <div
            key={one.id}
            class="choice"
            role="option"
            id={`${id}${index}`}
            tabIndex={-1}
            aria-selected={one.id === store.id}
            data-at={index === at.value}
            onClick={() => choose(index)}
            onPointerMove={() => {
              at.value = index;
            }}
          >
            <span class="mark" aria-hidden="true" data-accent style={{ '--accent-base': one.accent }}>
              {initials(one.name)}
            </span>
            <span class="cutoff">{one.name}</span>
            {one.id === store.id && <Icon name="check" />}
          </div>
        ))}
      </div>
    </div>
  );
}
