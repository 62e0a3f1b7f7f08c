import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import {
  filled,
  MOST_FALLBACK,
  type Problem,
  problemOf,
  VARIABLES,
  type Variable,
} from '../../../domain/saved-replies';
import { REPLIES } from '../../../saved-replies/limits';
import { insertInto } from '../../composer/field';
import { languageName } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { replies } from '../../words/en/replies';
import { LANGUAGES } from '../own-words';

interface ReplyTextProps {
  texts: Readonly<Record<string, string>>;
  /** Which of them is shown. */
  lang: string;
  /** The store's first language. */
  first: string;
  /** Whether it was to be saved: from then on what is missing is said. */
  tried: boolean;
  onLang: (lang: string) => void;
  onChange: (text: string) => void;
}

/** The text in one language after the other, with variables that always have words. */
export function ReplyText({ texts, lang, first, tried, onLang, onChange }: ReplyTextProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const asking = useSignal<Variable | null>(null);
  const left = useSignal(false);
  const text = texts[lang] ?? '';
  const empty = Object.values(texts).every((one) => !one.trim());
  const problem = left.value || tried ? problemOf(text) : null;
  const fault = problem ? wordsOf(problem) : tried && empty ? replies.writeIt : '';
  const without = filled(text, {});
  const languages = [first, ...LANGUAGES.filter((one) => one !== first)];
  const insert = (variable: Variable, fallback: string) => {
    asking.value = null;
    const box = field.current;
    if (box) insertInto(box, `{${variable}|${fallback}}`, box.selectionStart, box.selectionEnd);
  };
  return (
    <div class="field own-words">
      <div class="top">
        <label class="lbl" for={`${id}t`}>
          {replies.text}
        </label>
        <select
          class="input"
          aria-label={replies.language}
          value={lang}
          onChange={(event) => onLang(event.currentTarget.value)}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {one === first ? replies.first({ language: languageName(one) }) : languageName(one)}
              {one !== first && texts[one]?.trim() ? ' ✓' : ''}
            </option>
          ))}
        </select>
      </div>
      <textarea
        class="input"
        id={`${id}t`}
        ref={field}
        rows={6}
        lang={lang}
        dir="auto"
        maxLength={REPLIES.text}
        aria-invalid={fault !== ''}
        aria-describedby={`${id}h`}
        value={text}
        onInput={(event) => onChange(event.currentTarget.value)}
        onFocus={() => (left.value = false)}
        onBlur={() => (left.value = true)}
      />
      <p class={fault ? 'hint fault' : 'hint'} id={`${id}h`}>
        {fault || (lang === first ? replies.firstHint : replies.languageHint({ language: languageName(lang) }))}
      </p>
      <div class="insert">
        <Menu
          label={replies.insertVariable}
          named={false}
          class="btn sm"
          opens="above"
          items={VARIABLES.map((one) => ({ label: replies.variables[one], run: () => (asking.value = one) }))}
        >
          <Icon name="plus" />
          {replies.insertVariable}
        </Menu>
        <span class="hint">{replies.leavesBlank({ code: <code>{'{amount}'}</code> })}</span>
      </div>
      {asking.value && (
        <Fallback
          key={asking.value}
          variable={asking.value}
          onInsert={insert}
          onClose={() => {
            asking.value = null;
            field.current?.focus();
          }}
        />
      )}
      {!problemOf(text) && without !== text && (
        <div class="reads">
          <p class="hint">{replies.reads}</p>
          <p class="words" dir="auto" lang={lang}>
            {without}
          </p>
        </div>
      )}
    </div>
  );
}

function wordsOf({ what, is }: Problem): string {
  switch (what) {
    case 'no_fallback': {
      const name = is.replace(/[{}]|\|.*/gu, '').trim();
      return replies.needsWords({ is, example: `{${name}|…}` });
    }
    case 'unknown':
      return replies.unknown({ is });
    case 'broken':
      return replies.broken({ is });
  }
}

interface FallbackProps {
  variable: Variable;
  onInsert: (variable: Variable, fallback: string) => void;
  onClose: () => void;
}

/** What is said where the variable is not known: without it, it is not inserted. */
function Fallback({ variable, onInsert, onClose }: FallbackProps) {
  const id = useId();
  const fallback = useSignal('');
  const tried = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => input.current?.focus(), []);
  const label = replies.variables[variable];
  const example = replies.examples[variable];
  const words = fallback.value.replace(/[{}|\n]/g, '').trim();
  const insert = () => {
    tried.value = true;
    if (words) onInsert(variable, words);
    else input.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields; this is one field with its button.
    <div class="fallback" role="group" aria-label={label}>
      <label for={id}>{replies.whereUnknown({ label })}</label>
      <div>
        <input
          class="input"
          id={id}
          ref={input}
          dir="auto"
          autoComplete="off"
          maxLength={MOST_FALLBACK}
          placeholder={example}
          aria-invalid={tried.value && !words}
          aria-describedby={`${id}h`}
          value={fallback.value}
          onInput={(event) => (fallback.value = event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            // Neither sends the form nor closes the dialog.
            event.preventDefault();
            event.stopPropagation();
            if (event.key === 'Enter') insert();
            else onClose();
          }}
        />
        <button class="btn" type="button" onClick={insert}>
          {replies.insert}
        </button>
      </div>
      <p class={tried.value && !words ? 'hint fault' : 'hint'} id={`${id}h`}>
        {tried.value && !words ? replies.needed : replies.such({ example })}
      </p>
    </div>
  );
}
