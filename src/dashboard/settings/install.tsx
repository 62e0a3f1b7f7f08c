import './looks/looks.css';
import { InstallLine } from './looks/install-line';
import type { SettingsPageProps } from './settings';
import { Snippet } from './snippet';

/** The one line that puts the chat on a shop's pages. */
export function Install({ store, kept, manages }: SettingsPageProps) {
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>Install</h2>
          <p>Put the chat on the pages of {store.name}.</p>
        </div>
      </div>
      <section class="part">
        <h3>The one line</h3>
        <p>
          Paste it into your shop’s theme, just before the end of the page. Nothing more is loaded until somebody opens
          the chat.
        </p>
        <InstallLine store={store} position={kept.saved.value?.position ?? 'right'} manages={manages} />
      </section>
      <section class="part">
        <h3>The shop’s key</h3>
        <p>It says which shop a chat belongs to. It is no secret.</p>
        <Snippet label="Key" text={store.key} />
      </section>
      <section class="part">
        <h3>Where the chat comes from</h3>
        <p>If your shop sets a content security policy, allow scripts and frames from this address.</p>
        <Snippet label="Address" text={location.origin} />
      </section>
    </>
  );
}
