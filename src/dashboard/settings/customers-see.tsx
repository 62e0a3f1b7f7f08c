import { customersSee as words } from '../words/en/customers-see';
import { OwnWords, said } from './own-words';
import { Choice, SavedPage } from './saved-page';
import type { SettingsPageProps } from './settings';

const handoffs = () =>
  [
    { is: 'on', label: words.on, means: words.onMeans },
    { is: 'off', label: words.off, means: words.offMeans },
  ] as const;

/** What customers see of the team, and whether they can ask for it. */
export function CustomersSee({ store, kept, manages }: SettingsPageProps) {
  const edits = kept.edits('customers-see');
  const settings = edits.value.value;
  const shownAs = [
    { is: 'first_name', label: words.firstName, means: words.firstNameMeans },
    { is: 'team', label: words.team, means: words.teamMeans({ team: settings?.teamName ?? words.support }) },
  ] as const;
  return (
    <SavedPage
      title={words.title}
      about={words.about({ store: store.name })}
      kept={kept}
      edits={edits}
      manages={manages}
      wrong={settings?.teamName.trim() ? '' : words.needsName}
    >
      <div class="cols">
        <section>
          <h3>{words.whoAnswers}</h3>
          <Choice
            label={words.whoAnswers}
            id="shown-as"
            value={settings?.shownAs ?? 'first_name'}
            choices={shownAs}
            onChange={(shown) => edits.change({ shownAs: shown })}
          />
          {settings?.shownAs === 'team' && (
            <div class="field below">
              <label for="team-name">{words.teamName}</label>
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
          <h3>{words.talking}</h3>
          <Choice
            label={words.talking}
            id="handoff"
            value={settings?.handoff ?? 'on'}
            choices={handoffs()}
            onChange={(handoff) => edits.change({ handoff })}
          />
          {settings?.handoff === 'off' && (
            <div class="below">
              <OwnWords
                label={words.readWhenAsking}
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
