import { Switch } from '../parts/parts';
import { chats } from '../words/en/chats';
import { EditedNumber } from './number-row';
import { SavedPage } from './saved-page';
import type { SettingsPageProps } from './settings';

const TALKING = ['transferAfter', 'unansweredAssignee', 'unansweredDesk', 'goneAfter', 'replyByEmailAfter'] as const;

/** Minutes of silence that are filled in when the switch is turned on. */
const SILENCE = 60;

/** What happens while a person talks to a customer, and after it. */
export function Chats({ kept, manages }: SettingsPageProps) {
  const edits = kept.edits('chats');
  const settings = edits.value.value;
  const abandons = settings?.abandonAfter != null;
  return (
    <SavedPage title={chats.title} about={chats.about} kept={kept} edits={edits} manages={manages}>
      <div class="cols">
        <section>
          <h3>{chats.talking}</h3>
          <p>{chats.talkingHint}</p>
          <ul class="rows" aria-label={chats.talking}>
            {TALKING.map((of) => (
              <EditedNumber key={of} of={of} label={chats.rows[of]} hint={chats.hints[of]} edits={edits} />
            ))}
          </ul>
        </section>
        <section>
          <h3>{chats.owed}</h3>
          <p>{chats.owedHint}</p>
          <ul class="rows" aria-label={chats.endings}>
            <EditedNumber
              of="handbackDays"
              label={chats.rows.handbackDays}
              hint={settings?.handbackDays === 0 ? chats.atOnce : chats.hints.handbackDays}
              edits={edits}
            />
            <li>
              <span class="t">
                <span class="lbl">{chats.silent}</span>
                <span class="hint">{chats.silentHint}</span>
              </span>
              <Switch
                label={chats.silent}
                on={abandons}
                disabled={!manages}
                onChange={(on) => {
                  edits.forget('abandonAfter');
                  edits.change({ abandonAfter: on ? (kept.saved.value?.abandonAfter ?? SILENCE) : null });
                }}
              />
            </li>
            {abandons && (
              <EditedNumber
                of="abandonAfter"
                label={chats.rows.abandonAfter}
                hint={chats.hints.abandonAfter}
                edits={edits}
              />
            )}
            <EditedNumber
              of="followUpAfter"
              label={chats.rows.followUpAfter}
              hint={chats.hints.followUpAfter}
              edits={edits}
            />
          </ul>
        </section>
      </div>
    </SavedPage>
  );
}
