import './clash.css';
import { Icon } from '../parts/icons';
import { clock } from '../session/clock';
import { readerId } from '../session/session';
import { changes } from '../words/en/changes';
import { inLanguage } from '../words/words';
import { fieldName, valueWords } from './changes/said';
import type { Clash } from './clash';

const ago = inLanguage((tag) => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));

/** "2 minutes ago" */
function since(at: number, now: number): string {
  const minutes = Math.round((at - now) / 60_000);
  if (minutes > -1) return changes.justNow;
  if (minutes > -60) return ago().format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return hours > -24 ? ago().format(hours, 'hour') : ago().format(Math.round(hours / 24), 'day');
}

interface ClashStripProps {
  clash: Clash;
  busy: boolean;
  /** Where there is no button to save with beside it. */
  onSave?: () => void;
}

/** Says that somebody else was there first, and lets the reader decide for each field. */
export function ClashStrip({ clash, busy, onSave }: ClashStripProps) {
  const met = clash.met.value;
  if (!met) return null;
  const { by, at } = met.revision;
  const when = since(at, clock.value);
  return (
    <section class="clash" aria-label={changes.differs}>
      <div class="warn" role="alert">
        <Icon name="alert" />
        <span>
          {by.id === readerId()
            ? changes.metYou({ when })
            : changes.met({ who: by.name, when, b: (inside) => <b>{inside}</b> })}{' '}
          {changes.choose}
        </span>
      </div>
      <ul>
        {met.rows.map(({ field, mine, theirs, chosen }) => {
          const name = fieldName(field);
          const side = (which: 'mine' | 'theirs', value: unknown) => (
            <div class="side">
              <span class="hint">{changes[which]}</span>
              <span class="is" dir="auto">
                {valueWords(field, value)}
              </span>
              <button
                class="btn sm"
                type="button"
                aria-pressed={chosen === which}
                aria-label={which === 'mine' ? changes.keepMine({ field: name }) : changes.takeTheirs({ field: name })}
                onClick={() => clash.choose(field, which)}
              >
                {chosen === which && <Icon name="check" />}
                {which === 'mine' ? changes.keep : changes.take}
              </button>
            </div>
          );
          return (
            <li key={field}>
              <b>{name}</b>
              <div class="sides">
                {side('mine', mine)}
                {side('theirs', theirs)}
              </div>
            </li>
          );
        })}
      </ul>
      {onSave && (
        <button class="btn" type="button" disabled={busy} onClick={onSave}>
          {changes.saveAgain}
        </button>
      )}
    </section>
  );
}
