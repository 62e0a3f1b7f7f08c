import { ICONS, LAUNCHER_ICONS, MOST_LABEL } from '../../../settings/launcher';
import type { StoreSettings } from '../../../settings/schema';
import { Switch } from '../../parts/parts';
import { looks as words } from '../../words/en/looks';
import { OwnWords, said } from '../own-words';

interface LauncherPartProps {
  settings: StoreSettings;
  first: string;
  onChange: (parts: Partial<StoreSettings>) => void;
}

/** The button in the corner of the shop's pages: its picture, the words beside it, or none at all. */
export const LauncherPart = ({ settings, first, onChange }: LauncherPartProps) => (
  <>
    <h3 class="over">{words.launcher}</h3>
    <div class="icons" role="radiogroup" aria-label={words.launcherIcon}>
      {LAUNCHER_ICONS.map((icon) => (
        <label key={icon}>
          <input
            class="ring"
            type="radio"
            name="launcher-icon"
            checked={settings.launcherIcon === icon}
            onChange={() => onChange({ launcherIcon: icon })}
          />
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d={ICONS[icon]} />
          </svg>
          {words.icons[icon]}
        </label>
      ))}
    </div>
    <div class="below">
      <OwnWords
        label={words.launcherLabel}
        words={settings.launcherLabel}
        first={first}
        rows={1}
        most={MOST_LABEL}
        without={{ is: 'nothing', example: words.launcherExample }}
        hint={words.launcherLabelHint}
        onChange={(launcherLabel) => onChange({ launcherLabel: said(launcherLabel) })}
      />
    </div>
    <ul class="rows below" aria-label={words.launcher}>
      <li>
        <span class="t">
          <span class="lbl">{words.launcherHidden}</span>
          <span class="hint">{words.launcherHiddenHint({ code: (inside) => <code>{inside}</code> })}</span>
        </span>
        <Switch
          label={words.launcherHidden}
          on={settings.launcherHidden}
          onChange={(launcherHidden) => onChange({ launcherHidden })}
        />
      </li>
    </ul>
    <p class="hint after">{words.launcherOnPage({ code: (inside) => <code>{inside}</code> })}</p>
  </>
);
