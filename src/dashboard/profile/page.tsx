import './profile.css';
import { SingleKeys } from '../keys/single-keys';
import { choices, chooseLanguage } from '../session/session';
import { AlertSwitches } from '../settings/email-alerts';
import type { SettingsPageProps } from '../settings/settings';
import { profile } from '../words/en/profile';
import { LANGUAGES, type Language } from '../words/words';
import { NamePart } from './name-part';
import { PasskeysPart } from './passkeys-part';
import { SecondStepPart } from './second-step-part';
import { SessionsPart } from './sessions-part';

/** The reader's own page: who they are, how they work, what they are told, and where they are signed in. */
export function ProfilePage({ me }: SettingsPageProps) {
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{profile.title}</h2>
          <p>{profile.about}</p>
        </div>
      </div>
      <div class="cols profile">
        <div>
          <NamePart name={me.user.name} />
          <section>
            <h3 class="over">{profile.working}</h3>
            <ul class="rows" aria-label={profile.working}>
              <li>
                <LanguageChoice />
              </li>
              <li>
                <SingleKeys />
              </li>
            </ul>
          </section>
        </div>
        <div>
          <section>
            <h3>{profile.alerts}</h3>
            <p>{profile.alertsHint}</p>
            <AlertSwitches me={me} />
          </section>
          <section class="apart">
            <h3>{profile.notices}</h3>
            <p>{profile.noticesHint}</p>
            <ul class="rows" aria-label={profile.notices}>
              {me.stores.map(({ id, name }) => (
                <li key={id}>
                  <a class="lnk" href={`/dashboard/${id}/settings/notices`}>
                    {profile.noticesIn({ store: name })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      <PasskeysPart />
      <SecondStepPart />
      <SessionsPart />
    </>
  );
}

/** In which language the dashboard speaks; each by its own name, for whoever cannot read this one. */
function LanguageChoice() {
  const known = Object.keys(LANGUAGES) as Language[];
  return (
    <>
      <label class="t lbl" for="profile-language">
        {profile.language}
      </label>
      <select
        class="input"
        id="profile-language"
        value={choices.value.language ?? ''}
        onChange={({ currentTarget: { value } }) => void chooseLanguage(known.find((one) => one === value) ?? null)}
      >
        <option value="">{profile.asBrowser}</option>
        {Object.entries(LANGUAGES).map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}
