import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

/** The fields that a rule is made of. */

interface TextFieldProps {
  label: string;
  hint: string;
  value: string;
  fault?: string;
  onInput: (value: string) => void;
}

/** Its fault stands where it is being typed. */
export function TextField({ label, hint, value, fault = '', onInput }: TextFieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={`${id}l`}>{label}</label>
      <input
        class="input"
        id={`${id}l`}
        autoComplete="off"
        aria-invalid={fault !== ''}
        aria-describedby={fault ? `${id}f` : `${id}h`}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}h`}>
        {hint}
      </p>
      <p class="fault" id={`${id}f`} role="alert">
        {fault}
      </p>
    </div>
  );
}

export function Tags({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useId();
  return (
    <div class="field">
      <span class="lbl" id={id}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of tags in every browser. */}
      <div class="tagrow" role="group" aria-labelledby={id}>
        {children}
      </div>
    </div>
  );
}

export const Tag = (props: { on: boolean; onChange: (on: boolean) => void; children: ComponentChildren }) => (
  <button class="tag calm" type="button" aria-pressed={props.on} onClick={() => props.onChange(!props.on)}>
    {props.children}
  </button>
);
