import { useSignal } from '@preact/signals';
import keywords from 'emojilib';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { folded } from '../parts/format';
import { recall, remember } from '../parts/remember';
import { composer } from '../words/en/composer';

export interface EmojiProps {
  /** @param stay with Shift: one more is to follow */
  onPick: (emoji: string, stay: boolean) => void;
}

const LATELY = 'emoji';
const MOST_LATELY = 16;

interface Emoji {
  sign: string;
  name: string;
  words: string;
}

/** As the person's system draws them: no pictures are loaded. Those that face the other way are drawn as two by many. */
const ALL: readonly Emoji[] = Object.entries(keywords)
  .filter(([sign]) => !sign.includes('\u27a1'))
  .map(([sign, [name = '', ...more]]) => {
    const called = name.replaceAll('_', ' ');
    return { sign, name: called, words: folded(`${called} ${more.join(' ').replaceAll('_', ' ')}`) };
  });

function found(typed: string): readonly Emoji[] {
  const sought = folded(typed).split(/\s+/).filter(Boolean);
  if (sought.length === 0) return ALL;
  const rank = ({ name, words }: Emoji) => (name.startsWith(sought[0] ?? '') ? 0 : words.startsWith(typed) ? 1 : 2);
  return ALL.filter(({ words }) => sought.every((word) => ` ${words}`.includes(` ${word}`))).sort(
    (a, b) => rank(a) - rank(b),
  );
}

const lately = (): Emoji[] =>
  (recall(LATELY) ?? '').split(' ').flatMap((sign) => ALL.find((one) => one.sign === sign) ?? []);

function used(sign: string): void {
  const before = lately().map((one) => one.sign);
  remember(LATELY, [sign, ...before.filter((one) => one !== sign)].slice(0, MOST_LATELY).join(' '));
}

/** Emoji to search in: arrows move, Enter takes one, with Shift one after another. */
export function EmojiPicker({ onPick }: EmojiProps) {
  const typed = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  const before = useMemo(lately, []);
  const shown = useMemo(() => found(typed.value), [typed.value]);
  const pick = (sign: string, stay: boolean) => {
    used(sign);
    onPick(sign, stay);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])];
    const focused = document.activeElement;
    const at = focused instanceof HTMLButtonElement ? buttons.indexOf(focused) : -1;
    if (at < 0 && event.key === 'Enter') {
      const [first] = shown;
      if (first && typed.peek().trim() !== '') pick(first.sign, event.shiftKey);
      return event.preventDefault();
    }
    if (at < 0 && event.key !== 'ArrowDown') return;
    const columns = columnsOf(buttons);
    const back = getComputedStyle(field.current ?? document.body).direction === 'rtl' ? 1 : -1;
    const to = { ArrowLeft: at + back, ArrowRight: at - back, ArrowDown: at + columns, ArrowUp: at - columns }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    if (at < 0) buttons[0]?.focus();
    else if (to < 0) field.current?.focus();
    else buttons[Math.min(to, buttons.length - 1)]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows lead from the field into the signs and through them.
    <div onKeyDown={onKeyDown}>
      <input
        class="input"
        ref={field}
        type="search"
        aria-label={composer.searchEmoji}
        placeholder={composer.searchEmoji}
        autoComplete="off"
        maxLength={60}
        value={typed.value}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      <div class="emoji" ref={grid}>
        {typed.value.trim() === '' && before.length > 0 && (
          <Signs label={composer.usedLately} signs={before} onPick={pick} />
        )}
        <Signs label={composer.all} signs={shown} onPick={pick} />
      </div>
      <p class="hint" role="status">
        {shown.length === 0 && composer.noEmoji}
      </p>
    </div>
  );
}

/** How many stand in the first line of the longest group. */
function columnsOf(buttons: readonly HTMLElement[]): number {
  const top = buttons.at(-1)?.parentElement?.firstElementChild;
  const line = top instanceof HTMLElement ? top.offsetTop : 0;
  return Math.max(1, buttons.filter((one) => one.offsetTop === line).length);
}

interface SignsProps {
  label: string;
  signs: readonly Emoji[];
  onPick: (sign: string, stay: boolean) => void;
}

const Signs = ({ label, signs, onPick }: SignsProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields.
  <div role="group" aria-label={label}>
    {signs.map(({ sign, name }, n) => (
      <button
        key={sign}
        type="button"
        title={name}
        aria-label={name}
        tabIndex={n === 0 ? 0 : -1}
        onClick={(event) => onPick(sign, event.shiftKey)}
      >
        {sign}
      </button>
    ))}
  </div>
);
