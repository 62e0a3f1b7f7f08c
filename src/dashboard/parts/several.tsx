import type { ComponentChildren } from 'preact';

interface SeveralProps<T extends string> {
  legend: string;
  /** What the page's own styles know the list by. */
  class: string;
  options: readonly T[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
  children: (option: T) => ComponentChildren;
}

/** Any number of a few things, each with words of its own. */
export const Several = <T extends string>({
  legend,
  options,
  chosen,
  onChange,
  children,
  ...rest
}: SeveralProps<T>) => (
  <fieldset class="bare field">
    <legend class="lbl">{legend}</legend>
    <div class={`people ${rest.class}`}>
      {options.map((option) => (
        <label class="check" key={option}>
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={({ currentTarget }) => {
              const others = chosen.filter((one) => one !== option);
              onChange(currentTarget.checked ? [...others, option] : others);
            }}
          />
          <span>{children(option)}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
