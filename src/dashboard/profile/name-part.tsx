import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { initials, languageName } from '../parts/format';
import { Icon } from '../parts/icons';
import { Face, Warning } from '../parts/parts';
import { loadSession } from '../session/session';
import { profile } from '../words/en/profile';
import { inLanguage } from '../words/words';
import { getProfile, type Profile, saveProfile } from './door';
import { SPOKEN } from './spoken';

const collator = inLanguage((tag) => new Intl.Collator(tag));

/** The name that others read, with the picture made of it, and the languages that the reader speaks. */
export function NamePart({ name }: { name: string }) {
  const id = useId();
  const saved = useSignal<Profile | null>(null);
  const typed = useSignal(name);
  const speaks = useSignal<string[]>([]);
  const busy = useSignal(false);
  const said = useSignal('');
  const failed = useSignal('');
  useEffect(() => {
    void getProfile().then((answer) => {
      if (!answer.ok) {
        failed.value = answer.message;
        return;
      }
      saved.value = answer.value;
      typed.value = answer.value.name;
      speaks.value = answer.value.speaks;
    });
  }, []);
  const known = saved.value;
  const wanted = typed.value.trim();
  const changed = known !== null && (wanted !== known.name || speaks.value.join() !== known.speaks.join());
  const edit = () => {
    said.value = '';
    failed.value = '';
  };
  const save = async () => {
    if (!changed || busy.value) return;
    if (wanted === '') {
      failed.value = profile.nameMissing;
      return;
    }
    busy.value = true;
    const answer = await saveProfile({ name: wanted, speaks: speaks.value });
    busy.value = false;
    if (!answer.ok) {
      failed.value = answer.message;
      return;
    }
    saved.value = answer.value;
    typed.value = answer.value.name;
    said.value = profile.saved;
    await loadSession();
  };
  const more = SPOKEN.filter((tag) => !speaks.value.includes(tag))
    .map((tag) => ({ tag, name: languageName(tag) }))
    .sort((a, b) => collator().compare(a.name, b.name));
  return (
    <section>
      <h3>{profile.you}</h3>
      <form
        class="who-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {/* What is typed before they are known would be written over. */}
        <fieldset class="bare who-fields" aria-label={profile.you} disabled={known === null}>
          <div class="named">
            <Face initials={initials(typed.value)} staff size="l" />
            <div class="field">
              <label for={`${id}n`}>{profile.name}</label>
              <input
                class="input"
                id={`${id}n`}
                autocomplete="name"
                dir="auto"
                maxLength={80}
                aria-describedby={`${id}h`}
                value={typed.value}
                onInput={({ currentTarget }) => {
                  edit();
                  typed.value = currentTarget.value;
                }}
              />
            </div>
          </div>
          <p class="hint" id={`${id}h`}>
            {profile.nameHint}
          </p>
          <div class="field">
            <label for={`${id}l`}>{profile.speaks}</label>
            {speaks.value.length > 0 && (
              <ul class="spoken" aria-label={profile.speaks}>
                {speaks.value.map((tag) => (
                  <li key={tag}>
                    {languageName(tag)}
                    <button
                      type="button"
                      aria-label={profile.remove({ language: languageName(tag) })}
                      onClick={() => {
                        edit();
                        speaks.value = speaks.value.filter((one) => one !== tag);
                      }}
                    >
                      <Icon name="close" />
                    </button>
                  </li>
                ))}
              </ul>
            )}
            <select
              class="input"
              id={`${id}l`}
              aria-describedby={`${id}lh`}
              value=""
              onChange={({ currentTarget }) => {
                edit();
                if (currentTarget.value) speaks.value = [...speaks.value, currentTarget.value];
                currentTarget.value = '';
              }}
            >
              <option value="">{profile.addLanguage}</option>
              {more.map((one) => (
                <option key={one.tag} value={one.tag}>
                  {one.name}
                </option>
              ))}
            </select>
            <p class="hint" id={`${id}lh`}>
              {profile.speaksHint}
            </p>
          </div>
        </fieldset>
        {failed.value && <Warning>{failed.value}</Warning>}
        <div class="does">
          <button class="btn pri" type="submit" disabled={!changed || busy.value}>
            {profile.saveChanges}
          </button>
          <p class="done" role="status">
            {said.value}
          </p>
        </div>
      </form>
    </section>
  );
}
