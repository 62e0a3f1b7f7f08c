import './identity.css';
import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { RemoveDialog } from '../../parts/dialog';
import { day, time } from '../../parts/format';
import { Warning } from '../../parts/parts';
import { ask, identityRoutes as routes } from '../../session/api';
import { words } from '../../words/en/identity';
import type { SettingsPageProps } from '../settings';
import { Snippet } from '../snippet';
import { Check } from './check';
import { type Code, NAMES, ON_PAGE, SNIPPETS } from './snippets';

interface Kept {
  setAt: number | null;
  beforeUntil: number | null;
}

/** By what the shop's server signs in its customers, and how. */
export function IdentityPage({ store: { id: store, key } }: SettingsPageProps) {
  const kept = useSignal<Kept | null>(null);
  const made = useSignal('');
  const said = useSignal('');
  const failed = useSignal('');
  const removing = useSignal(false);
  useEffect(() => {
    void ask(() => routes.$get({ param: { store } })).then((answer) => {
      if (answer.ok) kept.value = answer.value;
      else failed.value = answer.message;
    });
  }, [store]);
  const make = async () => {
    const isFirst = kept.value?.setAt === null;
    const answer = await ask(() => routes.$post({ param: { store } }));
    failed.value = answer.ok ? '' : answer.message;
    if (!answer.ok) return;
    kept.value = answer.value.identity;
    made.value = answer.value.made;
    said.value = isFirst ? words.made : words.madeNew;
  };
  const endBefore = async () => {
    const answer = await ask(() => routes.before.$delete({ param: { store } }));
    failed.value = answer.ok ? '' : answer.message;
    if (!answer.ok) return;
    kept.value = answer.value;
    said.value = words.beforeEnded;
  };
  const turnOff = async () => {
    const answer = await ask(() => routes.$delete({ param: { store } }));
    if (!answer.ok) return answer.message;
    kept.value = answer.value;
    made.value = '';
    said.value = words.turnedOff;
    return '';
  };
  const view = kept.value;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about}</p>
        </div>
        {view?.setAt === null && (
          <button class="btn pri" type="button" onClick={() => void make()}>
            {words.make}
          </button>
        )}
      </div>
      <p class="done" role="status" aria-label={words.changed}>
        {said.value}
      </p>
      {failed.value && <Warning>{failed.value}</Warning>}
      {made.value && <Snippet label={words.secret} text={made.value} />}
      {view && view.setAt !== null && (
        <section class="part">
          <h3>{words.secret}</h3>
          <p>{words.setAt({ day: day(view.setAt, Date.now()), time: time(view.setAt) })}</p>
          {view.beforeUntil !== null && (
            <p>{words.beforeUntil({ day: day(view.beforeUntil, Date.now()), time: time(view.beforeUntil) })}</p>
          )}
          <div class="secret-acts">
            <button class="btn" type="button" onClick={() => void make()}>
              {words.makeNew}
            </button>
            {view.beforeUntil !== null && (
              <button class="btn" type="button" onClick={() => void endBefore()}>
                {words.endBefore}
              </button>
            )}
            <button class="btn" type="button" onClick={() => (removing.value = true)}>
              {words.turnOff}
            </button>
          </div>
        </section>
      )}
      <How storeKey={key} />
      {view && view.setAt !== null && <Check store={store} />}
      {removing.value && (
        <RemoveDialog
          title={words.turnOffTitle}
          act={words.turnOff}
          remove={turnOff}
          onClose={() => (removing.value = false)}
        >
          {words.turnOffText}
        </RemoveDialog>
      )}
    </>
  );
}

function How({ storeKey }: { storeKey: string }) {
  const id = useId();
  const code = useSignal<Code>('node');
  return (
    <>
      <section class="part">
        <h3>{words.onServer}</h3>
        <p>{words.onServerAbout}</p>
        <div class="field signs-in">
          <label for={id}>{words.language}</label>
          <select
            class="input"
            id={id}
            value={code.value}
            onChange={(event) => {
              code.value = event.currentTarget.value as Code;
            }}
          >
            {Object.entries(NAMES).map(([one, name]) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="program">
          <Snippet label={words.program} text={SNIPPETS[code.value](storeKey)} />
        </div>
      </section>
      <section class="part">
        <h3>{words.onPage}</h3>
        <p>{words.onPageAbout}</p>
        <div class="program">
          <Snippet label={words.line} text={ON_PAGE} />
        </div>
      </section>
    </>
  );
}
