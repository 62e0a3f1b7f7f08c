import './keys.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { RemoveDialog } from '../../parts/dialog';
import { day } from '../../parts/format';
import { Icon } from '../../parts/icons';
import { Warning } from '../../parts/parts';
import { ask, keysRoutes as routes } from '../../session/api';
import { words } from '../../words/en/api-keys';
import { list } from '../../words/words';
import type { SettingsPageProps } from '../settings';
import { Snippet } from '../snippet';
import { KeyDialog } from './key-dialog';

interface Key {
  id: string;
  name: string;
  scopes: ('knowledge' | 'conversations')[];
  ending: string;
  createdAt: number;
  createdBy: string;
  lastUsedAt: number | null;
}

/** What a store's own programs get in by. */
export function KeysPage({ store: { id: store } }: SettingsPageProps) {
  const keys = useSignal<readonly Key[] | null>(null);
  const made = useSignal('');
  const said = useSignal('');
  const failed = useSignal('');
  const making = useSignal(false);
  const revoking = useSignal<Key | null>(null);
  useEffect(() => {
    void ask(() => routes.$get({ param: { store } })).then((answer) => {
      if (answer.ok) keys.value = answer.value.keys;
      else failed.value = answer.message;
    });
  }, [store]);
  const revoke = async ({ id: key, name }: Key) => {
    const answer = await ask(() => routes[':key'].$delete({ param: { store, key } }));
    // Somebody else was faster: it is gone all the same.
    if (!answer.ok && answer.code !== 'not_found') return answer.message;
    keys.value = keys.value?.filter((one) => one.id !== key) ?? null;
    made.value = '';
    said.value = words.revoked({ name });
    return '';
  };
  const gone = revoking.value;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about}</p>
        </div>
        <button class="btn pri" type="button" disabled={!keys.value} onClick={() => (making.value = true)}>
          <Icon name="plus" />
          {words.add}
        </button>
      </div>
      <p class="done" role="status" aria-label={words.changed}>
        {said.value}
      </p>
      {made.value && <Snippet label={words.key} text={made.value} />}
      {failed.value && <Warning>{failed.value}</Warning>}
      {keys.value?.length === 0 && <p class="hint">{words.none}</p>}
      {keys.value && keys.value.length > 0 && (
        <ul class="rows keys" aria-label={words.title}>
          {keys.value.map((key) => (
            <KeyRow key={key.id} of={key} onRevoke={() => (revoking.value = key)} />
          ))}
        </ul>
      )}
      {making.value && (
        <KeyDialog
          store={store}
          onClose={() => (making.value = false)}
          onMade={({ made: { key }, keys: all }) => {
            keys.value = all;
            made.value = key;
            said.value = words.made;
            making.value = false;
          }}
        />
      )}
      {gone && (
        <RemoveDialog
          title={words.revokeTitle({ name: gone.name })}
          act={words.revoke}
          remove={() => revoke(gone)}
          onClose={() => (revoking.value = null)}
        >
          {words.revokeText}
        </RemoveDialog>
      )}
    </>
  );
}

function KeyRow({ of: key, onRevoke }: { of: Key; onRevoke: () => void }) {
  const now = Date.now();
  return (
    <li>
      <span class="t">
        <bdi class="lbl">{key.name}</bdi>
        <span class="hint">
          {list(key.scopes.map((scope) => words.scopes[scope]))} · <code>key_…{key.ending}</code>
        </span>
      </span>
      <dl>
        <div>
          <dt>{words.by}</dt>
          <dd>{words.madeBy({ who: key.createdBy, day: day(key.createdAt, now) })}</dd>
        </div>
        <div>
          <dt>{words.used}</dt>
          <dd>{key.lastUsedAt === null ? words.never : day(key.lastUsedAt, now)}</dd>
        </div>
      </dl>
      <button class="btn sm" type="button" aria-label={words.revokeOf({ name: key.name })} onClick={onRevoke}>
        {words.revoke}
      </button>
    </li>
  );
}
