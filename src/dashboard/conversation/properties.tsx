import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../parts/icons';
import { useOnceDrawn } from '../parts/once-drawn';
import { Warning } from '../parts/parts';
import { common } from '../words/en/common';
import { facts } from '../words/en/facts';
import type { Talk } from './talk';

interface Property {
  name: string;
  value: string;
}

/** What the team knows of a customer by name: "Size: M". Each can be changed and taken away. */
export function Properties({ talk, properties }: { talk: Talk; properties: readonly Property[] }) {
  /** The name of the one that is being edited; empty for a new one. */
  const editing = useSignal<string | null>(null);
  const section = useRef<HTMLElement>(null);
  const onceDrawn = useOnceDrawn();
  const close = () => {
    const before = editing.value;
    // Pressed twice: nothing is drawn anew, and whoever has gone on writing keeps the focus.
    if (before === null) return;
    editing.value = null;
    onceDrawn(() => {
      const buttons = section.current?.querySelectorAll<HTMLElement>('[data-edits]') ?? [];
      const same = [...buttons].find((button) => button.dataset.edits === before);
      (same ?? buttons[buttons.length - 1])?.focus();
    });
  };
  return (
    <section aria-label={facts.properties} ref={section}>
      <h3>{facts.properties}</h3>
      {properties.length > 0 && (
        <dl class="kv props">
          {properties.map((one) =>
            editing.value === one.name ? (
              <div key={one.name}>
                <dt class="sr">{one.name}</dt>
                <dd>
                  <PropertyForm talk={talk} known={one} onDone={close} />
                </dd>
              </div>
            ) : (
              <Line key={one.name} property={one} onEdit={() => (editing.value = one.name)} />
            ),
          )}
        </dl>
      )}
      {editing.value === '' ? (
        <PropertyForm talk={talk} known={null} onDone={close} />
      ) : (
        <button class="btn plain sm" type="button" data-edits="" onClick={() => (editing.value = '')}>
          <Icon name="plus" />
          {facts.addProperty}
        </button>
      )}
    </section>
  );
}

const Line = ({ property: { name, value }, onEdit }: { property: Property; onEdit: () => void }) => (
  <>
    <dt dir="auto">{name}</dt>
    <dd>
      <span dir="auto">{value}</span>
      <button class="btn plain sm" type="button" aria-label={facts.editOf({ name })} data-edits={name} onClick={onEdit}>
        {facts.edit}
      </button>
    </dd>
  </>
);

function PropertyForm({ talk, known, onDone }: { talk: Talk; known: Property | null; onDone: () => void }) {
  const id = useId();
  const name = useSignal(known?.name ?? '');
  const value = useSignal(known?.value ?? '');
  const failed = useSignal('');
  const first = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const put = async (wanted: string | null) => {
    const reply = await talk.orders.keep({ type: 'property', name: name.value.trim(), value: wanted });
    if (reply.ok) onDone();
    else failed.value = reply.message;
  };
  const whole = name.value.trim() !== '' && value.value.trim() !== '';
  return (
    <form
      class="prop"
      aria-label={known ? facts.editOf({ name: known.name }) : facts.addProperty}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole) void put(value.value.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {!known && <Field id={`${id}n`} label={facts.name} most={40} at={first} text={name} />}
      <Field id={`${id}v`} label={known?.name ?? facts.value} most={200} at={known ? first : undefined} text={value} />
      {failed.value && <Warning>{failed.value}</Warning>}
      <div class="row">
        {known && (
          <button class="btn plain sm" type="button" onClick={() => void put(null)}>
            {common.remove}
          </button>
        )}
        <button class="btn plain sm" type="button" onClick={onDone}>
          {common.cancel}
        </button>
        <button class="btn sm" type="submit" disabled={!whole}>
          {common.save}
        </button>
      </div>
    </form>
  );
}

interface FieldProps {
  id: string;
  label: string;
  most: number;
  at: { current: HTMLInputElement | null } | undefined;
  text: { value: string };
}

const Field = ({ id, label, most, at, text }: FieldProps) => (
  <div class="field">
    <label for={id} dir="auto">
      {label}
    </label>
    <input
      class="input"
      id={id}
      {...(at && { ref: at })}
      maxLength={most}
      autoComplete="off"
      dir="auto"
      value={text.value}
      onInput={(event) => {
        text.value = event.currentTarget.value;
      }}
    />
  </div>
);
