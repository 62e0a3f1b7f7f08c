import { Icon } from '../../parts/icons';
import { IconButton } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { faultsOf, type RuleDraft } from './draft';
import { TextField } from './rule-fields';

interface MoreConditionsProps {
  draft: RuleDraft;
  onChange: (parts: Partial<RuleDraft>) => void;
}

const MOST_PROPERTIES = 5;
const CART_IS = [
  ['least', 'At least'],
  ['under', 'Under'],
] as const;

/** What else must be true: the cart, what the shop knows of the customer, time and failed answers. */
export function MoreConditions({ draft, onChange }: MoreConditionsProps) {
  const { cart, cartIs, properties, sinceAnswer, unsure } = draft;
  const faults = faultsOf(draft);
  const isUsed = cart !== '' || properties.length > 0 || sinceAnswer !== '' || unsure !== '';
  return (
    <details class="more" open={isUsed}>
      <summary>More conditions</summary>
      <div class="fields">
        <div class="pair">
          <SelectField
            label="The cart’s value is"
            value={cartIs}
            options={CART_IS}
            onChange={(to) => onChange({ cartIs: to })}
          />
          <TextField
            label="Amount"
            hint="In the cart’s own currency. As the shop’s page tells it."
            value={cart}
            fault={faults.cart}
            onInput={(typed) => onChange({ cart: typed })}
          />
        </div>
        <Properties properties={properties} onChange={(changed) => onChange({ properties: changed })} />
        <div class="pair">
          <TextField
            label="Minutes since the last answer"
            hint="At least so many, before this message."
            value={sinceAnswer}
            fault={faults.sinceAnswer}
            onInput={(typed) => onChange({ sinceAnswer: typed })}
          />
          <TextField
            label="Failed answers in a row"
            hint="At least so many of which the assistant was not sure."
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
      <span class="lbl">What the shop’s page says of the customer</span>
      {properties.map(({ name, is, value }, at) => (
        // The place is the identity: two may be alike while they are typed.
        <div class="property" key={at}>
          <input
            class="input"
            aria-label={`Property ${at + 1}`}
            placeholder="plan"
            maxLength={40}
            autoComplete="off"
            value={name}
            onInput={(event) => put(at, { name: event.currentTarget.value })}
          />
          <select
            class="input"
            aria-label={`How property ${at + 1} compares`}
            value={is}
            onChange={(event) => put(at, { is: event.currentTarget.value === 'contains' ? 'contains' : 'equals' })}
          >
            <option value="equals">is</option>
            <option value="contains">contains</option>
          </select>
          <input
            class="input"
            aria-label={`Value of property ${at + 1}`}
            placeholder="gold"
            maxLength={200}
            autoComplete="off"
            value={value}
            onInput={(event) => put(at, { value: event.currentTarget.value })}
          />
          <IconButton
            label={`Remove property ${at + 1}`}
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
          Add property
        </button>
      )}
    </div>
  );
}
