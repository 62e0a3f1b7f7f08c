import { useLocation } from 'preact-iso';
import { Later } from '../parts/later';
import { phone } from '../parts/screen';
import type { Me, StoreOfMine } from '../session/api';
import { leaveSession } from '../session/session';
import { useTitle } from '../shell/title';
import { Install } from './install';
import type { Kept } from './kept';
import { Knowledge } from './knowledge';
import { Team } from './team';

/** The editor of hours brings its own arithmetic of time, which nobody needs in the inbox. */
const hours = () => import('./hours/hours').then(({ Hours }) => Hours);
const Hours = (props: SettingsPageProps) => <Later load={hours} props={props} />;

const PAGES = [
  { page: 'install', label: 'Install', view: Install },
  { page: 'hours', label: 'Business hours', view: Hours },
  { page: 'team', label: 'Team and alerts', view: Team },
  { page: 'knowledge', label: 'Knowledge', view: Knowledge },
] as const;

export interface SettingsPageProps {
  me: Me;
  store: StoreOfMine;
  kept: Kept;
  /** Owners and admins: who may change what is shown. */
  manages: boolean;
}

/** A store's settings. Everybody may read them. */
export function Settings({ me, of: store, kept, page }: { me: Me; of: StoreOfMine; kept: Kept; page?: string }) {
  const { path } = useLocation();
  const open = PAGES.find((one) => one.page === page) ?? PAGES[0];
  useTitle('Settings');
  const home = path.slice(0, path.indexOf('/settings'));
  const View = open.view;
  return (
    <main class="sheet set">
      <nav class="subnav nav" aria-label="Settings">
        <h1>Settings</h1>
        <ul>
          {PAGES.map((one) => (
            <li key={one.page}>
              <a href={`${home}/settings/${one.page}`} aria-current={one === open ? 'page' : undefined}>
                {one.label}
              </a>
            </li>
          ))}
        </ul>
        {phone.value && (
          <button class="btn sm" type="button" onClick={() => void leaveSession()}>
            Sign out
          </button>
        )}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="content" tabIndex={0} aria-label={open.label}>
        <View key={store.id} me={me} store={store} kept={kept} manages={store.role !== 'agent'} />
      </section>
    </main>
  );
}
