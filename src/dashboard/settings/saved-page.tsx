import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Warning } from '../parts/parts';
import { settings } from '../words/en/settings';
import { ClashStrip } from './clash-strip';
import type { Edits } from './edits';
import type { Kept } from './kept';

interface SavedPageProps {
  title: string;
  about: string;
  kept: Kept;
  edits: Edits;
  manages: boolean;
  /** What must be mended before it can be saved; empty where nothing must. */
  wrong?: string;
  children: ComponentChildren;
}

/** A page of settings that is saved as a whole: its head, and what became of saving. Everybody may read it. */
export function SavedPage({ title, about, kept, edits, manages, wrong = '', children }: SavedPageProps) {
  const changed = edits.changed.value;
  const busy = edits.busy.value;
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [changed]);
  if (!edits.value.value) return kept.failed.value ? <Warning>{kept.failed.value}</Warning> : null;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{title}</h2>
          <p>{about}</p>
        </div>
        {manages && (
          <>
            <button
              class="btn"
              type="button"
              disabled={(!changed && !edits.clash.met.value) || busy}
              onClick={() => edits.discard()}
            >
              {settings.discard}
            </button>
            <button class="btn pri" type="button" disabled={!changed || busy} onClick={() => void edits.save(wrong)}>
              {settings.saveChanges}
            </button>
          </>
        )}
      </div>
      <p class="done" role="status" aria-label={settings.saved}>
        {edits.said.value}
      </p>
      <ClashStrip clash={edits.clash} busy={busy} />
      {edits.failed.value && <Warning>{edits.failed.value}</Warning>}
      {!manages && <p class="hint">{settings.mayNot}</p>}
      <fieldset class="bare" disabled={!manages} aria-label={title}>
        {children}
      </fieldset>
    </>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  /** Unique on the page. */
  id: string;
  value: T;
  choices: readonly { is: T; label: string; means: string }[];
  onChange: (to: T) => void;
}

/** One of a few, each with what it means. */
export const Choice = <T extends string>({ label, id, value, choices, onChange }: ChoiceProps<T>) => (
  <div class="radios" role="radiogroup" aria-label={label}>
    {choices.map((choice) => (
      <div class="radio" key={choice.is}>
        <input
          class="ring"
          type="radio"
          name={`${id}-radio`}
          id={`${id}-${choice.is}`}
          aria-describedby={`${id}-${choice.is}-means`}
          checked={value === choice.is}
          onChange={() => onChange(choice.is)}
        />
        <label for={`${id}-${choice.is}`}>{choice.label}</label>
        <small id={`${id}-${choice.is}-means`}>{choice.means}</small>
      </div>
    ))}
  </div>
);
