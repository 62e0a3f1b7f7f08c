import type { FromPanel, ToPanel } from '../handshake';
import { calls, teller } from './calls';
import type { Asked, Begin } from './contract';
import { draw } from './draw';
import { pageOf, type Shop, withFacts } from './facts';
import { fromPanel, identityNews } from './from-panel';
import styles from './host.css?inline';
import { newsOf } from './news';
import { phone } from './phone';
import { follow } from './place';
import { shelf } from './shelf';
import { countInTitle } from './tab-title';

const CHEVRON = 'M9 13l7 7 7-7';
/** Milliseconds in which a panel may tell the server that its customer has signed out. */
const FAREWELL = 3_000;
/** Milliseconds until a panel that has not said a word counts as one that never came. */
const SPEAKS_WITHIN = 10_000;
/** How often it comes back when the shop's scripts take it away. */
const RETURNS = 5;
const ACCENT = /^#[\da-f]{6}$/i;

export const begin: Begin = (host, home, key, langs) => {
  const store = shelf(`baton:${key}`);
  const full = matchMedia('(max-width:480px),(max-height:480px)');
  const root = host.shadowRoot as ShadowRoot;
  const go = root.querySelector('button') as HTMLButtonElement;
  const label = go.lastChild as Text;
  const words = label.data;
  const opens = go.ariaLabel;
  const shape = go.querySelector('path') as SVGPathElement;
  const picture = shape.getAttribute('d') ?? '';
  const warn = (what: string) => console.warn(`Baton: ${what}`);
  const heard: Asked[] = [];
  const emit = teller(heard);

  let { kept, open: wasOpen, unsent } = store.read();
  let look: FromPanel['look'] | undefined;
  let open = false;
  /** The customer opened it just now, and the panel has not been told. */
  let focus = false;
  let say: string[] = [];
  /** What was said since the panel's last word, and when that is waited for no longer. */
  let told: string[] = [];
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let identity: string | null | undefined;
  let shop: Shop | undefined;
  let page: ReturnType<typeof pageOf> = {};
  let frame: HTMLIFrameElement | undefined;
  let warmed: Element | undefined;
  let news = newsOf(emit, !kept.started);
  /** What had the focus when it was opened, where there is no launcher to give it back to. */
  let back: Element | null = null;
  let gone = false;

  const dialog = draw('dialog') as HTMLDialogElement;
  const beside = draw('span') as HTMLElement;
  go.classList.add('go');
  go.setAttribute('aria-describedby', 'note');
  beside.className = 'launch';
  root.prepend(dialog);
  root.append(beside);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const where = follow(() => tell());
  const title = countInTitle();
  const onPhone = phone(dialog, full, () => set(false));

  const paint = () => {
    if (ACCENT.test(kept.accent ?? '')) host.style.setProperty('--base', kept.accent as string);
    shape.setAttribute('d', open ? CHEVRON : kept.icon || picture);
    label.data = open ? '' : words;
    const said = words.trim();
    go.ariaLabel = !look ? opens : open ? look.close : said ? `${said}, ${look.open}` : look.open;
    go.ariaExpanded = `${open}`;
    beside.hidden = open || go.hidden;
    if (frame) frame.title = dialog.ariaLabel = look?.title || 'Chat';
  };
  const situation = (escaped = false): ToPanel => ({
    baton: 'page',
    open,
    full: full.matches,
    focus,
    escaped,
    langs,
    ...where(),
    ...page,
    kept,
    ...(identity !== undefined && { identity }),
    ...(shop && { shop }),
    ...(say.length > 0 && { say }),
    unsent,
  });
  const tell = (escaped?: boolean) => {
    if (!frame?.dataset.on) return;
    frame.contentWindow?.postMessage(situation(escaped), home);
    focus = false;
    told = told.concat(say);
    say = [];
  };
  /**
   * What stands there and says no word is the browser's own page, since the line was cut just then; on a phone it would stand
   * over the whole shop. The panel is asked for anew when it is opened again, and is told what that one was.
   */
  const giveUp = (silent: Element) => {
    // A shop's page without an origin is never told anything.
    if (silent !== frame || origin === 'null') return;
    set(false);
    silent.remove();
    frame = undefined;
    say = told;
    told = [];
  };
  /** The panel's page is the Worker's: nobody asks for it before there is a reason to. */
  const load = () => {
    if (frame) return tell();
    // Another tab may have begun the conversation since.
    kept = { ...kept, ...store.read().kept };
    const made = draw('iframe', {
      src: `${home}/panel?${key}&${langs}#${key}`,
      allow: 'autoplay',
    }) as HTMLIFrameElement;
    made.onload = () => {
      made.dataset.on = '1';
      if (made === frame) {
        // Whoever went on in the shop meanwhile keeps the focus there.
        focus &&= [host, back].includes(document.activeElement);
        const asked = focus;
        tell();
        if (asked) made.focus();
        clearTimeout(quiet);
        quiet = setTimeout(giveUp, SPEAKS_WITHIN, made);
      }
      warmed?.remove();
    };
    frame = made;
    dialog.append(made);
  };
  /**
   * An empty page of ours that asks for the panel's files, as the panel will: by hash, from the assets, for a year. It stays
   * until the panel stands, which takes over its process; in a tree of its own, so that the panel's is the one frame.
   */
  const warm = () => {
    if (frame || warmed) return;
    warmed = draw('span', { 'aria-hidden': 'true' });
    warmed.attachShadow({ mode: 'closed' }).append(draw('iframe', { src: `${home}/warm`, hidden: '', tabindex: '-1' }));
    dialog.append(warmed);
  };
  /** Over the whole screen it is modal; beside the page it takes no focus that the customer did not give. */
  const show = () => {
    if (full.matches) dialog.showModal();
    else dialog.open = true;
  };
  const set = (next: boolean, quietly?: boolean) => {
    if (open === next || !host.isConnected) return;
    open = next;
    if (open) {
      back = document.activeElement;
      focus = !quietly;
      load();
      show();
      if (!quietly && frame?.dataset.on) frame.focus();
    } else {
      dialog.close();
      (go.hidden ? (back as HTMLElement | null) : go)?.focus();
      tell();
    }
    paint();
    onPhone(open);
    store.write(kept, open, unsent);
    emit(open ? 'open' : 'close', undefined);
  };

  /** @param farewell tells the server, by a panel that stays a moment out of sight */
  const forget = (farewell: boolean, then?: () => void) => {
    set(false);
    const tells = farewell && kept.token !== undefined;
    if (tells) load();
    const last = frame;
    identity = null;
    unsent = undefined;
    say = [];
    if (last) {
      const message = situation();
      const part = () => last.contentWindow?.postMessage(message, home);
      if (last.dataset.on) part();
      else last.onload = part;
      last.hidden = true;
    }
    store.clear();
    kept = {};
    identity = frame = look = undefined;
    news = newsOf(emit, true);
    beside.replaceChildren();
    title(0);
    paint();
    const leave = () => {
      last?.remove();
      then?.();
    };
    if (tells) setTimeout(leave, FAREWELL);
    else leave();
  };

  go.onclick = beside.onclick = () => set(!open);
  // A press comes a tenth of a second before its click.
  go.onpointerdown = ({ button }) => button === 0 && load();
  dialog.oncancel = () => set(false);
  full.onchange = () => {
    if (open) {
      dialog.close();
      show();
      onPhone(open);
    }
    tell();
  };
  addEventListener('keydown', (event) => {
    // The panel knows what there is to close; an Escape elsewhere in an open page is the shop's.
    if (event.key === 'Escape' && (!open || root.activeElement)) tell(true);
  });
  addEventListener('message', ({ data, origin, source }) => {
    if (origin !== home || !frame || source !== frame.contentWindow) return;
    const identity = identityNews(data);
    if (identity) emit('identity', { is: identity });
    const said = fromPanel(data);
    if (!said) return;
    clearTimeout(quiet);
    told = [];
    ({ kept, look, unsent } = said);
    store.write(kept, open, unsent);
    sheet.replaceSync(styles + said.look.style);
    beside.replaceChildren(...said.look.beside.map((drawing) => draw(...drawing)));
    if (said.close) set(false);
    else paint();
    if (said.look.news) {
      news(said.look.news);
      title(said.look.news.unread);
    }
  });
  // Signed out in another tab, which had another token than ours.
  store.cleared(() => (kept.token || identity) && forget(!!frame));

  // From here on another part of it may be taken away than the element: a frame that is put back loads anew.
  host.tries = -1;
  let returns = RETURNS;
  new MutationObserver(() => {
    if (host.isConnected || gone || returns-- <= 0) return;
    document.documentElement.append(host);
    if (frame) frame.dataset.on = '';
    if (open && full.matches) {
      dialog.close();
      show();
    }
  }).observe(document.documentElement, { childList: true });

  if (kept.token && wasOpen) set(true, true);
  else if (kept.started) (window.requestIdleCallback ?? setTimeout)(load);
  // Without a conversation somebody is near, or else it would not be here.
  else if (!kept.token) setTimeout(warm);
  go.onfocus = go.onpointerenter = warm;
  paint();

  const act = calls(heard, {
    warn,
    open: (next) => set(next === 'other' ? !open : next),
    say(words) {
      say.push(words);
      set(true);
      tell();
    },
    facts(given) {
      if (given.page !== undefined) page = pageOf(given.page);
      shop = withFacts(shop ?? {}, given, (what) => warn(`set: ${what}`));
      tell();
    },
    identify(token) {
      // Nobody is signed in, as many pages say each time: whoever is anonymous keeps their chat.
      if (token === null) return identity !== undefined || kept.customer ? forget(true) : undefined;
      identity = token;
      tell();
    },
    shutdown() {
      gone = true;
      host.tries = 0;
      go.hidden = true;
      forget(true, () => host.remove());
    },
  });
  return (asked) => gone || act(asked);
};
