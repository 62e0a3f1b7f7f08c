import './single-keys.css';
import { Switch } from '../parts/parts';
import { choices, choose } from '../session/session';
import { keys } from '../words/en/keys';

/** Keys of one letter can be switched off: by speech, or with a hand that slips, they happen by accident (WCAG 2.1.4). */
export const SingleKeys = () => (
  <div class="single-keys">
    <span class="t">
      <span class="lbl">{keys.single}</span>
      <span class="hint">{keys.singleHint}</span>
    </span>
    <Switch label={keys.single} on={choices.value.singleKeys} onChange={(singleKeys) => void choose({ singleKeys })} />
  </div>
);
