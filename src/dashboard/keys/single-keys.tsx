import { Switch } from '../parts/parts';
import { choices, choose } from '../session/session';

/** Keys of one letter can be switched off: by speech, or with a hand that slips, they happen by accident (WCAG 2.1.4). */
export const SingleKeys = () => (
  <div class="single-keys">
    <span class="t">
      <span class="lbl">Keys of one letter</span>
      <span class="hint">Never while you write. The palette is there without them.</span>
    </span>
    <Switch
      label="Keys of one letter"
      on={choices.value.singleKeys}
      onChange={(singleKeys) => void choose({ singleKeys })}
    />
  </div>
);
