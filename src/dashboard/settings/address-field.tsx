import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { settings } from '../words/en/settings';

/** What is wrong with the address of a server; empty where nothing is. Whether it may be called, the server says. */
export const addressFault = (typed: string): string =>
  /^https?:\/\/[^\s/?#]/i.test(typed.trim()) && URL.canParse(typed.trim()) ? '' : settings.badAddress;

interface AddressFieldProps {
  label: string;
  placeholder: string;
  value: string;
  /** Empty where nothing is wrong with it. */
  fault: string;
  onInput: (typed: string) => void;
  /** What stands beside the field. */
  children?: ComponentChildren;
}

/** An address to type. No field of the browser’s own kind: its words would be the browser’s, not the dashboard’s. */
export function AddressField({ label, placeholder, value, fault, onInput, children }: AddressFieldProps) {
  const id = useId();
  const input = (
    <input
      class="input"
      id={id}
      inputMode="url"
      dir="ltr"
      maxLength={500}
      spellcheck={false}
      autoComplete="off"
      placeholder={placeholder}
      aria-invalid={fault !== ''}
      aria-describedby={`${id}f`}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
  return (
    <>
      <label for={id}>{label}</label>
      {children ? (
        <div class="line">
          {input}
          {children}
        </div>
      ) : (
        input
      )}
      <p class="fault" id={`${id}f`} role="alert">
        {fault}
      </p>
    </>
  );
}
