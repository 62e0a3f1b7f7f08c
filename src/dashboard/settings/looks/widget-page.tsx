import './looks.css';
import { useSignal } from '@preact/signals';
import { ACCENT } from '../../../domain/contrast';
import { isOrigin, MOST_ORIGINS } from '../../../settings/sites';
import { common } from '../../words/en/common';
import { looks as words } from '../../words/en/looks';
import { OwnWords, said } from '../own-words';
import { Choice, SavedPage } from '../saved-page';
import type { SettingsPageProps } from '../settings';
import { ColourField, faultOfColour } from './colour-field';
import { InstallLine } from './install-line';
import { LauncherPart } from './launcher-part';
import { Sample } from './sample';
import { widgetWords } from './widget-words';

/** How the chat looks on a shop's pages, and on which. */
export function WidgetPage({ store, kept, manages }: SettingsPageProps) {
  const edits = kept.edits('widget');
  const settings = edits.value.value;
  /** As typed, while something is wrong with it. */
  const origins = useSignal<string | null>(null);
  const accent = settings?.accent ?? store.accent;
  const originsTyped = origins.value ?? settings?.origins.join('\n') ?? '';
  const fault = faultOfOrigins(originsTyped);
  const isWrong = fault !== '' || faultOfColour(accent) !== '';
  const first = settings?.firstLanguage ?? 'en';
  const positions = [
    { is: 'right', label: words.right, means: words.rightMeans },
    { is: 'left', label: words.left, means: words.leftMeans },
  ] as const;
  return (
    <SavedPage
      title={words.widget}
      about={words.widgetAbout({ store: store.name })}
      kept={kept}
      edits={edits}
      manages={manages}
      wrong={isWrong ? words.wrong : ''}
    >
      <div class="cols">
        <section>
          <h3>{words.colour}</h3>
          <ColourField accent={accent} onChange={(colour) => edits.change({ accent: colour })} />
          <h3 class="over">{words.place}</h3>
          <Choice
            label={words.place}
            id="position"
            value={settings?.position ?? 'right'}
            choices={positions}
            onChange={(position) => edits.change({ position })}
          />
          {settings && <LauncherPart settings={settings} first={first} onChange={(parts) => edits.change(parts)} />}
          {settings && (
            <div class="below">
              <OwnWords
                label={words.greeting}
                words={settings.greeting}
                first={first}
                rows={2}
                without={{ is: 'nothing', example: widgetWords(first)?.greeting ?? '' }}
                hint={words.greetingHint}
                onChange={(greeting) => edits.change({ greeting: said(greeting) })}
              />
            </div>
          )}
          <div class="field below">
            <label for="allowed-sites">{words.origins}</label>
            <textarea
              class="input"
              id="allowed-sites"
              rows={3}
              dir="ltr"
              spellcheck={false}
              aria-invalid={fault !== ''}
              aria-describedby="allowed-sites-about"
              placeholder="https://shop.example"
              value={originsTyped}
              onInput={(event) => {
                origins.value = event.currentTarget.value;
                edits.change({ origins: linesOf(event.currentTarget.value) });
              }}
              onBlur={() => {
                if (!fault) origins.value = null;
              }}
            />
            <p class={fault ? 'fault' : 'hint'} id="allowed-sites-about">
              {fault || words.originsHint}
            </p>
          </div>
        </section>
        <section>
          <h3>{words.preview}</h3>
          <p>{words.previewAbout}</p>
          <div class="samples">
            {(['light', 'dark'] as const).map((scheme) => (
              <Sample
                key={scheme}
                store={store.name}
                accent={ACCENT.test(accent) ? accent : store.accent}
                scheme={scheme}
                lang={first}
                label={`${words.preview}, ${words[scheme]}`}
                who={widgetWords(first)?.assistant ?? common.assistant}
                position={settings?.launcherHidden ? null : (settings?.position ?? 'right')}
                icon={settings?.launcherIcon}
                beside={settings?.launcherLabel[first]}
              >
                <p class="said them">{settings?.greeting[first] || widgetWords(first)?.greeting}</p>
                <p class="said mine">{words.sample}</p>
              </Sample>
            ))}
          </div>
          <h3 class="over">{words.line}</h3>
          <InstallLine store={store} position={settings?.position ?? 'right'} manages={manages} />
        </section>
      </div>
    </SavedPage>
  );
}

const linesOf = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/[\s,]+/)
      .map((line) => line.trim().toLowerCase())
      // An address that was copied out of a browser ends in a slash.
      .map((line) => line.replace(/\/$/, ''))
      .filter(Boolean),
  ),
];

function faultOfOrigins(typed: string): string {
  const lines = linesOf(typed);
  const bad = lines.find((line) => !isOrigin(line));
  if (bad !== undefined) return words.originBad({ text: bad });
  return lines.length > MOST_ORIGINS ? words.originsMany({ n: MOST_ORIGINS }) : '';
}
