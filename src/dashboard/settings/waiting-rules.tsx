import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { StoreSettings } from '../../settings/schema';
import { Icon } from '../parts/icons';
import { REASONS, type Reason } from '../parts/labels';
import { Switch, Warning } from '../parts/parts';
import type { Kept } from './kept';
import { type Rule, readMinutes } from './minutes';

const RULES: { key: Rule; label: string; hint: string }[] = [
  {
    key: 'alertAgainAfter',
    label: 'Alert everyone again',
    hint: 'On duty: in the dashboard. Others: one reminder email.',
  },
  {
    key: 'longerAfter',
    label: 'Offer to leave an email',
    hint: 'The customer reads that it takes longer, and keeps their place.',
  },
  { key: 'giveUpAfter', label: 'Give up', hint: 'Recorded as unanswered, stays under Follow-ups.' },
];

/** What happens while somebody waits. Each change is saved as it is made. */
export function WaitingRules({ kept, store, manages }: { kept: Kept; store: string; manages: boolean }) {
  const failed = useSignal('');
  const said = useSignal('');
  const settings = kept.saved.value;
  if (!settings) return kept.failed.value ? <Warning>{kept.failed.value}</Warning> : null;
  const save = async (parts: Partial<StoreSettings>) => {
    failed.value = '';
    said.value = '';
    const answer = await kept.save(parts);
    if (answer.ok) said.value = 'Saved. It holds from now on, for those who wait too.';
    else failed.value = answer.message;
  };
  return (
    <section>
      <h3>While somebody waits</h3>
      <p>For everyone at {store}.</p>
      <ul class="rows" aria-label="Waiting rules">
        {RULES.map((rule) => (
          <MinutesRow
            key={rule.key}
            rule={rule.key}
            label={rule.label}
            hint={rule.hint}
            value={settings[rule.key]}
            disabled={!manages}
            onChange={(minutes) => void save({ [rule.key]: minutes })}
          />
        ))}
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
      </ul>
      <UrgentReasons
        reasons={settings.urgentReasons}
        disabled={!manages}
        onChange={(urgentReasons) => void save({ urgentReasons })}
      />
      <p class="hint after" role="status" aria-label="Saved">
        {said.value}
      </p>
      {failed.value && <Warning>{failed.value}</Warning>}
      {!manages && <p class="hint after">Owners and admins can change these.</p>}
    </section>
  );
}

interface MinutesRowProps {
  rule: Rule;
  label: string;
  hint: string;
  value: number;
  disabled: boolean;
  onChange: (minutes: number) => void;
}

function MinutesRow({ rule, label, hint, value, disabled, onChange }: MinutesRowProps) {
  const id = useId();
  /** Null while nobody types. */
  const typed = useSignal<string | null>(null);
  const wrong = useSignal('');
  const settle = () => {
    if (typed.value === null) return;
    const read = readMinutes(typed.value, rule);
    wrong.value = read.ok ? '' : read.words;
    if (!read.ok) return;
    typed.value = null;
    if (read.minutes !== value) onChange(read.minutes);
  };
  return (
    <li>
      <span class="t">
        <span class="lbl">{label}</span>
        <span class="hint">{hint}</span>
        <span class="fault" id={`${id}w`} role="alert">
          {wrong.value}
        </span>
      </span>
      <span class="minf">
        <input
          class="input"
          aria-label={`${label}, minutes`}
          aria-invalid={wrong.value !== ''}
          aria-describedby={wrong.value ? `${id}w` : undefined}
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          disabled={disabled}
          value={typed.value ?? value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            else if (event.key === 'Escape') {
              typed.value = null;
              wrong.value = '';
            }
          }}
        />
        <span class="hint" aria-hidden="true">
          min
        </span>
      </span>
    </li>
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
