import type { Drawing, FromPanel, Kept, ToPanel } from '../handshake';
import styles from './launcher.css?inline';

/** "Open chat" by language, put in by the build from the locales. */
declare const OPEN_CHAT: Record<string, string>;
const openChat = OPEN_CHAT;

const BUBBLE =
  'M16 6c5.8 0 10 3.6 10 8.5s-4.2 8.5-10 8.5c-.9 0-1.8-.1-2.65-.25L8.7 25.2c-.5.25-1.05-.15-1-.7l.5-3.7C6.85 19.25 6 17 6 14.5 6 9.6 10.2 6 16 6z';
const CHEVRON = 'M9 13l7 7 7-7';

const script = document.currentScript as HTMLScriptElement | null;
const key = script?.dataset.store || '';

if (!/^[\w-]{1,64}$/.test(key)) console.warn('Baton: bad data-store');
else if (document.body) start();
else addEventListener('DOMContentLoaded', start);

/** A shop's page may have no storage, or a full one. */
function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {}
}

/** Element by element, no innerHTML: a shop's Trusted Types policy has nothing to object to, and text stays text. */
function draw(tag: string, attributes?: Record<string, string>, ...children: (Drawing | Element | string)[]): Element {
  const element = document.createElementNS(
    `http://www.w3.org/${/svg|path/.test(tag) ? '2000/svg' : '1999/xhtml'}`,
    tag,
  );
  for (const name in attributes) element.setAttribute(name, attributes[name]!);
  element.append(...children.map((child) => (Array.isArray(child) ? draw(...child) : child)));
  return element;
}

function start(): void {
  // A second script tag finds the first one's launcher.
  if (document.querySelector('baton-chat')) return;
  const { dataset, src } = script!;
  const home = new URL(src).origin;
  const name = `baton:${key}`;
  const langs = [dataset.lang, document.documentElement.lang, ...navigator.languages].map(String);
  const label = langs.map((lang) => openChat[lang.slice(0, 2)]).find(Boolean) || openChat.en!;
  const full = matchMedia('(max-width:480px),(max-height:480px)');
  let kept: Kept = {};
  let look: FromPanel['look'] | undefined;
  let [wasOpen, unsent]: unknown[] = attempt(() => JSON.parse(sessionStorage[name])) || [];
  let open = false;
  /** The customer opened it just now, and the panel has not been told. */
  let focus = false;
  let frame: HTMLIFrameElement | undefined;

  const host = draw('baton-chat') as HTMLElement;
  const root = host.attachShadow({ mode: 'open' });
  const dialog = draw('dialog') as HTMLDialogElement;
  const shape = draw('path');
  const go = draw(
    'button',
    { class: 'go', 'aria-describedby': 'note' },
    draw('svg', { viewBox: '0 0 32 32' }, shape),
  ) as HTMLButtonElement;
  const beside = draw('span') as HTMLElement;
  const launch = draw('div', { class: 'launch' }, go, beside) as HTMLElement;
  // Left, whichever way the page reads: both are placed at the end of their line.
  if (dataset.position) launch.dir = dialog.dir = 'rtl';
  root.append(dialog, launch);
  document.body.append(host);
  // Constructed, so that a shop's style-src does not forbid it.
  const sheet = new CSSStyleSheet();
  root.adoptedStyleSheets = [sheet];
  sheet.replaceSync(styles);

  const paint = () => {
    host.style.setProperty(
      '--base',
      [kept.accent, dataset.accent, '#0b6077'].find((colour) => /^#[\da-f]{6}$/i.test(colour || ''))!,
    );
    shape.setAttribute('d', open ? CHEVRON : BUBBLE);
    go.ariaLabel = (look && (open ? look.close : look.open)) || label;
    go.ariaExpanded = `${open}`;
    beside.hidden = open;
    if (frame) frame.title = dialog.ariaLabel = look?.title || 'Chat';
  };
  const tell = (escaped = false) => {
    const situation: ToPanel = {
      baton: 'page',
      open,
      full: full.matches,
      focus,
      escaped,
      langs,
      url: location.href,
      title: document.title,
      kept,
      unsent,
    };
    frame?.contentWindow?.postMessage(situation, home);
    focus = false;
  };
  /** Another tab may have begun the conversation since. */
  const read = () => {
    kept = attempt(() => JSON.parse(localStorage[name])) || kept;
  };
  const save = () =>
    attempt(() => {
      sessionStorage[name] = JSON.stringify([open, unsent]);
      localStorage[name] = JSON.stringify(kept);
    });
  const load = () => {
    if (frame) return tell();
    read();
    frame = draw('iframe', { src: `${home}/panel?${key}&${langs}#${key}` }) as HTMLIFrameElement;
    frame.onload = () => tell();
    dialog.append(frame);
  };
  /** Over the whole screen it is modal; beside the page it takes no focus that the customer did not give. */
  const show = () => {
    if (full.matches) dialog.showModal();
    else dialog.open = true;
  };
  const set = (next: boolean, quietly?: boolean) => {
    open = next;
    if (open) {
      focus = !quietly;
      show();
      load();
      if (!quietly) frame!.focus();
    } else {
      dialog.close();
      go.focus();
      tell();
    }
    save();
    paint();
  };

  launch.onclick = () => set(!open);
  dialog.oncancel = () => set(false);
  full.onchange = () => {
    if (open) {
      dialog.close();
      show();
    }
    tell();
  };
  addEventListener('keydown', (event) => {
    // The panel knows what there is to close; an Escape elsewhere in an open page is the shop's.
    if (event.key === 'Escape' && (!open || root.activeElement)) tell(true);
  });
  addEventListener('message', ({ data, origin, source }: MessageEvent<FromPanel | null>) => {
    if (origin !== home || source !== frame?.contentWindow || data?.baton !== 'panel') return;
    ({ kept, look, unsent } = data);
    save();
    sheet.replaceSync(styles + look.style);
    beside.replaceChildren(...look.beside.map((drawing) => draw(...drawing)));
    if (data.close) set(false);
    else paint();
  });

  read();
  paint();
  if (kept.token && wasOpen) set(true, true);
  else if (kept.started) (window.requestIdleCallback || setTimeout)(load);
}
