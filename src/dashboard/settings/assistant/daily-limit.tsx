import { Switch } from '../../parts/parts';
import { assistant } from '../../words/en/assistant';
import type { Edits } from '../edits';
import type { Kept } from '../kept';
import { EditedNumber } from '../number-row';

/** Tokens that are filled in when the switch is turned on: the server's own default. */
const MANY = 1_000_000;

/** How much of the model a day may use, or that nothing limits it. */
export function DailyLimit({ kept, edits, manages }: { kept: Kept; edits: Edits; manages: boolean }) {
  const limited = edits.value.value?.modelTokensADay != null;
  return (
    <ul class="rows wide" aria-label={assistant.mayUse}>
      <li>
        <span class="t">
          <span class="lbl">{assistant.limit}</span>
          <span class="hint">{limited ? assistant.limited : assistant.unlimited}</span>
        </span>
        <Switch
          label={assistant.limit}
          on={limited}
          disabled={!manages}
          onChange={(on) => {
            edits.forget('modelTokensADay');
            edits.change({ modelTokensADay: on ? (kept.saved.value?.modelTokensADay ?? MANY) : null });
          }}
        />
      </li>
      {limited && (
        <EditedNumber of="modelTokensADay" label={assistant.tokensADay} hint={assistant.tokensHint} edits={edits} />
      )}
    </ul>
  );
}
