import './looks.css';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { faultOfWaiting, hasFigure, MOST_WAITING } from '../../../domain/waiting-words';
import { languageName } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { SelectField } from '../../parts/select-field';
import { loadSession } from '../../session/session';
import { looks as words } from '../../words/en/looks';
import { list } from '../../words/words';
import { FormClash } from '../clash';
import { ClashStrip } from '../clash-strip';
import { LANGUAGES, OwnWords, said } from '../own-words';
import { SavedPage } from '../saved-page';
import type { SettingsPageProps } from '../settings';
import { rename } from './door';
import { TextPreview } from './text-preview';

/** What customers know the store by, and what they read when nobody can answer at once. */
export function StorePage(props: SettingsPageProps) {
  const { store, kept, manages } = props;
  const edits = kept.edits('store');
  const settings = edits.value.value;
  const first = settings?.firstLanguage ?? 'en';
  const lang = useSignal(first);
  return (
    <SavedPage
      title={words.store}
      about={words.storeAbout({ store: store.name })}
      kept={kept}
      edits={edits}
      manages={manages}
      wrong={Object.values(settings?.waitingMessage ?? {}).some(faultOf) ? words.waitingLook : ''}
    >
      <div class="cols">
        <section>
          <NameForm key={store.name} {...props} />
          <h3 class="over">{words.languages}</h3>
          <SelectField
            label={words.firstLanguage}
            value={first}
            options={LANGUAGES.map((one) => [one, languageName(one)])}
            hint={words.firstHint({ languages: list(LANGUAGES.map(languageName)) })}
            onChange={(firstLanguage) => edits.change({ firstLanguage })}
          />
          {settings && (
            <div class="below">
              <OwnWords
                label={words.awayLabel}
                words={settings.awayMessage}
                first={first}
                rows={3}
                without={{ is: 'away' }}
                onChange={(awayMessage) => edits.change({ awayMessage: said(awayMessage) })}
              />
            </div>
          )}
          {settings && (
            <div class="below">
              <OwnWords
                label={words.waitingLabel}
                words={settings.waitingMessage}
                first={first}
                rows={2}
                most={MOST_WAITING}
                without={{ is: 'keepWriting' }}
                hint={words.waitingHint({ estimate: estimate() })}
                faultOf={faultOf}
                adviceOf={(text) => (hasFigure(text) ? words.waitingFigure({ estimate: estimate() }) : '')}
                onChange={(waitingMessage) => edits.change({ waitingMessage: said(waitingMessage) })}
              />
            </div>
          )}
        </section>
        <section>
          <h3>{words.texts}</h3>
          <p>{words.textsAbout}</p>
          <div class="below">
            <SelectField
              label={words.previewIn}
              value={lang.value}
              options={LANGUAGES.map((one) => [one, languageName(one)])}
              onChange={(to) => (lang.value = to)}
            />
          </div>
          {settings && <TextPreview store={store} settings={settings} lang={lang.value} />}
        </section>
      </div>
    </SavedPage>
  );
}

/** As it is written into a text. */
const estimate = (): string => `{minutes|${words.aFew}}`;

function faultOf(text: string): string {
  const fault = faultOfWaiting(text);
  if (fault === null) return '';
  return (fault === 'no_fallback' ? words.waitingNoFallback : words.waitingUnknown)({ estimate: estimate() });
}

/** Saved by itself: it stands in no other place of the settings. */
function NameForm({ store, kept, manages }: SettingsPageProps) {
  const name = useSignal(store.name);
  const busy = useSignal(false);
  const failed = useSignal('');
  const fault = useSignal('');
  const saved = useSignal('');
  const form = useMemo(
    () => new FormClash({ name: store.name }, kept.seen.store ?? 0, (_, value) => (name.value = value)),
    [kept.saved.value === null],
  );
  const save = async (): Promise<void> => {
    const wanted = name.value.trim();
    fault.value = wanted ? '' : words.nameMissing;
    if (fault.value || busy.value) return;
    busy.value = true;
    failed.value = '';
    const answer = await rename(store.id, { name: wanted, seen: form.seen });
    busy.value = false;
    const met = form.meet<{ name: string }>(answer, { name: wanted }, (theirs) => theirs);
    if (met === 'again') return save();
    if (met === 'decide') return;
    if (!answer.ok) {
      failed.value = answer.message;
      return;
    }
    saved.value = words.nameSaved;
    form.clash.over();
    // The form begins anew with the name: by then it has to know which change it saw.
    await kept.load();
    await loadSession();
  };
  return (
    <form
      class="field"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <label for="store-name">{words.name}</label>
      <div class="line">
        <input
          class="input"
          id="store-name"
          maxLength={80}
          autoComplete="off"
          aria-invalid={fault.value !== ''}
          aria-describedby="store-name-about"
          value={name.value}
          onInput={(event) => {
            name.value = event.currentTarget.value;
            fault.value = '';
            saved.value = '';
          }}
        />
        {manages && (
          <button class="btn" type="submit" disabled={busy.value || name.value.trim() === store.name}>
            {words.saveName}
          </button>
        )}
      </div>
      <p class={fault.value ? 'fault' : 'hint'} id="store-name-about" role={fault.value ? 'alert' : undefined}>
        {fault.value || saved.value || words.nameHint}
      </p>
      <ClashStrip clash={form.clash} busy={busy.value} />
      {failed.value && <Warning>{failed.value}</Warning>}
    </form>
  );
}
