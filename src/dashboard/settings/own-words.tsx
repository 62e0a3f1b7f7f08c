import './own-words.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { languageName } from '../parts/format';
import { settings } from '../words/en/settings';

/** What customers read where a store has no words of its own: the widget's, by language. */
const away = import.meta.glob<string>('../../../widget/locales/*.json', { import: 'away' });

/** The languages that customers are spoken to in. */
export const LANGUAGES = Object.keys(away).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
const MOST = 500;

export type Words = Record<string, string>;

/** Only those that say something. */
export const said = (words: Words): Words =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim()));

interface OwnWordsProps {
  label: string;
  words: Words;
  /** The language that others fall back to. */
  first: string;
  rows: number;
  /** What is read without words: the widget's sentence for outside hours, or nothing; then `example` is shown in the field. */
  without: { is: 'away' } | { is: 'nothing'; example: string };
  hint?: string | null;
  onChange: (words: Words) => void;
  /** Given where the first language can be changed here. */
  onFirst?: (lang: string) => void;
}

/** A text in the store's own words, in one language after the other. */
export function OwnWords({ label, words, first, rows, without, hint, onChange, onFirst }: OwnWordsProps) {
  const id = useId();
  const lang = useSignal(first);
  const fallback = useSignal('');
  useEffect(() => {
    const mine = lang.value;
    const firsts = words[first];
    if (firsts && mine !== first) fallback.value = firsts;
    else if (without.is === 'nothing') fallback.value = mine === first ? without.example : '';
    else {
      void away[`../../../widget/locales/${mine}.json`]?.().then((text) => {
        if (lang.value === mine) fallback.value = text;
      });
    }
  }, [lang.value, words[first]]);
  const languages = [first, ...LANGUAGES.filter((one) => one !== first)];
  const nameOf = (one: string) =>
    one === first ? settings.first({ language: languageName(one) }) : `${languageName(one)}${words[one] ? ' ✓' : ''}`;
  const others = words[first]
    ? languageName(first)
    : without.is === 'away'
      ? settings.sentenceAbove
      : settings.nothingHere;
  return (
    <div class="field own-words">
      <div class="top">
        <label class="lbl" for={`${id}t`}>
          {label}
        </label>
        <select
          class="input"
          aria-label={settings.languageOf({ label })}
          value={lang.value}
          onChange={(event) => {
            lang.value = event.currentTarget.value;
          }}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
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
          const { [lang.value]: _, ...rest } = words;
          const text = event.currentTarget.value;
          onChange(text === '' ? rest : { ...rest, [lang.value]: text });
        }}
      />
      <p class="hint" id={`${id}h`}>
        {hint && `${hint} `}
        {lang.value === first ? settings.othersRead : settings.withoutWords({ others })}
      </p>
      {onFirst && lang.value !== first && (
        <button class="btn sm" type="button" onClick={() => onFirst(lang.value)}>
          {settings.makeFirst({ language: languageName(lang.value) })}
        </button>
      )}
    </div>
  );
}
