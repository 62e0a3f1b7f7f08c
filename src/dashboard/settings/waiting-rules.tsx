import type { StoreSettings } from '../../settings/schema';
import { Icon } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { Switch, Warning } from '../parts/parts';
import { ClashStrip } from './clash-strip';
import type { Kept } from './kept';
import { SavedNumber } from './number-row';

const WAITING = [
  {
    of: 'alertAgainAfter',
    label: 'Alert everyone again',
    hint: 'On duty: in the dashboard. Others: one reminder email.',
  },
  {
    of: 'longerAfter',
    label: 'Offer to leave an email',
    hint: 'The customer reads that it takes longer, and keeps their place.',
  },
  { of: 'giveUpAfter', label: 'Give up', hint: 'Recorded as unanswered, stays under Follow-ups.' },
] as const;
const ALERTS = [
  {
    of: 'urgentEmailsAnHour',
    label: 'Urgent emails within an hour',
    hint: 'Sent one by one. Further ones are gathered into one every five minutes.',
  },
  {
    of: 'dutyEndsAfter',
    label: 'Duty ends without a dashboard open',
    hint: 'Whoever forgets the switch is not counted on for longer.',
  },
] as const;

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
  const numbers = (row: (typeof WAITING | typeof ALERTS)[number]) => (
    <SavedNumber
      key={row.of}
      {...row}
      value={settings[row.of]}
      disabled={!manages}
      onChange={(number) => void save({ [row.of]: number })}
    />
  );
  return (
    <section>
      <h3>While somebody waits</h3>
      <p>For everyone at {store}.</p>
      <ul class="rows" aria-label="Waiting rules">
        {WAITING.map(numbers)}
        <li>
          <span class="t">
            <span class="lbl">Email urgent requests outside hours</span>
            <span class="hint">A complaint at 3 AM gets its email at 3 AM.</span>
          </span>
          <Switch
            label="Email urgent requests outside hours"
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
      <p class="hint after" role="status" aria-label="Saved">
        {said.value}
      </p>
      <ClashStrip clash={edits.clash} busy={edits.busy.value} onSave={() => void edits.save()} />
      {failed.value && <Warning>{failed.value}</Warning>}
      {!manages && <p class="hint after">Owners and admins can change these.</p>}
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
    <h3 class="over">Urgent reasons</h3>
    {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row of tags in every browser. */}
    <div class="tagrow" role="group" aria-label="Urgent reasons">
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
