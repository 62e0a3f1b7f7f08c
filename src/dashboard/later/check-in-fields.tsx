import type { Signal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { languageName } from '../parts/format';
import { followUps } from '../words/en/follow-ups';
import { language } from '../words/words';

const MAX_TEXT = 1_000;
const MOST_DAYS = 60;

export interface CheckInDraft {
  days: number;
  text: string;
}

export const newDraft = (lang: string): CheckInDraft => ({
  days: 3,
  // In the reader's own language, where the customer reads the same one.
  text: lang.toLowerCase().split('-')[0] === language() ? followUps.didItArrive : '',
});

/** Null where it cannot go out as it is. */
export function planOf({ days, text }: CheckInDraft): CheckInDraft | null {
  const said = text.trim();
  return said !== '' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? { days, text: said } : null;
}

/** What goes to the customer, and after how many days. */
export function CheckInFields({ draft, name, lang }: { draft: Signal<CheckInDraft>; name: string; lang: string }) {
  const id = useId();
  return (
    <>
      <div class="field">
        <label for={`${id}t`}>{followUps.message}</label>
        <textarea
          class="input"
          id={`${id}t`}
          rows={2}
          dir="auto"
          maxLength={MAX_TEXT}
          aria-describedby={`${id}h`}
          value={draft.value.text}
          onInput={(event) => {
            draft.value = { ...draft.value, text: event.currentTarget.value };
          }}
        />
        <p class="hint" id={`${id}h`}>
          {followUps.messageHint({ name, language: languageName(lang) })}
        </p>
      </div>
      <div class="field days">
        <label for={`${id}d`}>{followUps.daysFromNow}</label>
        <input
          class="input"
          id={`${id}d`}
          type="number"
          inputMode="numeric"
          min={1}
          max={MOST_DAYS}
          value={Number.isFinite(draft.value.days) ? draft.value.days : ''}
          onInput={(event) => {
            draft.value = { ...draft.value, days: event.currentTarget.valueAsNumber };
          }}
        />
      </div>
    </>
  );
}
