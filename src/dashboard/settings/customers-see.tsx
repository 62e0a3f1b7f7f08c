import { OwnWords, said } from './own-words';
import { Choice, SavedPage } from './saved-page';
import type { SettingsPageProps } from './settings';

const HANDOFF = [
  { is: 'on', label: 'On', means: 'Customers have the button “Talk to a person”.' },
  {
    is: 'off',
    label: 'Off',
    means: 'No button. Whoever asks all the same reads your words, and stands under Follow-ups.',
  },
] as const;

/** What customers see of the team, and whether they can ask for it. */
export function CustomersSee({ store, kept, manages }: SettingsPageProps) {
  const edits = kept.edits('customers-see');
  const settings = edits.value.value;
  const shownAs = [
    { is: 'first_name', label: 'First name', means: '“Ana joined the chat.” Never a last name.' },
    { is: 'team', label: 'The team', means: `“${settings?.teamName ?? 'Support'} joined the chat.” No names at all.` },
  ] as const;
  return (
    <SavedPage
      title="What customers see"
      about={`How ${store.name} shows itself in the chat.`}
      kept={kept}
      edits={edits}
      manages={manages}
      wrong={settings?.teamName.trim() ? '' : 'The team needs a name.'}
    >
      <div class="cols">
        <section>
          <h3>Who answers</h3>
          <Choice
            label="Who answers"
            id="shown-as"
            value={settings?.shownAs ?? 'first_name'}
            choices={shownAs}
            onChange={(shown) => edits.change({ shownAs: shown })}
          />
          {settings?.shownAs === 'team' && (
            <div class="field below">
              <label for="team-name">The team’s name</label>
              <input
                class="input"
                id="team-name"
                maxLength={40}
                autoComplete="off"
                value={settings.teamName}
                onInput={(event) => edits.change({ teamName: event.currentTarget.value })}
              />
            </div>
          )}
        </section>
        <section>
          <h3>Talking to a person</h3>
          <Choice
            label="Talking to a person"
            id="handoff"
            value={settings?.handoff ?? 'on'}
            choices={HANDOFF}
            onChange={(handoff) => edits.change({ handoff })}
          />
          {settings?.handoff === 'off' && (
            <div class="below">
              <OwnWords
                label="What customers read when they ask"
                words={settings.handoffOffMessage}
                first={settings.firstLanguage}
                rows={3}
                without={{ is: 'away' }}
                onChange={(words) => edits.change({ handoffOffMessage: said(words) })}
              />
            </div>
          )}
        </section>
      </div>
    </SavedPage>
  );
}
