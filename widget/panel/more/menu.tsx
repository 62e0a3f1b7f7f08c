import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { phase } from '../chat';
import { kept } from '../host';
import { Drawn } from '../views/icons';
import { sayAny as say } from '../words';
import { Copy } from './copy';
import { Earlier } from './earlier';
import { beginAnew, isBegun, isOver, view } from './ending';
import { Sure } from './sheet';
import { setSound } from './sound';

interface Item {
  words: Parameters<typeof say>[0];
  /** Missing where it only does something. */
  checked?: boolean;
  run(): void;
}

const show = (what: typeof view.value) => () => {
  view.value = what;
};

function items(): Item[] {
  const on = kept.value.sound === true;
  return [
    { words: 'sound', checked: on, run: () => setSound(!on) },
    ...(isBegun.value ? [{ words: 'copyTitle', run: show('copy') } as const] : []),
    { words: 'earlier', run: show('earlier') },
    ...(isBegun.value
      ? [
          // What is open is not ended without being asked.
          { words: 'startNew', run: phase.value.is === 'assistant' ? () => void beginAnew() : show('anew') } as const,
        ]
      : []),
    ...(isBegun.value && !isOver.value ? [{ words: 'end', run: show('end') } as const] : []),
  ];
}

/** "More", beside the way out: what a customer wants now and then. */
export function Menu() {
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const all = () => [...(box.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];

  useLayoutEffect(() => {
    if (open) all()[0]?.focus();
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const outside = ({ target }: Event) => {
      if (!box.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const list = all();
    const at = list.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + list.length, Home: 0, End: list.length - 1 }[event.key];
    if (event.key === 'Escape') close();
    else if (to !== undefined) list[to % list.length]?.focus();
    else if (event.key === 'Tab') return setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div class="more" ref={box}>
      <button
        class="icon-btn"
        type="button"
        ref={button}
        aria-label={say('more')}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Drawn>
          <path d="M3 8h.01M8 8h.01M13 8h.01" stroke-width="2" />
        </Drawn>
      </button>
      {open && (
        <div class="menu" role="menu" tabIndex={-1} aria-label={say('more')} onKeyDown={onKeyDown}>
          {items().map(({ words, checked, run }) => (
            <button
              key={words}
              type="button"
              tabIndex={-1}
              role={checked === undefined ? 'menuitem' : 'menuitemcheckbox'}
              {...(checked !== undefined && { 'aria-checked': checked })}
              onClick={() => {
                close();
                run();
              }}
            >
              <span>{say(words)}</span>
              {checked && (
                <Drawn>
                  <path d="M3.25 8.5l3 3 6.5-7" />
                </Drawn>
              )}
            </button>
          ))}
        </div>
      )}
      {view.value === 'copy' && <Copy />}
      {view.value === 'earlier' && <Earlier />}
      {(view.value === 'end' || view.value === 'anew') && <Sure anew={view.value === 'anew'} />}
    </div>
  );
}
