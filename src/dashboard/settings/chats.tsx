import { Switch } from '../parts/parts';
import { EditedNumber } from './number-row';
import { SavedPage } from './saved-page';
import type { SettingsPageProps } from './settings';

const TALKING = [
  {
    of: 'transferAfter',
    label: 'A transfer that nobody takes goes back after',
    hint: 'Until somebody takes it, its sender stays with the customer.',
  },
  {
    of: 'unansweredAssignee',
    label: 'No reply: tell whoever has the chat after',
    hint: 'The row is marked, and they hear it.',
  },
  { of: 'unansweredDesk', label: 'No reply: tell everybody on duty after', hint: 'Anybody can take over then.' },
  {
    of: 'goneAfter',
    label: 'Whoever has the chat is away for',
    hint: 'No dashboard of theirs is open while the customer waits for a reply: the chat then waits for somebody else.',
  },
  {
    of: 'replyByEmailAfter',
    label: 'Send a reply by email after',
    hint: 'To a customer who has left and has an email address, unless they read it by then. One email for several replies.',
  },
] as const;

/** Minutes of silence that are filled in when the switch is turned on. */
const SILENCE = 60;

/** What happens while a person talks to a customer, and after it. */
export function Chats({ kept, manages }: SettingsPageProps) {
  const edits = kept.edits('chats');
  const settings = edits.value.value;
  const abandons = settings?.abandonAfter != null;
  return (
    <SavedPage
      title="Chats and endings"
      about="What happens while a person talks to a customer, and after it."
      kept={kept}
      edits={edits}
      manages={manages}
    >
      <div class="cols">
        <section>
          <h3>While a person has the chat</h3>
          <p>Counted from the customer’s message, or from the step.</p>
          <ul class="rows" aria-label="While a person has the chat">
            {TALKING.map((row) => (
              <EditedNumber key={row.of} {...row} edits={edits} />
            ))}
          </ul>
        </section>
        <section>
          <h3>Endings and what is still owed</h3>
          <p>A chat ends when somebody ends it, or by these rules.</p>
          <ul class="rows" aria-label="Endings">
            <EditedNumber
              of="handbackDays"
              label="Write again and reach the same person within"
              hint={
                settings?.handbackDays === 0
                  ? '0: the assistant answers at once.'
                  : 'A new message reopens the chat. The closing words tell the customer so.'
              }
              edits={edits}
            />
            <li>
              <span class="t">
                <span class="lbl">End chats of customers who fall silent</span>
                <span class="hint">Recorded as abandoned.</span>
              </span>
              <Switch
                label="End chats of customers who fall silent"
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
                label="Silent for"
                hint="Since the last reply of a person."
                edits={edits}
              />
            )}
            <EditedNumber
              of="followUpAfter"
              label="Follow-ups fall due after"
              hint="In hours during which the store is open. Then the team is emailed once."
              edits={edits}
            />
          </ul>
        </section>
      </div>
    </SavedPage>
  );
}
