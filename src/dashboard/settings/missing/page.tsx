import './missing.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { Warning } from '../../parts/parts';
import { missing as words } from '../../words/en/missing';
import type { SettingsPageProps } from '../settings';
import { AnswerDialog, type Draft, draftOf } from './answer-dialog';
import { Groups } from './groups';
import { MissingQuestions } from './state';
import { WrittenAnswers } from './written-answers';

/** What the assistant could not answer, and the answers that were written here. */
export function MissingPage({ store, kept, manages }: SettingsPageProps) {
  const state = useMemo(() => new MissingQuestions(store.id), [store.id]);
  const draft = useSignal<Draft | null>(null);
  useEffect(() => void state.load(), [state]);
  const missing = state.missing.value;
  const write = (wanted: Draft) => {
    state.said.value = '';
    draft.value = wanted;
  };
  const rest = missing ? missing.all - missing.groups.length : 0;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about}</p>
        </div>
      </div>
      <p class="done" role="status" aria-label={words.saved}>
        {state.said.value}
      </p>
      {state.failed.value && <Warning>{state.failed.value}</Warning>}
      {missing && <Groups state={state} groups={missing.groups} store={store.id} manages={manages} onWrite={write} />}
      {rest > 0 && <p class="hint after">{words.more({ n: rest })}</p>}
      {state.answers.value && (
        <WrittenAnswers
          state={state}
          answers={state.answers.value}
          manages={manages}
          onWrite={(answer) => write(draftOf(answer, kept.saved.value?.firstLanguage ?? 'en'))}
        />
      )}
      {draft.value && (
        <AnswerDialog
          draft={draft.value}
          save={state.save}
          onClose={() => {
            draft.value = null;
          }}
        />
      )}
    </>
  );
}
