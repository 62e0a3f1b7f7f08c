import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Listing } from './trigger';

interface SuggestionsProps<T> {
  listing: Listing;
  /** Of the list: its options are `{id}-0`, `{id}-1` … */
  id: string;
  label: string;
  choices: readonly T[];
  /** What is said where there is nothing to choose. */
  none: ComponentChildren;
  keyOf: (choice: T) => string;
  show: (choice: T) => ComponentChildren;
  onPick: (choice: T) => void;
}

/** A list that stands above the field. The focus stays in the field; arrows mark, Enter chooses, Escape closes. */
export function Suggestions<T>({ listing, id, label, choices, none, keyOf, show, onPick }: SuggestionsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const at = Math.min(listing.at.value, choices.length - 1);
  listing.pick = (n) => {
    const choice = choices[n];
    if (choice) onPick(choice);
  };
  useLayoutEffect(() => {
    listing.count.value = choices.length;
    if (at >= 0) listing.at.value = at;
  }, [listing, choices.length, at]);
  // At once: after the next frame it would be the number of a list that has opened since.
  useLayoutEffect(
    () => () => {
      listing.count.value = 0;
    },
    [listing],
  );
  useLayoutEffect(() => list.current?.children[at]?.scrollIntoView({ block: 'nearest' }), [at, choices]);
  if (choices.length === 0) {
    return (
      <div class="menu suggest">
        <p class="hint" role="status" onPointerDown={(event) => event.preventDefault()}>
          {none}
        </p>
      </div>
    );
  }
  return (
    <div class="menu suggest" role="listbox" id={id} aria-label={label} ref={list}>
      {choices.map((choice, n) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the field's, which keeps the focus.
        <div
          key={keyOf(choice)}
          id={`${id}-${n}`}
          role="option"
          tabIndex={-1}
          aria-selected={n === at}
          // The field keeps the focus, and what is marked in it.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(choice)}
        >
          {show(choice)}
        </div>
      ))}
    </div>
  );
}
