import type { ComponentType } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Desk } from '../desk/desk';
import { Later } from '../parts/later';
import { phone } from '../parts/screen';
import type { Me, StoreOfMine } from '../session/api';
import { leaveSession } from '../session/session';
import { useTitle } from '../shell/title';
import { settings } from '../words/en/settings';
import type { Kept } from './kept';

/** What nobody needs in the inbox comes when it is opened: the arithmetic of hours, the editor of rules. */
const later = (load: () => Promise<ComponentType<SettingsPageProps>>) => (props: SettingsPageProps) => (
  <Later load={load} props={props} />
);
const Install = later(() => import('./install').then((page) => page.Install));
const Team = later(() => import('./team').then((page) => page.Team));
const Hours = later(() => import('./hours/hours').then((page) => page.Hours));
const RulesPage = later(() => import('./rules/rules-page').then((page) => page.RulesPage));
const Forecast = later(() => import('./forecast/page').then((page) => page.ForecastPage));
const TestChat = later(() => import('./test-chat').then((page) => page.TestChat));
const Chats = later(() => import('./chats').then((page) => page.Chats));
const AssistantPage = later(() => import('./assistant/assistant').then((page) => page.AssistantPage));
const Knowledge = later(() => import('./knowledge/page').then((page) => page.KnowledgePage));
const Missing = later(() => import('./missing/page').then((page) => page.MissingPage));
const Replies = later(() => import('./replies/page').then((page) => page.RepliesPage));
const NoticesPage = later(() => import('../notices/page').then((page) => page.NoticesPage));
const ProfilePage = later(() => import('../profile/page').then((page) => page.ProfilePage));
const StorePage = later(() => import('./looks/store-page').then((page) => page.StorePage));
const WidgetPage = later(() => import('./looks/widget-page').then((page) => page.WidgetPage));
const ChangesPage = later(() => import('./changes/page').then((page) => page.ChangesPage));
const PrivacyPage = later(() => import('./privacy/page').then((page) => page.PrivacyPage));
const HooksPage = later(() => import('./hooks/page').then((page) => page.HooksPage));
const KeysPage = later(() => import('./keys/page').then((page) => page.KeysPage));
const IdentityPage = later(() => import('./identity/page').then((page) => page.IdentityPage));
const CustomersSee = later(() => import('./customers-see').then((page) => page.CustomersSee));

/** In the order in which a shop comes to need them; those of a group stand together. */
const PAGES = [
  { page: 'install', group: 'shop', view: Install },
  { page: 'store', group: 'shop', view: StorePage },
  { page: 'widget', group: 'shop', view: WidgetPage },
  { page: 'hours', group: 'shop', view: Hours },
  { page: 'customers', group: 'shop', view: CustomersSee },
  { page: 'assistant', group: 'assistant', view: AssistantPage },
  { page: 'knowledge', group: 'assistant', view: Knowledge },
  { page: 'missing', group: 'assistant', view: Missing },
  { page: 'requests', group: 'requests', view: RulesPage },
  { page: 'chats', group: 'requests', view: Chats },
  { page: 'replies', group: 'requests', view: Replies },
  { page: 'forecast', group: 'requests', view: Forecast },
  { page: 'test', group: 'requests', view: TestChat },
  { page: 'team', group: 'team', view: Team },
  { page: 'changes', group: 'team', view: ChangesPage, managers: true },
  { page: 'privacy', group: 'team', view: PrivacyPage, managers: true },
  { page: 'identity', group: 'programs', view: IdentityPage, managers: true },
  { page: 'hooks', group: 'programs', view: HooksPage, managers: true },
  { page: 'keys', group: 'programs', view: KeysPage, managers: true },
  { page: 'profile', group: 'you', view: ProfilePage },
  { page: 'notices', group: 'you', view: NoticesPage },
] as const;
type Group = (typeof PAGES)[number]['group'];

/** Those that this reader may see. */
export const pagesFor = ({ role }: StoreOfMine) =>
  PAGES.filter((page) => !('managers' in page) || role !== 'agent').map((one) => ({
    ...one,
    label: settings.pages[one.page],
  }));

export interface SettingsPageProps {
  me: Me;
  store: StoreOfMine;
  kept: Kept;
  desk: Desk;
  /** Owners and admins: who may change what is shown. */
  manages: boolean;
}

type Frame = Pick<SettingsPageProps, 'me' | 'kept' | 'desk'> & { of: StoreOfMine };

/** A store's settings. Everybody may read them. */
export function Settings({ me, of: store, kept, desk, page }: Frame & { page?: string }) {
  const { path } = useLocation();
  const shown = pagesFor(store);
  const open = shown.find((one) => one.page === page) ?? { ...PAGES[0], label: settings.pages.install };
  const groups = [...new Set<Group>(shown.map(({ group }) => group))];
  useTitle(settings.title);
  const home = path.slice(0, path.indexOf('/settings'));
  const View = open.view;
  const pages = useRef<HTMLDivElement>(null);
  // On a phone the pages stand in one line that scrolls.
  useLayoutEffect(() => {
    pages.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [open, phone.value]);
  return (
    <main class="sheet set">
      <nav class="subnav nav" aria-label={settings.title}>
        <h1>{settings.title}</h1>
        <div class="groups" ref={pages}>
          {groups.map((group) => (
            <div key={group}>
              <span class="group" id={`settings-${group}`}>
                {settings.groups[group]}
              </span>
              <ul aria-labelledby={`settings-${group}`}>
                {shown
                  .filter((one) => one.group === group)
                  .map((one) => (
                    <li key={one.page}>
                      <a
                        href={`${home}/settings/${one.page}`}
                        aria-current={one.page === open.page ? 'page' : undefined}
                      >
                        {one.label}
                      </a>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
        {phone.value && (
          <button class="btn sm" type="button" onClick={() => void leaveSession()}>
            {settings.signOut}
          </button>
        )}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="content" tabIndex={0} aria-label={open.label}>
        <View key={store.id} me={me} store={store} kept={kept} desk={desk} manages={store.role !== 'agent'} />
      </section>
    </main>
  );
}
