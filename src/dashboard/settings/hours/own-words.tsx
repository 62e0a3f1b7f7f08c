import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { languageName } from '../../parts/format';

/** What customers read where a store has no words of its own: the widget's, by language. */
const defaults = import.meta.glob<string>('../../../../widget/locales/*.json', { import: 'away' });
const LANGUAGES = Object.keys(defaults).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
const MOST = 500;

export type Words = Record<string, string>;

interface OwnWordsProps {
  label: string;
  words: Words;
  /** The language that others fall back to. */
  first: string;
  rows: number;
  hint?: string | null;
  onChange: (words: Words) => void;
  /** Given where the first language can be changed here. */
  onFirst?: (lang: string) => void;
}

/** A text in the store's own words, in one language after the other. */
export function OwnWords({ label, words, first, rows, hint, onChange, onFirst }: OwnWordsProps) {
  const id = useId();
  const lang = useSignal(first);
  const fallback = useSignal('');
  useEffect(() => {
    const mine = lang.value;
    const firsts = words[first];
    if (firsts && mine !== first) {
      fallback.value = firsts;
      return;
    }
    void defaults[`../../../../widget/locales/${mine}.json`]?.().then((text) => {
      if (lang.value === mine) fallback.value = text;
    });
  }, [lang.value, words[first]]);
  const languages = [first, ...LANGUAGES.filter((one) => one !== first)];
  const note = (one: string) => (one === first ? ' (first)' : words[one] ? ' ✓' : '');
  return (
    <div class="field own-words">
      <div class="top">
        <label class="lbl" for={`${id}t`}>
          {label}
        </label>
        <select
          class="input"
          aria-label={`Language of: ${label}`}
          value={lang.value}
          onChange={(event) => {
            lang.value = event.currentTarget.value;
          }}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
              {note(one)}
            </option>
          ))}
        </select>
      </div>
      <textarea
        class="input"
        id={`${id}t`}
        rows={rows}
        lang={lang.value}
        dir="auto"
        maxLength={MOST}
        placeholder={fallback.value}
        aria-describedby={`${id}h`}
        value={words[lang.value] ?? ''}
        onInput={(event) => {
          const { [lang.value]: _, ...others } = words;
          const text = event.currentTarget.value;
          onChange(text === '' ? others : { ...others, [lang.value]: text });
        }}
      />
      <p class="hint" id={`${id}h`}>
        {hint && `${hint} `}
        {lang.value === first
          ? 'Customers of other languages read this too, where there are no words of theirs.'
          : `Without words here, these customers read ${words[first] ? languageName(first) : 'the sentence above'}.`}
      </p>
      {onFirst && lang.value !== first && (
        <button class="btn sm" type="button" onClick={() => onFirst(lang.value)}>
          Make {languageName(lang.value)} the first language
        </button>
      )}
    </div>
  );
}
