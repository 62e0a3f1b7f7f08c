import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';

export interface MenuItem {
  label: string;
  /** Where the label is in another language than the page. */
  lang?: string;
  run: () => void;
  /** Given where the items are choices, of which one is made. */
  checked?: boolean;
}

interface MenuProps {
  label: string;
  class: string;
  items: MenuItem[];
  children: ComponentChildren;
  /** Where the menu opens, seen from its button. */
  opens: 'below' | 'above';
  /** False where the button's own text is its name. */
  named?: boolean;
}

/** A button with a menu: arrows move, Escape closes and gives the focus back. */
export function Menu({ label, items, children, opens, named = true, ...rest }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    if (open) entries()[0]?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const all = entries();
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, Home: 0, End: all.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setOpen(false);
    else if (to === undefined) return;
    else all[to % all.length]?.focus();
    if (event.key !== 'Tab') event.preventDefault();
  };

  return (
    <div class="pop" ref={box}>
      <button
        class={rest.class}
        type="button"
        ref={button}
        aria-label={named ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open && (
        <div class={`menu ${opens}`} role="menu" aria-label={label} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' }
                : { role: 'menuitemradio', 'aria-checked': item.checked })}
              tabIndex={-1}
              lang={item.lang}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.label}
              {item.checked && <Icon name="check" />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
