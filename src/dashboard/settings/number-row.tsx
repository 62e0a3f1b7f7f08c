import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { settings as words } from '../words/en/settings';
import type { Edits } from './edits';
import { type NumberKey, RANGES, readNumber } from './numbers';

interface RowProps {
  of: NumberKey;
  label: string;
  hint: string;
}

interface NumberRowProps extends RowProps {
  text: string;
  fault: string;
  disabled: boolean;
  onInput: (text: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A row of a list: what it is, and a number with its unit. */
function NumberRow({ of, label, hint, text, fault, ...field }: NumberRowProps) {
  const id = useId();
  const { unit } = RANGES[of];
  const { [unit]: short }: Partial<Record<string, string>> = words.short;
  return (
    <li>
      <span class="t">
        <span class="lbl">{label}</span>
        <span class="hint" id={`${id}h`}>
          {hint}
        </span>
        <span class="fault" id={`${id}w`} role="alert">
          {fault}
        </span>
      </span>
      <span class="minf">
        <input
          class="input"
          aria-label={words.fieldIn({ label, unit: words.units[unit] })}
          aria-invalid={fault !== ''}
          aria-describedby={fault ? `${id}w` : `${id}h`}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={text}
          disabled={field.disabled}
          onInput={(event) => field.onInput(event.currentTarget.value)}
          onBlur={field.onBlur}
          onKeyDown={field.onKeyDown}
        />
        <span class="hint" aria-hidden="true">
          {short}
        </span>
      </span>
    </li>
  );
}

/** On a page that is saved as a whole. */
export function EditedNumber({ edits, ...row }: RowProps & { edits: Edits }) {
  const { text, fault } = edits.field(row.of);
  return (
    <NumberRow {...row} text={text} fault={fault} disabled={false} onInput={(typed) => edits.type(row.of, typed)} />
  );
}

/** Saved by itself, when its field is left. */
export function SavedNumber(props: RowProps & { value: number; disabled: boolean; onChange: (to: number) => void }) {
  const { value, disabled, onChange, ...row } = props;
  /** Null while nobody types. */
  const typed = useSignal<string | null>(null);
  const wrong = useSignal('');
  const settle = () => {
    if (typed.value === null) return;
    const read = readNumber(typed.value, row.of);
    wrong.value = read.ok ? '' : read.words;
    if (!read.ok) return;
    typed.value = null;
    if (read.number !== value) onChange(read.number);
  };
  return (
    <NumberRow
      {...row}
      text={typed.value ?? String(value)}
      fault={wrong.value}
      disabled={disabled}
      onInput={(text) => {
        typed.value = text;
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        else if (event.key === 'Escape') {
          typed.value = null;
          wrong.value = '';
        }
      }}
    />
  );
}
