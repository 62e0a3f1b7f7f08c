import { useSignal } from '@preact/signals';
import { Dialog } from '../../parts/dialog';
import { languageName } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Menu } from '../../parts/menu';
import { Warning } from '../../parts/parts';
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
      {removing.value && <RemoveDialog state={state} answer={removing.value} onClose={close} />}
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

interface RemoveDialogProps {
  state: MissingQuestions;
  answer: Written;
  onClose: () => void;
}

function RemoveDialog({ state, answer, onClose }: RemoveDialogProps) {
  const failed = useSignal('');
  const submit = async () => {
    failed.value = await state.remove(answer);
    if (!failed.value) onClose();
  };
  return (
    <Dialog
      title="Remove answer"
      onClose={onClose}
      onSubmit={() => void submit()}
      footer={
        <>
          <button class="btn" type="button" onClick={onClose}>
            Keep
          </button>
          <button class="btn pri" type="submit">
            Remove
          </button>
        </>
      }
    >
      <p>
        The assistant will no longer answer “<bdi>{answer.question}</bdi>” with it.
      </p>
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
