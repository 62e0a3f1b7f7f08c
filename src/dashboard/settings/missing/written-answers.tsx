import { useSignal } from '@preact/signals';
import { RemoveDialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
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
    <section class="apart" aria-label="Answers written here">
      <div class="part-head">
        <div class="t">
          <h3>Answers written here</h3>
          <p>They stay as they are when you import products or articles.</p>
        </div>
        {manages && (
          <button class="btn" type="button" onClick={() => onWrite(null)}>
            <Icon name="plus" />
            Add answer
          </button>
        )}
      </div>
      {answers.length === 0 ? (
        <p class="hint after">None yet.</p>
      ) : (
        <ul class="rows written" aria-label="Answers written here">
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
                  label={`More for ${answer.question}`}
                  class="icon-btn"
                  opens="below"
                  items={[
                    { label: 'Change', run: () => onWrite(answer) },
                    { label: 'Remove', run: () => (removing.value = answer) },
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
        <RemoveDialog title="Remove answer" remove={() => state.remove(gone)} onClose={close}>
          The assistant will no longer answer “<bdi>{gone.question}</bdi>” with it.
        </RemoveDialog>
      )}
    </section>
  );
}

const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

const factsOf = ({ lang, others, updatedAt }: Written): string =>
  [
    languageName(lang),
    others.length > 0 && `${others.length + 1} wordings`,
    updatedAt && date.format(new Date(updatedAt)),
  ]
    .filter(Boolean)
    .join(' · ');
