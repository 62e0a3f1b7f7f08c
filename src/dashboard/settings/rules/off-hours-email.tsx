import type { StoreSettings } from '../../../settings/schema';
import { Switch } from '../../parts/parts';
import { rules } from '../../words/en/rules';
import type { Edits } from '../edits';
import { EmailFields } from './destination-fields';

interface OffHoursEmailProps {
  settings: StoreSettings;
  edits: Edits;
  manages: boolean;
}

/** Requests outside hours may go to an address instead of standing under follow-ups only. */
export function OffHoursEmail({ settings, edits, manages }: OffHoursEmailProps) {
  const { offHoursEmail: email } = settings;
  return (
    <section>
      <h3>{rules.outside}</h3>
      <ul class="rows" aria-label={rules.outside}>
        <li>
          <span class="t">
            <span class="lbl">{rules.outsideEmail}</span>
            <span class="hint">{rules.outsideHint}</span>
          </span>
          <Switch
            label={rules.outsideEmail}
            on={email !== null}
            disabled={!manages}
            onChange={(on) =>
              edits.change({ offHoursEmail: on ? { kind: 'email', address: '', expectation: {} } : null })
            }
          />
        </li>
      </ul>
      {email && (
        <div class="fields below">
          <EmailFields
            address={email.address}
            expectation={email.expectation}
            first={settings.firstLanguage}
            onChange={(changed) => edits.change({ offHoursEmail: { kind: 'email', ...changed } })}
          />
        </div>
      )}
    </section>
  );
}
