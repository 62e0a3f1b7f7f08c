import './looks/looks.css';
import { install } from '../words/en/install';
import { InstallLine } from './looks/install-line';
import type { SettingsPageProps } from './settings';
import { Snippet } from './snippet';

/** The one line that puts the chat on a shop's pages. */
export function Install({ store, kept, manages }: SettingsPageProps) {
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{install.title}</h2>
          <p>{install.about({ store: store.name })}</p>
        </div>
      </div>
      <section class="part">
        <h3>{install.line}</h3>
        <p>{install.lineAbout}</p>
        <InstallLine store={store} position={kept.saved.value?.position ?? 'right'} manages={manages} />
      </section>
      <section class="part">
        <h3>{install.key}</h3>
        <p>{install.keyAbout}</p>
        <Snippet label={install.keyName} text={store.key} />
      </section>
      <section class="part">
        <h3>{install.from}</h3>
        <p>{install.fromAbout}</p>
        <Snippet label={install.address} text={location.origin} />
      </section>
    </>
  );
}
