import { useSignal } from '@preact/signals';
import { RemoveDialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { common } from '../../words/en/common';
import { missing as words } from '../../words/en/missing';
import { inLanguage } from '../../words/words';
import type { Written } from './door';
import type { MissingQuestions } from './state';

interface WrittenAnswersProps {
  state: MissingQuestions;
  answers: readonly Written[];
  manages: boolean;
  /** Null: a new one. */
  onWrite: (answer: Written | null) => void;
}

/** What people of the store wrote here, the newest first. */
export function WrittenAnswers({ state, answers, manages, onWrite }: WrittenAnswersProps) {
  const removing = useSignal<Written | null>(null);
  const close = () => {
    removing.value = null;
  };
  const gone = removing.value;
  return (
    <section class="apart" aria-label={words.written}>
      <div class="part-head">
        <div class="t">
          <h3>{words.written}</h3>
          <p>{words.writtenHint}</p>
        </div>
        {manages && (
          <button class="btn" type="button" onClick={() => onWrite(null)}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </div>
      {answers.length === 0 ? (
        <p class="hint after">{words.noneYet}</p>
      ) : (
        <ul class="rows written" aria-label={words.written}>
          {answers.map((answer) => (
            <li key={answer.id}>
              <span class="t">
                <span class="lbl" dir="auto">
                  {answer.question}
                </span>
                <span class="hint answer" dir="auto">
                  {answer.answer}
                </span>
                <span class="hint">{factsOf(answer)}</span>
              </span>
              {manages && (
                <Menu
                  label={words.moreForWritten({ question: answer.question })}
                  class="icon-btn"
                  opens="below"
                  items={[
                    { label: words.change, run: () => onWrite(answer) },
                    { label: common.remove, run: () => (removing.value = answer) },
                  ]}
                >
                  <Icon name="dots" />
                </Menu>
              )}
            </li>
          ))}
        </ul>
      )}
      {gone && (
        <RemoveDialog title={words.remove} remove={() => state.remove(gone)} onClose={close}>
          {words.gone({ question: <bdi>{gone.question}</bdi> })}
        </RemoveDialog>
      )}
    </section>
  );
}

const dates = inLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' }));

const factsOf = ({ lang, others, updatedAt }: Written): string =>
  [
    languageName(lang),
    others.length > 0 && words.ways({ n: others.length + 1 }),
    updatedAt && dates().format(new Date(updatedAt)),
  ]
    .filter(Boolean)
    .join(' · ');
