import { Switch } from '../../parts/parts';
import type { Edits } from '../edits';
import type { Kept } from '../kept';
import { EditedNumber } from '../number-row';

/** Tokens that are filled in when the switch is turned on: the server's own default. */
const MANY = 1_000_000;

/** How much of the model a day may use, or that nothing limits it. */
export function DailyLimit({ kept, edits, manages }: { kept: Kept; edits: Edits; manages: boolean }) {
  const limited = edits.value.value?.modelTokensADay != null;
  return (
    <ul class="rows wide" aria-label="What the model may use">
      <li>
        <span class="t">
          <span class="lbl">Limit what it uses a day</span>
          <span class="hint">
            {limited
              ? 'Above it the built-in assistant answers until tomorrow.'
              : 'Off: whatever customers ask goes to the model, and is paid for.'}
          </span>
        </span>
        <Switch
          label="Limit what it uses a day"
          on={limited}
          disabled={!manages}
          onChange={(on) => {
            edits.forget('modelTokensADay');
            edits.change({ modelTokensADay: on ? (kept.saved.value?.modelTokensADay ?? MANY) : null });
          }}
        />
      </li>
      {limited && (
        <EditedNumber
          of="modelTokensADay"
          label="Tokens a day"
          hint="A short answer uses 2,000 to 4,000."
          edits={edits}
        />
      )}
    </ul>
  );
}
