import './privacy.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { day, time } from '../../parts/format';
import { SelectField } from '../../parts/select-field';
import { words } from '../../words/en/privacy';
import { SavedPage } from '../saved-page';
import type { SettingsPageProps } from '../settings';
import { getPrivacy, type State } from './door';
import { Goes } from './goes';
import { OneCustomer } from './one-customer';

const NEVER = '';
const MONTHS = [1, 3, 6, 12, 24, 36];

/** How long conversations are kept, and what is kept of one customer. */
export function PrivacyPage({ store, kept, manages }: SettingsPageProps) {
  const edits = kept.edits('privacy');
  const settings = edits.value.value;
  const state = useSignal<State | null>(null);
  const look = () =>
    void getPrivacy(store.id).then((answer) => {
      if (answer.ok) state.value = answer.value;
    });
  useEffect(look, [store.id, kept.saved.value?.keepConversations]);
  const months = settings?.keepConversations ?? null;
  // One that a program has set is a choice too.
  const choices = [...new Set([...MONTHS, ...(months === null ? [] : [months])])].sort((a, b) => a - b);
  const { swept = null, going = 0 } = state.value ?? {};
  return (
    <SavedPage
      title={words.title}
      about={words.about({ store: store.name })}
      kept={kept}
      edits={edits}
      manages={manages}
    >
      <div class="cols">
        <section>
          <h3>{words.keep}</h3>
          <p>{words.keepAbout}</p>
          <div class="below">
            <SelectField
              label={words.after}
              value={months === null ? NEVER : String(months)}
              options={[
                [NEVER, words.never] as const,
                ...choices.map((n) => [String(n), words.months({ n })] as const),
              ]}
              onChange={(chosen) => edits.change({ keepConversations: chosen === NEVER ? null : Number(chosen) })}
              hint={words.afterHint}
            />
          </div>
          {months !== null && swept && (
            <p class="hint after">
              {words.swept({ n: swept.erased, day: day(swept.at, Date.now()), time: time(swept.at) })}
            </p>
          )}
          {going > 0 && <p class="hint after">{words.going({ n: going })}</p>}
          <h3 class="over">{words.one}</h3>
          <p>{words.oneAbout}</p>
          <OneCustomer store={store} onErased={look} />
        </section>
        <section>
          <h3>{words.what}</h3>
          <div class="prose">
            <p>{words.whatGoes}</p>
            <Goes />
            <p>{words.outside}</p>
            <p>{words.whatStays}</p>
            <p>{words.whatElse}</p>
            <p>{words.backups}</p>
          </div>
        </section>
      </div>
    </SavedPage>
  );
}
