import './own-words.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { languageName } from '../parts/format';
import { settings } from '../words/en/settings';

/** What customers read where a store has no words of its own: the widget's, by language. */
const PLAIN = {
  away: import.meta.glob<string>('../../../widget/locales/*.json', { import: 'away' }),
  keepWriting: import.meta.glob<string>('../../../widget/locales/*.json', { import: 'keepWriting' }),
};

/** The languages that customers are spoken to in. */
export const LANGUAGES = Object.keys(PLAIN.away).map((path) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length));
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
  /**
   * What is read without words: a sentence of the widget's, for outside hours or while waiting, or nothing; then `example` is
   * shown in the field.
   */
  without: { is: keyof typeof PLAIN } | { is: 'nothing'; example: string };
  hint?: string | null;
  /** Characters; as long as most texts where it is not given. */
  most?: number;
  /** What is wrong with a text; empty where nothing is. */
  faultOf?: (text: string) => string;
  /** What is said of a text that may be saved all the same. */
  adviceOf?: (text: string) => string;
  onChange: (words: Words) => void;
  /** Given where the first language can be changed here. */
  onFirst?: (lang: string) => void;
}

/** A text in the store's own words, in one language after the other. */
export function OwnWords({ label, words, first, rows, without, hint, onChange, onFirst, ...rest }: OwnWordsProps) {
  const { most = MOST, faultOf = () => '', adviceOf = () => '' } = rest;
  const id = useId();
  const lang = useSignal(first);
  const fallback = useSignal('');
  useEffect(() => {
    const mine = lang.value;
    const firsts = words[first];
    if (firsts && mine !== first) fallback.value = firsts;
    else if (without.is === 'nothing') fallback.value = mine === first ? without.example : '';
    else {
      void PLAIN[without.is][`../../../widget/locales/${mine}.json`]?.().then((text) => {
        if (lang.value === mine) fallback.value = text;
      });
    }
  }, [lang.value, words[first]]);
  const text = words[lang.value] ?? '';
  const fault = faultOf(text);
  const advice = fault ? '' : adviceOf(text);
  const write = (next: string) => {
    const { [lang.value]: _, ...others } = words;
    onChange(next === '' ? others : { ...others, [lang.value]: next });
  };
  const languages = [first, ...LANGUAGES.filter((one) => one !== first)];
  const nameOf = (one: string) =>
    one === first ? settings.first({ language: languageName(one) }) : `${languageName(one)}${words[one] ? ' ✓' : ''}`;
  const others = words[first]
    ? languageName(first)
    : without.is !== 'nothing'
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
        maxLength={most}
        aria-invalid={fault !== ''}
        placeholder={fallback.value}
        aria-describedby={`${id}h`}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}h`}>
        {hint && `${hint} `}
        {advice && `${advice} `}
        {lang.value === first ? settings.othersRead : settings.withoutWords({ others })}
      </p>
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      {text !== '' && (
        <button class="btn sm" type="button" onClick={() => write('')}>
          {without.is === 'nothing' ? settings.clearWords : settings.defaultWords}
        </button>
      )}
      {onFirst && lang.value !== first && (
        <button class="btn sm" type="button" onClick={() => onFirst(lang.value)}>
          {settings.makeFirst({ language: languageName(lang.value) })}
        </button>
      )}
    </div>
  );
}
