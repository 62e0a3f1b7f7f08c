import './panel.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { closePanel, dressLauncher } from './beside';
import { begin, connected, draft, draftKept, send, sendMessage } from './chat';
import { beside, kept, listen, page, unsentBefore } from './host';
import { chooseLanguage, directionOf } from './language';
import { draftIn } from './outgoing';
import { readAs } from './reading';
import { Panel } from './views/panel';
import { speak } from './words';

const root = document.documentElement;

/** Once the shop's page has said in which language, the panel is drawn; it connects when it is opened or was in use. */
async function start(langs: readonly string[]): Promise<void> {
  const chosen = chooseLanguage(langs);
  const language = await speak(chosen.language);
  readAs(language === chosen.language ? chosen.tag : language);
  root.lang = language;
  root.dir = directionOf(language);
  draft.value = draftKept.value = draftIn(unsentBefore);
  render(<Panel />, document.body);
  dressLauncher();
  effect(() => {
    if (page.value?.open || kept.value.started) begin(chosen.tag);
  });
  effect(() => {
    if (beside.value.say)
      void import('./told').then(({ tell }) => tell(effect, { connected, send, sendMessage }, beside));
  });
  effect(() => {
    root.classList.toggle('full', page.value?.full === true);
  });
  effect(() => {
    const { accent } = kept.value;
    if (accent && /^#[\da-f]{6}$/i.test(accent)) root.style.setProperty('--accent-base', accent);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) closePanel();
  });
}

listen();
const stop = effect(() => {
  if (!page.value) return;
  const { langs } = page.value;
  queueMicrotask(() => {
    stop();
    void start(langs);
  });
});
