import './notices.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { NoticeKind, NoticeLevel, Notices } from '../../domain/notices';
import { Switch, Warning } from '../parts/parts';
import { ask, noticesRoutes } from '../session/api';
import { inTurn, OUTLIVES } from '../session/in-turn';
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

const inOrder = inTurn();

/** What the reader is told of while no dashboard of theirs is open, on which devices, and what an open one sounds like. */
export function NoticesPage({ me, store }: SettingsPageProps) {
  const notices = noticesIn(store.id);
  const failed = useSignal('');
  // What the server is known to have.
  const kept = useRef(notices);
  const change: Change = async (to) => {
    const now = noticesIn(store.id);
    const wanted = { ...now, ...to(now) };
    failed.value = '';
    keepNoticesIn(store.id, wanted);
    const answer = await inOrder(() =>
      ask(() => noticesRoutes.stores[':store'].notices.$put({ param: { store: store.id }, json: wanted }, OUTLIVES)),
    );
    if (answer.ok) kept.current = wanted;
    // A later change carries this one.
    else if (noticesIn(store.id) === wanted) {
      keepNoticesIn(store.id, kept.current);
      failed.value = answer.message;
    }
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
          <SoundsPart notices={notices} onChange={change} />
        </div>
        <div>
          <KindsPart store={store.name} notices={notices} onChange={change} />
          <QuietPart notices={notices} onChange={change} />
        </div>
      </div>
    </>
  );
}

/** Takes what was last chosen: a second change may come before the first is drawn. */
type Change = (to: (now: Notices) => Partial<Notices>) => Promise<void>;

interface PartProps {
  notices: Notices;
  onChange: Change;
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
              if (level) void onChange(({ kinds }) => ({ kinds: { ...kinds, [kind]: level } }));
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
            value && void onChange((now) => ({ quiet: { ...NIGHT, ...now.quiet, timeZone, [name]: value } }))
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
            onChange={(on) => void onChange(() => ({ quiet: on ? { ...NIGHT, timeZone } : null }))}
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
            <Switch
              label={words.urgentInQuiet}
              on={urgentInQuiet}
              onChange={(urgentInQuiet) => void onChange(() => ({ urgentInQuiet }))}
            />
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
            onChange={(on) => void onChange((now) => ({ sounds: { ...now.sounds, [of]: on } }))}
          />
        </li>
      ))}
    </ul>
  </section>
);
