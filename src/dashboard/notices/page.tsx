import './notices.css';
import { useSignal } from '@preact/signals';
import type { NoticeKind, NoticeLevel, Notices } from '../../domain/notices';
import { Switch, Warning } from '../parts/parts';
import { ask, noticesRoutes } from '../session/api';
import { keepNoticesIn, noticesIn } from '../session/session';
import type { SettingsPageProps } from '../settings/settings';
import { notices as words } from '../words/en/notices';
import { DevicesPart } from './devices-part';

const ALL_OR_NONE = ['all', 'none'] as const;
const ANY = ['all', 'urgent', 'none'] as const;

const KINDS: readonly { kind: NoticeKind; levels: readonly NoticeLevel[] }[] = [
  { kind: 'waiting', levels: ANY },
  { kind: 'chats', levels: ANY },
  { kind: 'transfers', levels: ANY },
  { kind: 'mentions', levels: ALL_OR_NONE },
  { kind: 'follow_ups', levels: ANY },
];

/** Filled in when quiet hours are turned on. */
const NIGHT = { from: '22:00', to: '07:00' };

/** What the reader is told of while no dashboard of theirs is open, on which devices, and what an open one sounds like. */
export function NoticesPage({ me, store }: SettingsPageProps) {
  const notices = noticesIn(store.id);
  const failed = useSignal('');
  const change = async (to: Partial<Notices>) => {
    const wanted = { ...notices, ...to };
    failed.value = '';
    keepNoticesIn(store.id, wanted);
    const answer = await ask(() =>
      noticesRoutes.stores[':store'].notices.$put({ param: { store: store.id }, json: wanted }),
    );
    if (answer.ok) return;
    keepNoticesIn(store.id, notices);
    failed.value = answer.message;
  };
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about}</p>
        </div>
      </div>
      {failed.value && <Warning>{failed.value}</Warning>}
      <div class="cols notices">
        <div>
          <DevicesPart person={me.user.id} />
          <SoundsPart notices={notices} onChange={(to) => void change(to)} />
        </div>
        <div>
          <KindsPart store={store.name} notices={notices} onChange={(to) => void change(to)} />
          <QuietPart notices={notices} onChange={(to) => void change(to)} />
        </div>
      </div>
    </>
  );
}

interface PartProps {
  notices: Notices;
  onChange: (to: Partial<Notices>) => void;
}

const KindsPart = ({ store, notices, onChange }: PartProps & { store: string }) => (
  <section>
    <h3>{words.toldOf}</h3>
    <p>{words.toldOfHint({ store })}</p>
    <ul class="rows" aria-label={words.toldOf}>
      {KINDS.map(({ kind, levels }) => (
        <li key={kind}>
          <span class="t">
            <span class="lbl">{words.kinds[kind]}</span>
            <span class="hint" id={`notice-${kind}`}>
              {words.hints[kind]}
            </span>
          </span>
          <select
            class="input"
            aria-label={words.kinds[kind]}
            aria-describedby={`notice-${kind}`}
            value={notices.kinds[kind]}
            onChange={({ currentTarget }) => {
              const level = levels[currentTarget.selectedIndex];
              if (level) onChange({ kinds: { ...notices.kinds, [kind]: level } });
            }}
          >
            {levels.map((level) => (
              <option key={level} value={level}>
                {words.levels[level]}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  </section>
);

function QuietPart({ notices, onChange }: PartProps) {
  const { quiet, urgentInQuiet } = notices;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  // A field that is emptied has no time: the one before stays.
  const edge = (name: 'from' | 'to', label: string, whole: string) =>
    quiet && (
      <label class="edge">
        {label}
        <input
          class="input"
          type="time"
          aria-label={whole}
          value={quiet[name]}
          onChange={({ currentTarget: { value } }) =>
            value && onChange({ quiet: { ...quiet, timeZone, [name]: value } })
          }
        />
      </label>
    );
  return (
    <section>
      <h3 class="over">{words.quiet}</h3>
      <ul class="rows" aria-label={words.quiet}>
        <li>
          <span class="t">
            <span class="lbl">{words.everyDay}</span>
            <span class="hint">{words.quietHint}</span>
          </span>
          <Switch
            label={words.quiet}
            on={quiet !== null}
            onChange={(on) => onChange({ quiet: on ? { ...NIGHT, timeZone } : null })}
          />
        </li>
        {quiet && (
          <li class="edges">
            {edge('from', words.from, words.quietFrom)}
            {edge('to', words.until, words.quietUntil)}
            <span class="hint">{quiet.timeZone}</span>
          </li>
        )}
        {quiet && (
          <li>
            <span class="t">
              <span class="lbl">{words.urgentStill}</span>
            </span>
            <Switch label={words.urgentInQuiet} on={urgentInQuiet} onChange={(on) => onChange({ urgentInQuiet: on })} />
          </li>
        )}
      </ul>
    </section>
  );
}

const SOUNDS = ['waiting', 'message'] as const;

const SoundsPart = ({ notices: { sounds }, onChange }: PartProps) => (
  <section>
    <h3 class="over">{words.soundsOf}</h3>
    <ul class="rows" aria-label={words.sounds}>
      {SOUNDS.map((of) => (
        <li key={of}>
          <span class="t">
            <span class="lbl">{words.sound[of]}</span>
            <span class="hint">{words.soundHints[of]}</span>
          </span>
          <Switch
            label={words.soundNamed({ name: words.sound[of] })}
            on={sounds[of]}
            onChange={(on) => onChange({ sounds: { ...sounds, [of]: on } })}
          />
        </li>
      ))}
    </ul>
  </section>
);
