import { Icon } from '../../parts/icons';
import { IconButton } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { rules } from '../../words/en/rules';
import { faultsOf, type RuleDraft } from './draft';
import { TextField } from './rule-fields';

interface MoreConditionsProps {
  draft: RuleDraft;
  onChange: (parts: Partial<RuleDraft>) => void;
}

const MOST_PROPERTIES = 5;
const cartIsEither = () =>
  [
    ['least', rules.least],
    ['under', rules.under],
  ] as const;

/** What else must be true: the cart, what the shop knows of the customer, time and failed answers. */
export function MoreConditions({ draft, onChange }: MoreConditionsProps) {
  const { cart, cartIs, properties, sinceAnswer, unsure } = draft;
  const faults = faultsOf(draft);
  const isUsed = cart !== '' || properties.length > 0 || sinceAnswer !== '' || unsure !== '';
  return (
    <details class="more" open={isUsed}>
      <summary>{rules.more}</summary>
      <div class="fields">
        <div class="pair">
          <SelectField
            label={rules.cartIs}
            value={cartIs}
            options={cartIsEither()}
            onChange={(to) => onChange({ cartIs: to })}
          />
          <TextField
            label={rules.amount}
            hint={rules.amountHint}
            value={cart}
            fault={faults.cart}
            onInput={(typed) => onChange({ cart: typed })}
          />
        </div>
        <Properties properties={properties} onChange={(changed) => onChange({ properties: changed })} />
        <div class="pair">
          <TextField
            label={rules.minutes}
            hint={rules.minutesHint}
            value={sinceAnswer}
            fault={faults.sinceAnswer}
            onInput={(typed) => onChange({ sinceAnswer: typed })}
          />
          <TextField
            label={rules.failedAnswers}
            hint={rules.failedAnswersHint}
            value={unsure}
            fault={faults.unsure}
            onInput={(typed) => onChange({ unsure: typed })}
          />
        </div>
      </div>
    </details>
  );
}

interface PropertiesProps {
  properties: RuleDraft['properties'];
  onChange: (properties: RuleDraft['properties']) => void;
}

function Properties({ properties, onChange }: PropertiesProps) {
  const put = (at: number, parts: Partial<RuleDraft['properties'][number]>) =>
    onChange(properties.map((one, n) => (n === at ? { ...one, ...parts } : one)));
  return (
    <div class="field">
      <span class="lbl">{rules.properties}</span>
      {properties.map(({ name, is, value }, at) => (
        // The place is the identity: two may be alike while they are typed.
        <div class="property" key={at}>
          <input
            class="input"
            aria-label={rules.property({ at: at + 1 })}
            placeholder="plan"
            maxLength={40}
            autoComplete="off"
            value={name}
            onInput={(event) => put(at, { name: event.currentTarget.value })}
          />
          <select
            class="input"
            aria-label={rules.compares({ at: at + 1 })}
            value={is}
            onChange={(event) => put(at, { is: event.currentTarget.value === 'contains' ? 'contains' : 'equals' })}
          >
            <option value="equals">{rules.is}</option>
            <option value="contains">{rules.contains}</option>
          </select>
          <input
            class="input"
            aria-label={rules.valueOf({ at: at + 1 })}
            placeholder="gold"
            maxLength={200}
            autoComplete="off"
            value={value}
            onInput={(event) => put(at, { value: event.currentTarget.value })}
          />
          <IconButton
            label={rules.removeProperty({ at: at + 1 })}
            icon="close"
            onClick={() => onChange(properties.filter((_, n) => n !== at))}
          />
        </div>
      ))}
      {properties.length < MOST_PROPERTIES && (
        <button
          class="btn"
          type="button"
          onClick={() => onChange([...properties, { name: '', is: 'equals', value: '' }])}
        >
          <Icon name="plus" />
          {rules.addProperty}
        </button>
      )}
    </div>
  );
}
