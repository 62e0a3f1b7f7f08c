import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Warning } from '../parts/parts';
import { facts } from '../words/en/facts';
import type { Reply } from './orders';

export type Put = (text: string) => Promise<Reply>;

interface AddLineProps {
  label: string;
  /** Characters. */
  most: number;
  put: Put;
  /** The id of a datalist. */
  list?: string;
  onFocus?: () => void;
}

/** One line to add something with. What could not be stored stays in it. */
export function AddLine({ label, most, put, list, onFocus }: AddLineProps) {
  const text = useSignal('');
  const failed = useSignal('');
  const field = useRef<HTMLInputElement>(null);
  const submit = async () => {
    const wanted = text.value.trim();
    if (wanted === '') return;
    const reply = await put(wanted);
    failed.value = reply.ok ? '' : reply.message;
    // What was typed meanwhile is the next one.
    if (reply.ok && text.value.trim() === wanted) text.value = '';
  };
  return (
    <>
      <form
        class="add"
        onSubmit={(event) => {
          event.preventDefault();
          field.current?.focus();
          void submit();
        }}
      >
        <input
          class="input"
          ref={field}
          aria-label={label}
          placeholder={label}
          maxLength={most}
          autoComplete="off"
          dir="auto"
          list={list}
          value={text.value}
          onFocus={onFocus}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        {text.value.trim() !== '' && (
          <button class="btn sm" type="submit">
            {facts.add}
          </button>
        )}
      </form>
      {failed.value && <Warning>{failed.value}</Warning>}
    </>
  );
}
