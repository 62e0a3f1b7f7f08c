import { useId } from 'preact/hooks';

interface SelectFieldProps<T extends string> {
  label: string;
  value: T;
  /** What can be chosen, and what it is called. */
  options: readonly (readonly [T, string])[];
  onChange: (to: T) => void;
  hint?: string;
}

/** A field in which one of a few is chosen. */
export function SelectField<T extends string>({ label, value, options, onChange, hint = '' }: SelectFieldProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        class="input"
        id={id}
        aria-describedby={hint ? `${id}h` : undefined}
        value={value}
        onChange={({ currentTarget }) => {
          const [chosen] = options[currentTarget.selectedIndex] ?? [];
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  );
}
