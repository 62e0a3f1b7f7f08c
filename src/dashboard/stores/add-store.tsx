import { useSignal } from '@preact/signals';
import { hc } from 'hono/client';
import { useLocation } from 'preact-iso';
import type { Api } from '../../routes/api';
import { Dialog } from '../parts/dialog';
import { languageName } from '../parts/format';
import { Warning } from '../parts/parts';
import { SelectField } from '../parts/select-field';
import { ask } from '../session/api';
import { clock } from '../session/clock';
import { freshen } from '../session/session';
import { momentIn } from '../settings/hours/dates';
import { LANGUAGES } from '../settings/own-words';
import { stores as words } from '../words/en/stores';
import { language } from '../words/words';

const route = hc<Api>(location.origin).api.stores;

/** The reader's own first: most shops are where their owner is. */
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const ZONES = [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])];

const clockIn = (zone: string) => momentIn(zone, clock.value, { hour: '2-digit', minute: '2-digit' });

/** Name, language and zone of a new store: then it is there, with the reader as its owner, and its first steps begin. */
export function AddStore({ onClose }: { onClose: () => void }) {
  const { route: go } = useLocation();
  const name = useSignal('');
  const firstLanguage = useSignal<string>(LANGUAGES.includes(language()) ? language() : 'en');
  const timeZone = useSignal(own);
  const fault = useSignal('');
  const failed = useSignal('');
  const busy = useSignal(false);
  const submit = async () => {
    fault.value = name.value.trim() ? '' : words.nameMissing;
    if (fault.value || busy.value) return;
    busy.value = true;
    const json = { name: name.value.trim(), firstLanguage: firstLanguage.value, timeZone: timeZone.value };
    const answer = await ask(() => route.$post({ json }));
    if (answer.ok) {
      await freshen();
      onClose();
      return go(`/dashboard/${answer.value.store.id}/start/hours`);
    }
    busy.value = false;
    failed.value = answer.message;
  };
  return (
    <Dialog title={words.add} onClose={onClose} onSubmit={() => void submit()} act={words.addIt} disabled={busy.value}>
      <p>{words.about}</p>
      <div class="field">
        <label for="new-store">{words.name}</label>
        <input
          class="input"
          id="new-store"
          autofocus
          maxLength={80}
          autoComplete="off"
          dir="auto"
          aria-invalid={fault.value !== ''}
          aria-describedby="new-store-about"
          value={name.value}
          onInput={({ currentTarget }) => {
            name.value = currentTarget.value;
            fault.value = '';
          }}
        />
        <p class={fault.value ? 'fault' : 'hint'} id="new-store-about" role={fault.value ? 'alert' : undefined}>
          {fault.value || words.nameHint}
        </p>
      </div>
      <SelectField
        label={words.language}
        value={firstLanguage.value}
        options={LANGUAGES.map((one) => [one, languageName(one)] as const)}
        hint={words.languageHint}
        onChange={(to) => (firstLanguage.value = to)}
      />
      <SelectField
        label={words.zone}
        value={timeZone.value}
        options={ZONES.map((one) => [one, one.replaceAll('_', ' ')] as const)}
        hint={words.zoneHint({ time: clockIn(timeZone.value) })}
        onChange={(to) => (timeZone.value = to)}
      />
      {failed.value && <Warning>{failed.value}</Warning>}
    </Dialog>
  );
}
