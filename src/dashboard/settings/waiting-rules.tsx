import type { StoreSettings } from '../../settings/schema';
import { Icon } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { Switch, Warning } from '../parts/parts';
import { chats } from '../words/en/chats';
import { settings as words } from '../words/en/settings';
import { ClashStrip } from './clash-strip';
import type { Kept } from './kept';
import { SavedNumber } from './number-row';

const WAITING = ['alertAgainAfter', 'longerAfter', 'giveUpAfter'] as const;
const ALERTS = ['urgentEmailsAnHour', 'dutyEndsAfter'] as const;

/** What happens while somebody waits. Each change is saved as it is made. */
export function WaitingRules({ kept, store, manages }: { kept: Kept; store: string; manages: boolean }) {
  const edits = kept.edits('alerts');
  const { failed, said } = edits;
  const settings = edits.value.value;
  if (!settings) return kept.failed.value ? <Warning>{kept.failed.value}</Warning> : null;
  const save = async (parts: Partial<StoreSettings>) => {
    edits.change(parts);
    await edits.save();
    // What could not be saved does not stand there as if it were; what somebody else holds against it does.
    if (failed.value) edits.revert();
  };
  const numbers = (of: (typeof WAITING | typeof ALERTS)[number]) => (
    <SavedNumber
      key={of}
      of={of}
      label={chats.rows[of]}
      hint={chats.hints[of]}
      value={settings[of]}
      disabled={!manages}
      onChange={(number) => void save({ [of]: number })}
    />
  );
  return (
    <section>
      <h3>{chats.waits}</h3>
      <p>{chats.waitsFor({ store })}</p>
      <ul class="rows" aria-label={chats.waitingRules}>
        {WAITING.map(numbers)}
        <li>
          <span class="t">
            <span class="lbl">{chats.outside}</span>
            <span class="hint">{chats.outsideHint}</span>
          </span>
          <Switch
            label={chats.outside}
            on={settings.emailUrgentOffHours}
            disabled={!manages}
            onChange={(on) => void save({ emailUrgentOffHours: on })}
          />
        </li>
        {ALERTS.map(numbers)}
      </ul>
      <UrgentReasons
        reasons={settings.urgentReasons}
        disabled={!manages}
        onChange={(urgentReasons) => void save({ urgentReasons })}
      />
      <p class="hint after" role="status" aria-label={words.saved}>
        {said.value}
      </p>
      <ClashStrip clash={edits.clash} busy={edits.busy.value} onSave={() => void edits.save()} />
      {failed.value && <Warning>{failed.value}</Warning>}
      {!manages && <p class="hint after">{words.mayNot}</p>}
    </section>
  );
}

interface UrgentReasonsProps {
  reasons: readonly Reason[];
  disabled: boolean;
  onChange: (reasons: Reason[]) => void;
}

/** Those that are first in the design, then the rest. */
const ORDER = [
  'refund',
  'complaint',
  'escalation',
  'customer_request',
  'low_confidence',
  'unsupported_topic',
  'rule',
  'assistant_error',
] as const satisfies Reason[];

const UrgentReasons = ({ reasons, disabled, onChange }: UrgentReasonsProps) => (
  <>
    <h3 class="over">{chats.urgentReasons}</h3>
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of tags in every browser. */}
    <div class="tagrow" role="group" aria-label={chats.urgentReasons}>
      {ORDER.map((reason) => {
        const on = reasons.includes(reason);
        return (
          <button
            key={reason}
            class="tag"
            type="button"
            aria-pressed={on}
            disabled={disabled}
            onClick={() => onChange(ORDER.filter((one) => (one === reason ? !on : reasons.includes(one))))}
          >
            {on && <Icon name="flag" />}
            {REASONS[reason]}
          </button>
        );
      })}
    </div>
  </>
);
