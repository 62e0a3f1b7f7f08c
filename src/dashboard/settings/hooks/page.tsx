import './hooks.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { RemoveDialog } from '../../parts/dialog';
import { Icon } from '../../parts/icons';
import { Warning } from '../../parts/parts';
import { words } from '../../words/en/hooks';
import type { SettingsPageProps } from '../settings';
import type { Hook } from './door';
import { HookDialog } from './hook-dialog';
import { HookRow } from './hook-row';
import { HookList } from './state';

/** As many as a store can have (src/protocol/hooks.ts). */
const MOST = 5;

type Doing = { is: 'change'; hook: Hook | null } | { is: 'remove'; hook: Hook };

/** Where a store's events go, of what, and what did not arrive. */
export function HooksPage({ store }: SettingsPageProps) {
  const list = useMemo(() => new HookList(store.id), [store.id]);
  const doing = useSignal<Doing | null>(null);
  useEffect(() => void list.load(), [list]);
  const view = list.view.value;
  const close = () => (doing.value = null);
  const now = doing.value;
  return (
    <>
      <div class="head">
        <div class="t">
          <h2>{words.title}</h2>
          <p>{words.about}</p>
        </div>
        <button
          class="btn pri"
          type="button"
          disabled={!view || view.hooks.length >= MOST}
          onClick={() => (doing.value = { is: 'change', hook: null })}
        >
          <Icon name="plus" />
          {words.add}
        </button>
      </div>
      <p class="done" role="status" aria-label={words.changed}>
        {list.said.value}
      </p>
      {list.failed.value && <Warning>{list.failed.value}</Warning>}
      {view?.hooks.length === 0 && <p class="hint">{words.none}</p>}
      {view && view.hooks.length > 0 && (
        <ul class="rows hooks" aria-label={words.list}>
          {view.hooks.map((hook) => (
            <HookRow
              key={hook.id}
              hook={hook}
              list={list}
              parked={view.parked.filter((one) => one.hook === hook.id)}
              onChange={() => (doing.value = { is: 'change', hook })}
              onRemove={() => (doing.value = { is: 'remove', hook })}
            />
          ))}
        </ul>
      )}
      {now?.is === 'change' && <HookDialog hook={now.hook} list={list} onClose={close} />}
      {now?.is === 'remove' && (
        <RemoveDialog title={words.removeTitle} remove={() => list.remove(now.hook)} onClose={close}>
          {words.remove({ hook: <bdi class="url">{now.hook.url}</bdi> })}
        </RemoveDialog>
      )}
    </>
  );
}
