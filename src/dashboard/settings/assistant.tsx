import { EditedNumber } from './number-row';
import { Choice, SavedPage } from './saved-page';
import type { SettingsPageProps } from './settings';

const WHEN_UNSURE = [
  { is: 'hand_over', label: 'Hand over', means: 'It asks for a person by itself.' },
  {
    is: 'offer',
    label: 'Ask first',
    means: '“Shall I get somebody?” A no holds until the customer asks, or it is unsure again.',
  },
] as const;

/** When the assistant asks for a person. */
export function AssistantPage({ kept, manages }: SettingsPageProps) {
  const edits = kept.edits('assistant');
  const settings = edits.value.value;
  return (
    <SavedPage
      title="Assistant"
      about="When the assistant asks for a person, and when it does not."
      kept={kept}
      edits={edits}
      manages={manages}
    >
      <div class="cols">
        <section>
          <h3>When it cannot answer</h3>
          <Choice
            label="When it cannot answer"
            id="unsure"
            value={settings?.whenUnsure ?? 'hand_over'}
            choices={WHEN_UNSURE}
            onChange={(whenUnsure) => edits.change({ whenUnsure })}
          />
        </section>
        <section>
          <h3>How patient it is</h3>
          <ul class="rows" aria-label="How patient the assistant is">
            <EditedNumber
              of="unsureAnswers"
              label="Unsure answers in a row"
              hint="After so many it hands over, or asks first."
              edits={edits}
            />
            <EditedNumber
              of="quietAfterHandback"
              label="Quiet after a person"
              hint="In so many of the customer’s next messages it does not ask for a person on its own."
              edits={edits}
            />
          </ul>
        </section>
      </div>
    </SavedPage>
  );
}
