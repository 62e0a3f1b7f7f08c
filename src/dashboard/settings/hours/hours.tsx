import './hours.css';
import './week.css';
import './days.css';
import './narrow.css';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { isAlwaysOpen } from '../../../domain/calendar';
import type { StoreSettings } from '../../../settings/schema';
import { bold } from '../../parts/bold';
import { Icon } from '../../parts/icons';
import { Warning } from '../../parts/parts';
import { clock } from '../../session/clock';
import { hours } from '../../words/en/hours';
import { settings } from '../../words/en/settings';
import { ClashStrip } from '../clash-strip';
import { OwnWords, said as ownWords } from '../own-words';
import type { SettingsPageProps } from '../settings';
import { wallAt } from './ahead';
import { AheadList } from './ahead-list';
import { Closures } from './closures';
import { Month } from './month';
import { openingWords, sentence, stateAt } from './state';
import { faultsOf, readable } from './week';
import { Weekly } from './weekly';
import { ZoneField } from './zone-field';

type Draft = StoreSettings;

const AT_CLOSING = [
  { is: 'finish', icon: 'check' },
  { is: 'away', icon: 'moon' },
] as const;

/** When the store is open, and what customers read while it is not. */
export function Hours({ kept, manages }: SettingsPageProps) {
  const id = useId();
  const edits = kept.edits('hours');
  const { busy, said, failed } = edits;
  const minute = useComputed(() => Math.floor(clock.value / 60_000));
  const draft = edits.value.value;
  const unknownZone = useSignal('');
  const changed = edits.changed.value;
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [changed]);
  if (!draft) return kept.failed.value ? <Warning>{kept.failed.value}</Warning> : null;

  const now = minute.value * 60_000;
  const calendar = { ...draft, week: draft.week.map(readable) };
  const wall = wallAt(calendar.timeZone, now);
  const edit = (change: Partial<Draft>) => edits.change(change);
  const save = async () => {
    const wrong = draft.week.some((day) => faultsOf(day).length > 0);
    // As they are kept: times in one spelling, and no empty words.
    if (!wrong) edit({ week: calendar.week, awayMessage: ownWords(draft.awayMessage) });
    await edits.save(wrong ? hours.lookFirst : unknownZone.value && hours.noPlace);
  };
  const state = stateAt(calendar, now);
  const open = state.is !== 'closed';

  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{hours.title}</h2>
          <p>{draft.emailUrgentOffHours ? hours.aboutUrgent : hours.aboutNone}</p>
        </div>
        {manages && (
          <>
            <button
              class="btn"
              type="button"
              disabled={(!changed && !edits.clash.met.value) || busy.value}
              onClick={() => {
                unknownZone.value = '';
                edits.discard();
              }}
            >
              {settings.discard}
            </button>
            <button class="btn pri" type="button" disabled={!changed || busy.value} onClick={() => void save()}>
              {settings.saveChanges}
            </button>
          </>
        )}
      </div>
      <p class="done" role="status" aria-label={settings.saved}>
        {said.value}
      </p>
      <ClashStrip clash={edits.clash} busy={busy.value} />
      {failed.value && <Warning>{failed.value}</Warning>}
      {!manages && <p class="hint">{settings.mayNot}</p>}
      <div class="status">
        <span class={open ? 'dot' : 'dot off'} />
        <p role="status" aria-label={hours.now}>
          {sentence(state, now, calendar.timeZone, bold)}
          {changed && <span class="hint"> {hours.withChanges}</span>}
        </p>
        <ZoneField
          zone={draft.timeZone}
          now={now}
          disabled={!manages}
          unknown={unknownZone}
          onChange={(timeZone) => edit({ timeZone })}
        />
      </div>
      <fieldset class="bare" disabled={!manages} aria-label={hours.everyWeek}>
        <Weekly week={draft.week} now={wall} manages={manages} onChange={(week) => edit({ week })} />
      </fieldset>
      <p class="hint below">{isAlwaysOpen(draft) ? hours.alwaysOpenHint : hours.closedHint}</p>
      <div class="cols">
        <Closures
          tables={draft}
          first={draft.firstLanguage}
          today={new Intl.DateTimeFormat('en-CA', { timeZone: draft.timeZone }).format(now)}
          manages={manages}
          onChange={edit}
        />
        <Month calendar={calendar} now={now} />
      </div>
      <AheadList calendar={calendar} now={now} />
      <fieldset class="bare cols" disabled={!manages} aria-label={hours.outside}>
        <OwnWords
          label={hours.away}
          words={draft.awayMessage}
          first={draft.firstLanguage}
          rows={3}
          without={{ is: 'away' }}
          hint={nextOpeningHint(openingWords(calendar, now))}
          onChange={(awayMessage) => edit({ awayMessage })}
          onFirst={(firstLanguage) => edit({ firstLanguage })}
        />
        <section>
          <h3 id={`${id}c`}>{hours.stillWaits}</h3>
          <div class="radios" role="radiogroup" aria-label={hours.atClosing}>
            {AT_CLOSING.map((choice) => (
              <div class="radio" key={choice.is}>
                <input
                  class="ring"
                  type="radio"
                  name={`${id}r`}
                  id={`${id}${choice.is}`}
                  aria-describedby={`${id}${choice.is}m`}
                  checked={draft.atClosing === choice.is}
                  onChange={() => edit({ atClosing: choice.is })}
                />
                <label for={`${id}${choice.is}`}>{hours.closing[choice.is]}</label>
                <Icon name={choice.icon} />
                <small id={`${id}${choice.is}m`}>{hours.closingMeans[choice.is]}</small>
              </div>
            ))}
          </div>
        </section>
      </fieldset>
    </>
  );
}

const nextOpeningHint = (words: string | null) => (words ? hours.nextOpening({ words }) : null);
