import './first-run.css';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { Icon } from '../parts/icons';
import { Later } from '../parts/later';
import type { SettingsPageProps } from '../settings/settings';
import { useTitle } from '../shell/title';
import { first } from '../words/en/first-run';
import { look, mark, run, type Step } from './state';

const STEPS: readonly Step[] = ['name', 'hours', 'knowledge', 'script', 'try'];

/** What a step is done with: the settings' own pages. */
const PAGES: Record<Step, () => Promise<ComponentType<SettingsPageProps>>> = {
  name: () => import('../settings/looks/store-page').then((page) => page.StorePage),
  hours: () => import('../settings/hours/hours').then((page) => page.Hours),
  knowledge: () => import('../settings/knowledge/page').then((page) => page.KnowledgePage),
  script: () => import('../settings/install').then((page) => page.Install),
  try: () => import('../settings/test-chat').then((page) => page.TestChat),
};

type Props = Omit<SettingsPageProps, 'manages'> & { step: string | undefined };

/** The walk of a new store: one step after the other, each of which can be left for later. */
export function FirstRunPage({ step: asked, ...props }: Props) {
  const { store } = props;
  const { route } = useLocation();
  useTitle(first.title);
  const manages = store.role !== 'agent';
  const step = STEPS.find((one) => one === asked) ?? 'name';
  useEffect(() => {
    if (manages) void look(store.id);
  }, [store.id, step]);
  const home = `/dashboard/${store.id}`;
  const after = STEPS[STEPS.indexOf(step) + 1];
  const go = async () => {
    await look(store.id);
    route(after ? `${home}/start/${after}` : `${home}/inbox`);
  };
  const is = run.value?.steps.find((one) => one.step === step)?.is ?? 'open';
  return (
    <main class="sheet set">
      <nav class="subnav nav" aria-label={first.title}>
        <h1>{first.title}</h1>
        <ol>
          {STEPS.map((one) => (
            <li key={one}>
              <a href={`${home}/start/${one}`} aria-current={one === step ? 'step' : undefined}>
                {first.steps[one]}
                {run.value?.steps.some((known) => known.step === one && known.is !== 'open') && <Icon name="check" />}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section class="content first-step" tabIndex={0} aria-label={first.steps[step]}>
        <Later key={step} load={PAGES[step]} props={{ ...props, manages }} />
        {run.value?.isOver && <p role="status">{first.over}</p>}
        <footer>
          {manages && is === 'open' && step !== 'try' && (
            <button class="btn" type="button" onClick={() => void mark(store.id, step, 'right').then(go)}>
              {first.right}
            </button>
          )}
          {manages && is === 'open' && (
            <button class="btn" type="button" onClick={() => void mark(store.id, step, 'not_needed').then(go)}>
              {first.notNeeded}
            </button>
          )}
          {manages && is === 'not_needed' && (
            <button class="btn" type="button" onClick={() => void mark(store.id, step, null)}>
              {first.needed}
            </button>
          )}
          <button class={is === 'open' ? 'btn' : 'btn pri'} type="button" onClick={() => void go()}>
            {after ? (is === 'open' ? first.later : first.next) : first.toInbox}
          </button>
        </footer>
      </section>
    </main>
  );
}
