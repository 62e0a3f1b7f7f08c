import './notices.css';
import { useSignal } from '@preact/signals';
import type { NoticeKind, NoticeLevel, Notices } from '../../domain/notices';
import { Switch, Warning } from '../parts/parts';
import { ask, noticesRoutes } from '../session/api';
import { keepNoticesIn, noticesIn } from '../session/session';
import type { SettingsPageProps } from '../settings/settings';
import { DevicesPart } from './devices-part';

const LEVELS: Record<NoticeLevel, string> = { all: 'All', urgent: 'Urgent only', none: 'None' };
const ALL_OR_NONE = ['all', 'none'] as const;
const ANY = ['all', 'urgent', 'none'] as const;

const KINDS: readonly { kind: NoticeKind; label: string; hint: string; levels: readonly NoticeLevel[] }[] = [
  { kind: 'waiting', label: 'Customers who wait', hint: 'When they ask, and again when it takes long.', levels: ANY },
  { kind: 'chats', label: 'Customers without a reply', hint: 'Yours first, then everybody’s.', levels: ANY },
  { kind: 'transfers', label: 'Chats offered to you', hint: 'To you, or to a team of yours.', levels: ANY },
  { kind: 'mentions', label: 'Mentions', hint: 'A colleague names you in a private note.', levels: ALL_OR_NONE },
  { kind: 'follow_ups', label: 'Follow-ups', hint: 'What falls due, and your reminders.', levels: ANY },
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
          <h2>Your notices</h2>
          <p>For you alone. While you are on duty and have no dashboard open, your devices tell you.</p>
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
    <h3>What you are told of</h3>
    <p>For {store}. It takes effect at once.</p>
    <ul class="rows" aria-label="What you are told of">
      {KINDS.map(({ kind, label, hint, levels }) => (
        <li key={kind}>
          <span class="t">
            <span class="lbl">{label}</span>
            <span class="hint" id={`notice-${kind}`}>
              {hint}
            </span>
          </span>
          <select
            class="input"
            aria-label={label}
            aria-describedby={`notice-${kind}`}
            value={notices.kinds[kind]}
            onChange={({ currentTarget }) => {
              const level = levels[currentTarget.selectedIndex];
              if (level) onChange({ kinds: { ...notices.kinds, [kind]: level } });
            }}
          >
            {levels.map((level) => (
              <option key={level} value={level}>
                {LEVELS[level]}
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
  const edge = (name: 'from' | 'to', label: string) =>
    quiet && (
      <label class="edge">
        {label}
        <input
          class="input"
          type="time"
          aria-label={`Quiet ${label.toLowerCase()}`}
          value={quiet[name]}
          onChange={({ currentTarget: { value } }) =>
            value && onChange({ quiet: { ...quiet, timeZone, [name]: value } })
          }
        />
      </label>
    );
  return (
    <section>
      <h3 class="over">Quiet hours</h3>
      <ul class="rows" aria-label="Quiet hours">
        <li>
          <span class="t">
            <span class="lbl">Every day</span>
            <span class="hint">No notices and no sounds. Emails still come.</span>
          </span>
          <Switch
            label="Quiet hours"
            on={quiet !== null}
            onChange={(on) => onChange({ quiet: on ? { ...NIGHT, timeZone } : null })}
          />
        </li>
        {quiet && (
          <li class="edges">
            {edge('from', 'From')}
            {edge('to', 'Until')}
            <span class="hint">{quiet.timeZone}</span>
          </li>
        )}
        {quiet && (
          <li>
            <span class="t">
              <span class="lbl">Urgent ones all the same</span>
            </span>
            <Switch
              label="Urgent notices in quiet hours"
              on={urgentInQuiet}
              onChange={(on) => onChange({ urgentInQuiet: on })}
            />
          </li>
        )}
      </ul>
    </section>
  );
}

const SOUNDS = [
  { of: 'waiting', label: 'Somebody waits', hint: 'Two tones; three where it is urgent.' },
  { of: 'message', label: 'Something new in your own chats', hint: 'One tone, also for mentions.' },
] as const;

const SoundsPart = ({ notices: { sounds }, onChange }: PartProps) => (
  <section>
    <h3 class="over">Sounds of an open dashboard</h3>
    <ul class="rows" aria-label="Sounds">
      {SOUNDS.map(({ of, label, hint }) => (
        <li key={of}>
          <span class="t">
            <span class="lbl">{label}</span>
            <span class="hint">{hint}</span>
          </span>
          <Switch
            label={`Sound: ${label}`}
            on={sounds[of]}
            onChange={(on) => onChange({ sounds: { ...sounds, [of]: on } })}
          />
        </li>
      ))}
    </ul>
  </section>
);
