import { useSignal } from '@preact/signals';
import { type Edge, readTime, stepTime } from './typing';

interface TimeFieldProps {
  label: string;
  edge: Edge;
  value: string;
  /** The id of what is wrong with it, where something is. */
  fault: string | null;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** A time of day to type: "9" becomes 09:00 on leaving, the arrow keys move it by a quarter of an hour. */
export function TimeField({ label, edge, value, fault, onChange, onLeave }: TimeFieldProps) {
  const inside = useSignal(false);
  const settle = (typed: string) => {
    const time = readTime(typed, edge);
    if (time !== null && time !== value) onChange(time);
  };
  return (
    <input
      aria-label={label}
      aria-invalid={fault !== null && !inside.value}
      aria-describedby={fault ?? undefined}
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      value={value}
      onFocus={(event) => {
        inside.value = true;
        event.currentTarget.select();
      }}
      onInput={(event) => onChange(event.currentTarget.value)}
      onBlur={(event) => {
        inside.value = false;
        settle(event.currentTarget.value);
        onLeave();
      }}
      onKeyDown={(event) => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (event.key === 'Enter') settle(event.currentTarget.value);
        else if (by === 1 || by === -1) onChange(stepTime(event.currentTarget.value, by, edge));
        else return;
        event.preventDefault();
      }}
    />
  );
}
