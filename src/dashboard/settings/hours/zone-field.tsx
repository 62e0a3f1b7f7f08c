import { type Signal, useSignal } from '@preact/signals';
import { useId, useRef } from 'preact/hooks';
import { Icon } from '../../parts/icons';
import { hours } from '../../words/en/hours';
import { momentIn } from './dates';

/** Every zone that this browser knows, the reader's own first. */
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const zones = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];
const MOST = 60;

const shown = (zone: string) => zone.replaceAll('_', ' ');

function matching(typed: string): string[] {
  const words = typed
    .toLowerCase()
    .split(/[\s/_]+/)
    .filter(Boolean);
  return zones.filter((zone) => words.every((word) => zone.toLowerCase().includes(word))).slice(0, MOST);
}

const clockIn = (zone: string, now: number) => momentIn(zone, now, { hour: '2-digit', minute: '2-digit' });

interface ZoneFieldProps {
  zone: string;
  now: number;
  disabled: boolean;
  /** What was typed and left although no zone is called so; empty where there is no such thing. */
  unknown: Signal<string>;
  onChange: (zone: string) => void;
}

/** A combobox to search a city or region in. */
export function ZoneField({ zone, now, disabled, unknown, onChange }: ZoneFieldProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  /** Null while closed. */
  const typed = useSignal<string | null>(null);
  const at = useSignal(0);
  const open = typed.value !== null;
  const options = open ? matching(typed.value ?? '') : [];
  const choose = (chosen: string | undefined) => {
    typed.value = null;
    unknown.value = '';
    if (chosen && chosen !== zone) onChange(chosen);
  };
  const moveTo = (to: number) => {
    at.value = Math.max(0, Math.min(options.length - 1, to));
    requestAnimationFrame(() => list.current?.querySelector('[data-at="true"]')?.scrollIntoView({ block: 'nearest' }));
  };
  return (
    <div class="zone">
      <label class="lbl" for={`${id}z`}>
        {hours.zone}
      </label>
      <div class="pop">
        <input
          class="input"
          id={`${id}z`}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={`${id}l`}
          aria-activedescendant={open && options.length > 0 ? `${id}${at.value}` : undefined}
          aria-invalid={unknown.value !== ''}
          aria-describedby={unknown.value ? `${id}f` : `${id}n`}
          autoComplete="off"
          disabled={disabled}
          value={typed.value ?? (unknown.value || shown(zone))}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => {
            typed.value ??= unknown.value;
            at.value = 0;
          }}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
            unknown.value = '';
            at.value = 0;
          }}
          onBlur={() => {
            // Said once it is left, with what was typed: half of a name is no mistake yet.
            const left = typed.value;
            if (left !== null) unknown.value = matching(left).length === 0 ? left : '';
            typed.value = null;
          }}
          onKeyDown={(event) => {
            const to = { ArrowDown: at.value + 1, ArrowUp: at.value - 1 }[event.key];
            if (event.key === 'Escape' && open) choose(undefined);
            else if (event.key === 'Enter' && options.length > 0) choose(options[at.value]);
            else if (to !== undefined && !open) typed.value = '';
            else if (to !== undefined) moveTo(to);
            else return;
            event.preventDefault();
          }}
        />
        {!open && !unknown.value && (
          <span class="hint" id={`${id}n`}>
            {hours.timeNow({ time: clockIn(zone, now) })}
          </span>
        )}
        <Icon name="updown" />
        <div class="menu below" role="listbox" id={`${id}l`} aria-label={hours.zones} hidden={!open} ref={list}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox keeps the focus and answers the keys.
            <div
              key={option}
              role="option"
              id={`${id}${index}`}
              tabIndex={-1}
              aria-selected={option === zone}
              data-at={index === at.value}
              // Before the field loses the focus, which closes the list.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              <span class="cutoff">{shown(option)}</span>
              <small>{clockIn(option, now)}</small>
            </div>
          ))}
          {open && options.length === 0 && <p class="hint">{hours.noPlace}</p>}
        </div>
        <p class="fault" id={`${id}f`} role="alert">
          {unknown.value && hours.noPlace}
        </p>
      </div>
    </div>
  );
}
