import { useLocation } from 'preact-iso';
import type { Desk } from '../desk/desk';
import { callingIn } from '../follow-ups/due';
import type { FollowUps } from '../follow-ups/follow-ups';
import { openPanel } from '../keys/keys';
import { called, firstName } from '../parts/format';
import { Icon, type IconName } from '../parts/icons';
import { Menu, type MenuItem } from '../parts/menu';
import { MODIFIER } from '../parts/modifier';
import { Face, Switch } from '../parts/parts';
import type { Me, StoreOfMine } from '../session/api';
import { clock } from '../session/clock';
import { chooseLanguage, leaveSession } from '../session/session';
import type { Kept } from '../settings/kept';
import { announced } from '../stores/places';
import { common } from '../words/en/common';
import { shell } from '../words/en/shell';
import { LANGUAGES, type Language, language } from '../words/words';
import { Connection } from './connection';
import { Count } from './count';
import { StorePicker } from './store-picker';

interface RailProps {
  me: Me;
  store: StoreOfMine;
  desk: Desk;
  kept: Kept;
  owed: FollowUps;
  path: string;
}

/** The way around: store, pages, who is on duty, and the reader. */
export function Rail({ me, store, desk, kept, owed, path }: RailProps) {
  const home = `/dashboard/${store.id}`;
  const { route } = useLocation();
  const duty = desk.onDuty.value ? shell.onDuty : shell.offDuty;
  return (
    <header class="rail">
      <StorePicker store={store} stores={me.stores} kept={kept} />
      <nav class="nav main-nav" aria-label={shell.main}>
        <ul>
          <NavItem href={`${home}/inbox`} icon="inbox" label={shell.inbox} current={path.startsWith(`${home}/inbox`)}>
            <Count desk={desk} id="nav-inbox" />
          </NavItem>
          <Mentioned desk={desk} home={home} />
          <NavItem
            href={`${home}/follow-ups`}
            icon="owed"
            label={shell.followUps}
            current={path.startsWith(`${home}/follow-ups`)}
          >
            <Owed owed={owed} />
          </NavItem>
          <NavItem
            href={`${home}/history`}
            icon="clock"
            label={shell.history}
            current={path.startsWith(`${home}/history`)}
          />
          <NavItem
            href={`${home}/settings`}
            icon="sliders"
            label={shell.settings}
            current={path.startsWith(`${home}/settings`)}
          />
        </ul>
      </nav>
      <button class="palette-way" type="button" title={shell.commands} onClick={() => openPanel('palette')}>
        <Icon name="keys" />
        <span class="label">{shell.commands}</span>
        <span class="label" aria-hidden="true">
          <kbd class="kbd">{MODIFIER}</kbd> <kbd class="kbd">K</kbd>
        </span>
      </button>
      <div class="foot">
        <Connection desk={desk} store={store.name} />
        <OnDutyNow desk={desk} />
        <div class="me">
          <Menu
            label={me.user.name}
            named={false}
            class="who"
            opens="above"
            items={itemsOfMine(() => route(`${home}/settings/profile`))}
          >
            <Face initials={me.user.initials} staff />
            <span class="t">
              <b class="cutoff">{me.user.name}</b>
              <small>{desk.known.value ? duty : '\u00a0'}</small>
            </span>
          </Menu>
          <span class="hint" aria-hidden="true">
            {shell.onDuty}
          </span>
          {desk.known.value ? (
            <Switch label={shell.onDuty} on={desk.onDuty.value} onChange={(on) => desk.setDuty(on)} />
          ) : (
            <span class="switch unknown" />
          )}
        </div>
      </div>
      {/* Not atomic: of several in a row, what was read out before is not read again with the next. */}
      <div class="sr" role="status" aria-label={shell.desk} aria-atomic="false" aria-relevant="additions">
        {announced.value.map(({ key, words }) => (
          <p key={key}>{words}</p>
        ))}
      </div>
    </header>
  );
}

/** The other languages by their own names, for whoever cannot read this one; the reader's own page, and the way out. */
const itemsOfMine = (toProfile: () => void): MenuItem[] => [
  { label: shell.profile, run: toProfile },
  { label: shell.keys, run: () => openPanel('help') },
  ...(Object.keys(LANGUAGES) as Language[])
    .filter((one) => one !== language())
    .map((one) => ({ label: LANGUAGES[one], lang: one, run: () => void chooseLanguage(one) })),
  { label: shell.signOut, run: () => void leaveSession() },
];

interface NavItemProps {
  href: string;
  icon: IconName;
  label: string;
  current: boolean;
  children?: preact.ComponentChildren;
}

const NavItem = ({ href, icon, label, current, children }: NavItemProps) => (
  <li>
    <a
      href={href}
      aria-current={current ? 'page' : undefined}
      aria-describedby={children ? `nav-${icon}` : undefined}
      title={label}
    >
      <Icon name={icon} />
      <span class="label">{label}</span>
    </a>
    {children}
  </li>
);

/** A colleague has named the reader in a private note: there until they have looked. */
function Mentioned({ desk, home }: { desk: Desk; home: string }) {
  const mentions = desk.mentions.value;
  const [newest] = mentions;
  if (!newest) return null;
  return (
    <NavItem href={`${home}/inbox/${newest.conversation}`} icon="at" label={shell.mentions} current={false}>
      <span class="n">
        <span aria-hidden="true">{mentions.length}</span>
        <span class="sr" id="nav-at">
          {newest.reminder
            ? shell.reminder({ customer: called(newest.customer), text: newest.text })
            : shell.mentioned({
                name: firstName(newest.by.name),
                customer: called(newest.customer),
                text: newest.text,
              })}
        </span>
      </span>
    </NavItem>
  );
}

/** How many are still owed a word. */
function Owed({ owed }: { owed: FollowUps }) {
  const n = callingIn(owed.all.value ?? [], clock.value);
  if (n === 0) return null;
  return (
    <span class="n">
      <span aria-hidden="true">{n}</span>
      <span class="sr" id="nav-owed">
        {shell.open({ n })}
      </span>
    </span>
  );
}

function OnDutyNow({ desk }: { desk: Desk }) {
  const me = desk.me.value?.id;
  const people = desk.duty.value;
  return (
    <div class="duty">
      <h2>{shell.onDutyNow}</h2>
      <ul aria-label={shell.onDutyNow}>
        {people.map((person) => (
          <li key={person.id} title={person.name}>
            <Face initials={person.initials} staff size="s" />
            <span class="label">{person.id === me ? common.you : firstName(person.name)}</span>
            <span class="label">{person.here ? shell.chats({ n: desk.chatsOf(person.id) }) : shell.away}</span>
          </li>
        ))}
      </ul>
      {desk.known.value && people.length === 0 && <p class="hint">{shell.nobody}</p>}
    </div>
  );
}
