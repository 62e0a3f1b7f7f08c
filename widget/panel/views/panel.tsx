import { title } from '../beside';
import { state, trouble } from '../chat';
import { page } from '../host';
import { say } from '../words';
import { Banner } from './banner';
import { Composer } from './composer';
import { Dock } from './dock';
import { Head } from './head';
import { Log } from './log';

const TROUBLE: Partial<Record<string, 'unknownStore' | 'settingUp' | 'tooFast' | 'outdated'>> = {
  unknown_store: 'unknownStore',
  setting_up: 'settingUp',
  too_fast: 'tooFast',
  unsupported_version: 'outdated',
};

/** Where there is no conversation, why; else head, banner, log, dock and composer. */
export function Panel() {
  const full = page.value?.full === true;
  const out = trouble.value && !state.value ? trouble.value : null;
  return (
    <div class="panel" role="dialog" aria-label={title.value} aria-modal={full}>
      <Head />
      <Banner />
      {out ? (
        <div class="out" role="alert">
          <p>{say(TROUBLE[out] ?? 'unavailable')}</p>
        </div>
      ) : (
        <>
          <Log />
          <Dock />
          <Composer />
        </>
      )}
    </div>
  );
}
