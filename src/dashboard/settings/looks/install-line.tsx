import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { day } from '../../parts/format';
import type { StoreOfMine } from '../../session/api';
import { looks as words } from '../../words/en/looks';
import { Snippet } from '../snippet';
import { type Looked, lookOnSite, sitesSeen } from './door';

/** Of the sites on which the chat was seen, the last ones. */
const SHOWN = 5;

/** The line that puts the chat on a shop's pages. */
export const lineFor = (key: string, position: 'left' | 'right'): string =>
  `<script src="${location.origin}/widget.js" data-store="${key}"${position === 'left' ? ' data-position="left"' : ''} async></script>`;

interface InstallLineProps {
  store: StoreOfMine;
  position: 'left' | 'right';
  manages: boolean;
}

/** The line to copy, and whether it stands on the shop's site. */
export const InstallLine = ({ store, position, manages }: InstallLineProps) => (
  <>
    <Snippet label={words.scriptTag} text={lineFor(store.key, position)} />
    {manages && <IsItThere store={store.id} />}
  </>
);

function IsItThere({ store }: { store: string }) {
  const id = useId();
  const url = useSignal('');
  const busy = useSignal(false);
  const fault = useSignal('');
  const said = useSignal('');
  const look = async () => {
    if (busy.value) return;
    said.value = '';
    // Most people leave out how an address begins.
    const typed = url.value.trim();
    const page = /^[a-z][\w+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
    fault.value = URL.canParse(page) && (page === typed || typed.includes('.')) ? '' : words.pageBad;
    if (fault.value) return;
    busy.value = true;
    const answer = await lookOnSite(store, page);
    busy.value = false;
    if (answer.ok) said.value = outcome(answer.value);
    else fault.value = answer.message;
  };
  return (
    <form
      class="field on-site"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void look();
      }}
    >
      <h4 class="lbl">{words.isItThere}</h4>
      <label class="sr" for={id}>
        {words.page}
      </label>
      <div class="line">
        <input
          class="input"
          id={id}
          type="url"
          inputMode="url"
          dir="ltr"
          maxLength={1_000}
          spellcheck={false}
          autoComplete="url"
          placeholder="https://shop.example"
          aria-invalid={fault.value !== ''}
          aria-describedby={`${id}f`}
          value={url.value}
          onInput={(event) => {
            url.value = event.currentTarget.value;
            fault.value = '';
          }}
        />
        <button class="btn" type="submit" disabled={busy.value || !url.value.trim()}>
          {words.look}
        </button>
      </div>
      <p class="fault" id={`${id}f`} role="alert">
        {fault.value}
      </p>
      <p class="hint" role="status" aria-label={words.isItThere}>
        {busy.value ? words.looking : said.value}
      </p>
      <SeenOn store={store} />
    </form>
  );
}

/** Where the chat was last loaded by somebody's browser. */
function SeenOn({ store }: { store: string }) {
  const sites = useSignal<readonly { site: string; at: number }[] | null>(null);
  useEffect(() => {
    void sitesSeen(store).then((answer) => {
      if (answer.ok) sites.value = answer.value.sites;
    });
  }, [store]);
  if (!sites.value) return null;
  const now = Date.now();
  return sites.value.length === 0 ? (
    <p class="hint">{words.seenNowhere}</p>
  ) : (
    <ul class="hint seen-on" aria-label={words.seenOn}>
      {sites.value.slice(0, SHOWN).map(({ site, at }) => (
        <li key={site}>{words.lastSeen({ site: <bdi>{site.replace(/^https?:\/\//, '')}</bdi>, day: day(at, now) })}</li>
      ))}
    </ul>
  );
}

function outcome(looked: Looked): string {
  if (looked.is !== 'unreachable') return words[looked.is];
  return looked.status === null ? words.unreachable : words.unreachableStatus({ status: String(looked.status) });
}
