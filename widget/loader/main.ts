import type { Baton } from '../api';
import type { Kept } from '../handshake';
import type { Asked, Begin, Launcher } from '../host/contract';
import styles from './launcher.css?inline';

/** "Open chat" by language, put in by the build from the locales. */
declare const OPEN_CHAT: Record<string, string>;
/** The file of the part that does everything else, by its hash. */
declare const HOST: string;

const openChat = OPEN_CHAT;
const BUBBLE = 'M13.3 22.7l-4.6 2.5q-1 .3-1-.7l.5-4.7A10 8.5 0 1 1 13.3 22.7z';
/** Pixels from the launcher's corner. */
const NEAR = 200;

const page = document.documentElement;
// Not the current script: a module has none, and what a tag manager puts in may be another.
const script = document.querySelector<HTMLScriptElement>('script[data-store]');

/** Element by element, no innerHTML: a shop's Trusted Types policy has nothing to object to. */
function make(parent: Element, tag: string, name: string, value: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  element.setAttribute(name, value);
  parent.append(element);
  return element;
}

// Of a second tag nothing is needed.
if (script && !document.querySelector<Launcher>('baton-chat')?.tries) {
  const { dataset, src } = script;
  const key = dataset.store!;
  const home = new URL(src).origin;
  const langs = [dataset.lang || '', page.lang, ...navigator.languages];
  let kept: Kept = {};
  // A shop's page may have no storage.
  try {
    kept = JSON.parse(localStorage[`baton:${key}`]) || kept;
  } catch {}

  const host = document.createElement('baton-chat') as Launcher;
  const root = host.attachShadow({ mode: 'open' });
  const go = document.createElement('button');
  const label = dataset.label ?? kept.label ?? '';
  const open = langs.map((lang) => openChat[lang.slice(0, 2)]).find(Boolean) || openChat.en;
  make(make(go, 'svg', 'viewBox', '0 0 32 32'), 'path', 'd', kept.icon || BUBBLE);
  // The space at its end is the button's inner one.
  go.append(label && `${label}\u2003`);
  go.ariaLabel = (label && `${label}, `) + open;
  go.ariaExpanded = 'false';
  go.dir = 'auto';
  go.hidden = /^(true)?$/.test(`${dataset.hideLauncher ?? kept.hidden}`);
  // It stands at the end of its line, so a side is a direction; without one it is the page's.
  host.dir = { left: 'rtl', right: 'ltr' }[dataset.position!]!;
  host.style.setProperty(
    '--base',
    [kept.accent, dataset.accent, '#0b6077'].find((colour) => /^#[\da-f]{6}$/i.test(colour!))!,
  );
  // Constructed, so that a shop's style-src does not forbid it.
  root.append(go);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];

  let run: ReturnType<Begin> | undefined;
  let loading: unknown;
  const waiting: Asked[] = [];
  const ask = (asked: Asked) => {
    if (asked[1] === 'ready') Promise.resolve().then(asked[2] as () => void);
    if (run) return run(asked);
    waiting.push(asked);
    // Facts, and who is signed in, are for whoever opens the chat: they are no reason to load it.
    if (!/^(on|set|cl|id)/.test(asked[0])) load();
  };
  /** By `import()`: a script element's address would need a Trusted Types policy, and a nonce that is not ours. */
  const load = () => {
    loading ||= import(/* @vite-ignore */ home + HOST)
      // This file may be older than the one that it names; the other name is always there.
      .catch(() => import(/* @vite-ignore */ `${home}/host.js`))
      .then(
        ({ begin }: { begin: Begin }) => {
          run = begin(host, home, key, langs);
          waiting.map(run);
        },
        () => {
          loading = 0;
        },
      );
  };
  if (!go.hidden)
    addEventListener('pointermove', ({ x, y }) => {
      if (loading) return;
      const at = go.getBoundingClientRect();
      if (Math.hypot(x - at.x, y - at.y) < NEAR) load();
    });
  go.onfocus = go.onpointerenter = load;
  go.onclick = () => ask(['open']);

  const api = { push: (...calls: Asked[]) => calls.map(ask) } as unknown as Record<string, unknown>;
  for (const name of ['open', 'close', 'toggle', 'identify', 'set', 'send', 'on', 'shutdown'])
    api[name] = (...given: unknown[]) => {
      const asked = [name, ...given] as Asked;
      ask(asked);
      // What takes a listener off: who tells the listeners reads this.
      return () => {
        asked[1] = 0;
      };
    };
  const before = window.Baton;
  // Somebody else’s of the same name is left alone.
  if (!before || 'push' in before) window.Baton = api as unknown as Baton;
  (before as Asked[] | undefined)?.map?.(ask);

  // Beside the body, where what shops do to it (zoom, transforms, new content) does not reach, and after it, though a
  // script tag in the head is there before. Taken away, it comes back a few times; from its loading on, the other part sees
  // to that.
  host.tries = 5;
  page.append(host);
  new MutationObserver(() => {
    if (page.lastChild !== host && host.tries-- > 0) page.append(host);
  }).observe(page, { childList: true });

  if (kept.token) load();
}
