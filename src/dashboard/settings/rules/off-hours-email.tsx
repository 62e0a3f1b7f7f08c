import type { StoreSettings } from '../../../settings/schema';
import { Switch } from '../../parts/parts';
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
      <h3>Outside hours</h3>
      <ul class="rows" aria-label="Outside hours">
        <li>
          <span class="t">
            <span class="lbl">Email requests outside hours</span>
            <span class="hint">A summary goes to this address. Without it, they stand under Follow-ups.</span>
          </span>
          <Switch
            label="Email requests outside hours"
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
