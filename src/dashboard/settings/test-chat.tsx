import { openTest, testPage } from '../testing/testing';
import { testing } from '../words/en/testing';
import type { SettingsPageProps } from './settings';

/** Where somebody of the staff plays a customer. */
export const TestChat = ({ store }: SettingsPageProps) => (
  <>
    <div class="head">
      <div class="t">
        <h2>{testing.title}</h2>
        <p>{testing.about}</p>
      </div>
    </div>
    <p class="buttons">
      <button class="btn pri" type="button" onClick={() => openTest(store.id)}>
        {testing.beside}
      </button>
      <a class="btn" href={testPage(store.id)} target="_blank" rel="noopener">
        {testing.tab}
      </a>
    </p>
    <p class="hint">{testing.tabHint}</p>
  </>
);
